import type { VNode } from 'preact';
import { Notice } from '../components/notice.tsx';
import { MessagesProvider } from '../messages/messages.ts';
import { Again } from './parts/again.tsx';
import { Bar } from './parts/bar.tsx';
import { BeadGrid } from './parts/bead-grid.tsx';
import { SurroundingsProvider, useSessionState } from './parts/context.ts';
import { DestinationFields } from './parts/destination-fields.tsx';
import { FinishDialog } from './parts/finish-dialog.tsx';
import { HelpDialog } from './parts/help-dialog.tsx';
import { LeftOut } from './parts/left-out.tsx';
import { LostSteps } from './parts/lost-steps.tsx';
import { Stored } from './parts/stored.tsx';
import type { Session } from './session.ts';
import type { OpenPage, PageState } from './state/state.ts';

/** The page of a review: where it comes from, the bar, the beads, dialogs. */
export function App({ session, mac }: { readonly session: Session; readonly mac: boolean }): VNode {
  const state = useSessionState(session);
  const { messages } = session;
  return (
    <MessagesProvider value={messages}>
      <SurroundingsProvider value={{ session, mac, messages }}>
        {state.opening === 'open' ? (
          <Open state={state} session={session} />
        ) : (
          <NotOpen state={state} session={session} />
        )}
      </SurroundingsProvider>
    </MessagesProvider>
  );
}

function Open({ state, session }: { readonly state: OpenPage; readonly session: Session }): VNode {
  const close = () => session.dispatch({ type: 'dialogChanged', dialog: undefined });
  return (
    <>
      <div class="review-notes">
        <DestinationFields destination={state.destination} faults={state.faults} />
        {state.stored.length > 0 && state.finished === undefined && (
          <Again news={state.news} beads={state.reviewing.state.beads} />
        )}
        {state.finished === undefined && <LeftOut state={state.reviewing.state} />}
        {state.lost.length > 0 && <LostSteps lost={state.lost} />}
        {state.finished !== undefined && <Stored finished={state.finished} />}
      </div>
      <Bar state={state} />
      <BeadGrid state={state} />
      {state.dialog === 'help' && <HelpDialog onClose={close} />}
      {state.dialog === 'finish' && <FinishDialog state={state} onClose={close} />}
    </>
  );
}

function NotOpen({
  state,
  session,
}: {
  readonly state: Exclude<PageState, OpenPage>;
  readonly session: Session;
}): VNode {
  const { messages } = session;
  if (state.opening === 'opening') {
    return (
      <p class="review-loading" role="status">
        {messages.opening}
      </p>
    );
  }
  return (
    <div class="page page-narrow">
      <Notice tone="danger" title={messages.failed}>
        <p>{state.message}</p>
      </Notice>
    </div>
  );
}
