import type { VNode } from 'preact';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import { MessagesProvider } from '../messages/messages.ts';
import { Bar } from './parts/bar.tsx';
import { type Surroundings, SurroundingsProvider, useSessionState } from './parts/context.ts';
import { GoToDialog } from './parts/go-to-dialog.tsx';
import { HelpDialog } from './parts/help-dialog.tsx';
import { SegmentList } from './parts/segment-list.tsx';
import { SuggestionPanel } from './parts/suggestion-panel.tsx';
import { countRows } from './state/rows.ts';
import { activeRow, type EditorState } from './state/state.ts';

/** The editor: bar, segments, suggestions, dialogs. */
export function App({ surroundings }: { readonly surroundings: Surroundings }): VNode {
  const { session } = surroundings;
  const state = useSessionState(session);
  return (
    <MessagesProvider value={surroundings.messages}>
      <SurroundingsProvider value={surroundings}>
        {state.opening === 'open' ? (
          <Open state={state} surroundings={surroundings} />
        ) : (
          <NotOpen opening={state.opening} />
        )}
      </SurroundingsProvider>
    </MessagesProvider>
  );
}

function Open({ state, surroundings }: { readonly state: EditorState; readonly surroundings: Surroundings }): VNode {
  const { session } = surroundings;
  const row = activeRow(state);
  const close = () => {
    session.dispatch({ type: 'dialogChanged', dialog: undefined });
    session.target?.view.focus();
  };
  if (state.rows.length === 0) {
    return (
      <div class="page page-narrow">
        <EmptyState title="Nothing to translate">The document has no segments.</EmptyState>
      </div>
    );
  }
  return (
    <>
      <Bar state={state} />
      <div class="workplace">
        <SegmentList state={state} session={session} />
        <SuggestionPanel row={row} offer={row && state.offers.get(row.segment.id)} step={state.step} />
      </div>
      {state.dialog === 'help' && <HelpDialog onClose={close} />}
      {state.dialog === 'go-to' && <GoToDialog count={countRows(state.rows)} onClose={close} />}
    </>
  );
}

function NotOpen({ opening }: { readonly opening: Exclude<EditorState['opening'], 'open'> }): VNode {
  if (opening === 'opening') {
    return (
      <p class="editor-loading" role="status">
        Opening the document…
      </p>
    );
  }
  return (
    <div class="page page-narrow">
      <Notice tone="danger" title="The document could not be opened">
        <p>{opening.failed}</p>
      </Notice>
    </div>
  );
}
