import type { VNode } from 'preact';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import type { EditorMessages } from '../messages/editor.ts';
import { MessagesProvider } from '../messages/messages.ts';
import { Bar } from './parts/bar.tsx';
import { ConcordancePane } from './parts/concordance-pane.tsx';
import { type Surroundings, SurroundingsProvider, useSessionState } from './parts/context.ts';
import { GoToDialog } from './parts/go-to-dialog.tsx';
import { Later } from './parts/later.tsx';
import { SegmentList } from './parts/segment-list.tsx';
import { SuggestionPanel } from './parts/suggestion-panel.tsx';
import { TogetherNotice } from './parts/together-notice.tsx';
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
      <Bar state={state} />
      {state.filterOpen && <Later load={filterBar} props={{ state }} />}
      {state.together && <TogetherNotice together={state.together} />}
      <div class="workplace">
        <SegmentList state={state} session={session} />
        {state.search === undefined ? (
          <SuggestionPanel row={row} offer={row && state.offers.get(row.segment.id)} step={state.step} />
        ) : (
          <ConcordancePane search={state.search} />
        )}
      </div>
      {state.dialog === 'help' && <Later load={helpDialog} props={{ onClose: close }} />}
      {state.dialog === 'versions' && row && (
        <Later load={versionsDialog} props={{ row, place: state.place, onClose: close }} />
      )}
      {state.dialog === 'split' && row && <Later load={splitDialog} props={{ row, onClose: close }} />}
      {state.dialog === 'comments' && row && (
        <Later
          load={commentsDialog}
          props={{ row, comments: state.comments.get(row.segment.id) ?? [], onClose: close }}
        />
      )}
      {state.dialog === 'term' && <Later load={termDialog} props={{ state, onClose: close }} />}
      {state.dialog === 'replace' && <Later load={replaceDialog} props={{ state, onClose: close }} />}
      {state.dialog === 'go-to' && <GoToDialog count={countRows(state.rows)} onClose={close} />}
    </>
  );
}

const commentsDialog = async () => (await import('./parts/comments-dialog.tsx')).CommentsDialog;
const filterBar = async () => (await import('./parts/filter-bar.tsx')).FilterBar;
const helpDialog = async () => (await import('./parts/help-dialog.tsx')).HelpDialog;
const versionsDialog = async () => (await import('./parts/versions-dialog.tsx')).VersionsDialog;
const splitDialog = async () => (await import('./parts/split-dialog.tsx')).SplitDialog;
const termDialog = async () => (await import('./parts/term-dialog.tsx')).TermDialog;
const replaceDialog = async () => (await import('./parts/replace-dialog.tsx')).ReplaceDialog;

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
