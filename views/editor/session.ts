import type { InlineContent } from '../../memory/model/inline.ts';
import type { SegmentId } from '../../memory/model/project.ts';
import type { EditorMessages } from '../messages/editor.ts';
import type { Change } from './saving/change.ts';
import type { Saver } from './saving/saver.ts';
import type { Action } from './state/actions.ts';
import { reduce } from './state/reduce.ts';
import type { Source } from './state/row.ts';
import { rowAt } from './state/rows.ts';
import { type EditorState, rowOfSegment } from './state/state.ts';
import type { TargetEditor } from './target/target-editor.ts';

/** The running editor: its state, and all that changes it and must be saved. */
export interface Session {
  readonly messages: EditorMessages;
  state(): EditorState;
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  /** Tells what screen readers read out and the status line shows. */
  announce(text: string): void;
  move(index: number): void;
  edit(index: number, target: InlineContent, source: Source): void;
  confirm(index: number): void;
  unconfirm(index: number): void;
  /** Sends all drafts now. */
  flush(): void;
  /** Ends a conflict, by what stands here or by what the server has. */
  settle(segmentId: SegmentId, choice: 'mine' | 'theirs'): void;
  /** The editor of the active target, while there is one. */
  target: TargetEditor | undefined;
}

/** What a session needs of its surroundings. */
export interface SessionParts {
  readonly saver: Saver;
  /** Called after the active segment has changed. */
  readonly onMove: () => void;
}

export function createSession(
  initial: EditorState,
  messages: EditorMessages,
  partsOf: (session: Session) => SessionParts,
): Session {
  let state = initial;
  const listeners = new Set<() => void>();

  const session: Session = {
    target: undefined,
    messages,
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch: (action) => {
      const next = reduce(state, action);
      if (next === state) return;
      state = next;
      for (const listener of listeners) listener();
    },
    announce: (text) => session.dispatch({ type: 'announced', text }),

    move: (index) => {
      if (index === state.active || rowAt(state.rows, index) === undefined) return;
      parts.saver.flush();
      session.dispatch({ type: 'moved', index });
      parts.onMove();
    },
    edit: (index, target, source) => {
      session.dispatch({ type: 'edited', index, target, source });
      keep(index, 'save');
    },
    confirm: (index) => {
      session.dispatch({ type: 'confirmed', index });
      keep(index, 'confirm');
    },
    unconfirm: (index) => {
      session.dispatch({ type: 'unconfirmed', index });
      keep(index, 'unconfirm');
    },
    flush: () => parts.saver.flush(),
    settle: (segmentId, choice) => {
      const theirs = rowOfSegment(state, segmentId)?.theirs;
      if (choice === 'theirs') {
        parts.saver.drop(segmentId);
        session.dispatch({ type: 'theirsChosen', segmentId });
        const row = rowOfSegment(state, segmentId);
        if (row !== undefined && session.target?.segmentId === segmentId) session.target.show(row.target, row.source);
      } else {
        session.dispatch({ type: 'mineChosen', segmentId });
        if (theirs !== undefined) parts.saver.insist(segmentId, theirs.version);
      }
    },
  };

  function keep(index: number, kind: Change['kind']): void {
    const row = rowAt(state.rows, index);
    if (row === undefined) return;
    const { segment, target, source } = row;
    parts.saver.keep({ segmentId: segment.id, kind, target, source, version: segment.version });
  }

  const parts = partsOf(session);
  return session;
}
