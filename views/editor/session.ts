import type { InlineContent } from '../../memory/model/inline.ts';
import type { Segment, SegmentId } from '../../memory/model/project.ts';
import { createStore } from '../components/store.ts';
import type { EditorMessages } from '../messages/editor.ts';
import type { Change } from './saving/change.ts';
import type { Saver } from './saving/saver.ts';
import type { Action } from './state/actions.ts';
import type { Orphan } from './state/orphans.ts';
import { reduce } from './state/reduce.ts';
import { type Source, sameContent } from './state/row.ts';
import { rowAt } from './state/rows.ts';
import { type EditorState, rowOfSegment } from './state/state.ts';
import { isUntouched, type TogetherEdit, type TogetherKind, togetherOf } from './state/together.ts';
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
  /** Changes several targets at once; can be taken back whole. Done for none that are locked or gone. */
  changeTogether(kind: TogetherKind, edits: readonly TogetherEdit[]): void;
  /** Takes the last such change back, but for what was written or confirmed since. @returns how many were taken back */
  takeBack(): number;
  confirm(index: number): void;
  unconfirm(index: number): void;
  /** Has the suggestions looked up anew: something was changed in the memory. */
  memoryChanged(): void;
  /** Sends all drafts now. */
  flush(): void;
  /** Ends a conflict, by what stands here or by what the server has. */
  settle(segmentId: SegmentId, choice: 'mine' | 'theirs'): void;
  /** Keeps what was written for a segment that is gone no longer. */
  letGo(orphan: Orphan): void;
  /** The segment was changed elsewhere: it is shown as it is now, unless something of it waits here. */
  accept(segment: Segment): void;
  /** Shows the document as it is now that segments were split or joined. */
  reopen(segments: readonly Segment[]): void;
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
  const store = createStore(initial, reduce);
  const { state } = store;

  const session: Session = {
    target: undefined,
    messages,
    ...store,
    announce: (text) => session.dispatch({ type: 'announced', text }),

    move: (index) => {
      if (index === state().active || rowAt(state().rows, index) === undefined) return;
      parts.saver.flush();
      session.dispatch({ type: 'moved', index });
      parts.onMove();
    },
    edit: (index, target, source) => {
      session.dispatch({ type: 'edited', index, target, source });
      keep(index, 'save');
    },
    changeTogether: (kind, edits) => {
      const open = edits.filter(({ index }) => rowAt(state().rows, index)?.segment.locked === false);
      const together = togetherOf(kind, open, (index) => rowAt(state().rows, index));
      session.dispatch({ type: 'changedTogether', edits: open, together });
      for (const { index } of open) keep(index, 'save');
      showAgain();
    },
    takeBack: () => {
      const { together } = state();
      const changes = (together?.changes ?? []).flatMap(({ segmentId, before, after }) => {
        const row = rowOfSegment(state(), segmentId);
        return row !== undefined && isUntouched(row, after) ? [{ segmentId, ...before }] : [];
      });
      session.dispatch({ type: 'takenBack', changes });
      for (const { segmentId, status } of changes) {
        const done = status === 'confirmed' || status === 'reviewed';
        keep(state().indexes.get(segmentId) ?? -1, done ? 'confirm' : 'save');
      }
      showAgain();
      return changes.length;
    },
    confirm: (index) => {
      session.dispatch({ type: 'confirmed', index });
      keep(index, 'confirm');
    },
    unconfirm: (index) => {
      session.dispatch({ type: 'unconfirmed', index });
      keep(index, 'unconfirm');
    },
    memoryChanged: () => {
      session.dispatch({ type: 'memoryChanged' });
      parts.onMove();
    },
    flush: () => parts.saver.flush(),
    settle: (segmentId, choice) => {
      const theirs = rowOfSegment(state(), segmentId)?.theirs;
      if (choice === 'theirs') {
        parts.saver.drop(segmentId);
        session.dispatch({ type: 'theirsChosen', segmentId });
        showAgain();
      } else {
        session.dispatch({ type: 'mineChosen', segmentId });
        if (theirs !== undefined) parts.saver.insist(segmentId, theirs.version);
      }
    },
    letGo: ({ segmentId, keys }) => {
      parts.saver.forget(keys);
      session.dispatch({ type: 'orphanLetGo', segmentId });
    },
    accept: (segment) => {
      const row = rowOfSegment(state(), segment.id);
      if (row === undefined || row.saving !== 'saved' || segment.version <= row.segment.version) return;
      // The saver would send the next change on top of the version that its last one led to.
      parts.saver.drop(segment.id);
      session.dispatch({ type: 'delivered', segment, latest: true });
      if (!sameContent(row.target, segment.target)) showAgain();
    },
    reopen: (segments) => {
      // The saver would send the next change on top of the version that its last one led to.
      for (const segment of segments) {
        const row = rowOfSegment(state(), segment.id);
        // One that was cut is another to be written in, and gets an editor of its own.
        if (row === undefined || sameContent(row.segment.source, segment.source)) session.accept(segment);
        else if (row.saving === 'saved') parts.saver.drop(segment.id);
      }
      session.dispatch({ type: 'opened', segments });
    },
  };

  /** What the open editor shows is put in step with its row. */
  function showAgain(): void {
    const { target } = session;
    const row = target && rowOfSegment(state(), target.segmentId);
    if (row !== undefined) target?.show(row.target, row.source);
  }

  function keep(index: number, kind: Change['kind']): void {
    const row = rowAt(state().rows, index);
    if (row === undefined) return;
    const { segment, target, source } = row;
    parts.saver.keep({ segmentId: segment.id, kind, target, source, version: segment.version });
  }

  const parts = partsOf(session);
  return session;
}
