import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { contentText } from '../../memory/model/inline.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import type { EditorMessages } from '../messages/editor.ts';
import { MessagesProvider } from '../messages/messages.ts';
import { bindingsOf } from './keys/keymap.ts';
import { Bar } from './parts/bar.tsx';
import { ConcordancePane } from './parts/concordance-pane.tsx';
import { type Surroundings, SurroundingsProvider, useSessionState } from './parts/context.ts';
import { GoToDialog } from './parts/go-to-dialog.tsx';
import { Later } from './parts/later.tsx';
import { LATER } from './parts/later-parts.ts';
import { SegmentList } from './parts/segment-list.tsx';
import { SuggestionPanel } from './parts/suggestion-panel.tsx';
import { TogetherNotice } from './parts/together-notice.tsx';
import { progressOf } from './state/progress.ts';
import { countRows } from './state/rows.ts';
import { activeRow, type EditorState } from './state/state.ts';

/** The editor: bar, segments, suggestions, dialogs. */
export function App({ around }: { readonly around: Omit<Surroundings, 'bindings'> }): VNode {
  const { session } = around;
  const state = useSessionState(session);
  const { preset, keys } = state.preferences;
  const surroundings = useMemo(() => ({ ...around, bindings: bindingsOf(preset, keys) }), [around, preset, keys]);
  return (
    <MessagesProvider value={surroundings.messages}>
      <SurroundingsProvider value={surroundings}>
        {state.opening === 'open' ? (
          <Open state={state} surroundings={surroundings} />
        ) : (
          <NotOpen opening={state.opening} messages={surroundings.messages} />
        )}
      </SurroundingsProvider>
    </MessagesProvider>
  );
}

function Open({ state, surroundings }: { readonly state: EditorState; readonly surroundings: Surroundings }): VNode {
  const { session, messages } = surroundings;
  const row = activeRow(state);
  const close = () => {
    session.dispatch({ type: 'dialogChanged', dialog: undefined });
    session.target?.view.focus();
  };
  if (state.rows.length === 0) {
    return (
      <div class="page page-narrow">
        <EmptyState title={messages.segments.nothing}>{messages.segments.nothingText}</EmptyState>
      </div>
    );
  }
  return (
    <>
      <Bar
        progress={progressOf(state)}
        announcement={state.announcement}
        delivery={state.delivery}
        filterOpen={state.filterOpen}
      />
      {state.filterOpen && <Later load={LATER.filterBar} props={{ state }} />}
      {state.together && <TogetherNotice together={state.together} />}
      {state.orphans.length > 0 && <Later load={LATER.orphansNotice} props={{ orphans: state.orphans }} />}
      <div class="workplace">
        <SegmentList state={state} session={session} />
        {state.search === undefined ? (
          <SuggestionPanel
            index={row?.index}
            offer={row && state.offers.get(row.segment.id)}
            step={state.step}
            machine={state.place.machine}
            characters={contentText(row?.segment.source ?? []).length}
          />
        ) : (
          <ConcordancePane search={state.search} />
        )}
      </div>
      {state.dialog === 'help' && <Later load={LATER.helpDialog} props={{ onClose: close }} />}
      {state.dialog === 'versions' && row && (
        <Later load={LATER.versionsDialog} props={{ row, place: state.place, onClose: close }} />
      )}
      {state.dialog === 'split' && row && <Later load={LATER.splitDialog} props={{ row, onClose: close }} />}
      {state.dialog === 'comments' && row && (
        <Later
          load={LATER.commentsDialog}
          props={{ row, comments: state.comments.get(row.segment.id) ?? [], onClose: close }}
        />
      )}
      {state.dialog === 'term' && <Later load={LATER.termDialog} props={{ state, onClose: close }} />}
      {state.dialog === 'replace' && <Later load={LATER.replaceDialog} props={{ state, onClose: close }} />}
      {state.dialog === 'go-to' && <GoToDialog count={countRows(state.rows)} onClose={close} />}
    </>
  );
}

interface NotOpenProps {
  readonly opening: Exclude<EditorState['opening'], 'open'>;
  readonly messages: EditorMessages;
}

function NotOpen({ opening, messages }: NotOpenProps): VNode {
  if (opening === 'opening') {
    return (
      <p class="editor-loading" role="status">
        {messages.workplace.opening}
      </p>
    );
  }
  return (
    <div class="page page-narrow">
      <Notice tone="danger" title={messages.segments.notOpened}>
        <p>{opening.failed}</p>
      </Notice>
    </div>
  );
}
