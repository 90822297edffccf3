import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../../views/editor/state/actions.ts';
import { countUnread } from '../../../../../views/editor/state/comments.ts';
import { reduce } from '../../../../../views/editor/state/reduce.ts';
import { isUnedited } from '../../../../../views/editor/state/row.ts';
import { rowAt } from '../../../../../views/editor/state/rows.ts';
import { activeRow, type EditorState, initialState } from '../../../../../views/editor/state/state.ts';
import { PLACE, segment, segments } from '../segments.ts';

const FUZZY = { kind: 'match', match: 'fuzzy', rate: 82, unitId: 7 } as const;

function stateAfter(...actions: readonly Action[]): EditorState {
  return actions.reduce(reduce, reduce(initialState(PLACE), { type: 'opened', segments: segments(3) }));
}

const row = (state: EditorState, index = 0) => {
  const found = rowAt(state.rows, index);
  if (found === undefined) throw new Error(`no row ${index}`);
  return found;
};

describe('the editor’s state', () => {
  it('opens on what the server has', () => {
    const state = stateAfter();
    expect(state.opening).toBe('open');
    expect(state.indexes.get(3)).toBe(2);
    expect(row(state).saving).toBe('saved');
  });

  it('keeps to the segment that is worked on and to what the filter shows, where another was split or joined', () => {
    const filtered = { filter: { status: 'draft' }, shown: { indexes: [0, 2], hits: new Set([0, 2]) } } as const;
    const before = stateAfter({ type: 'moved', index: 2 }, { type: 'filtered', ...filtered });
    const [one, two, three] = segments(3);
    const split = reduce(before, {
      type: 'opened',
      segments: [one, segment(4), two, three].filter((s) => s !== undefined),
    });
    expect(split.active).toBe(3);
    expect(split.shown).toEqual({ indexes: [0, 1, 3], hits: new Set([0, 1, 3]) });
    const joined = reduce(before, { type: 'opened', segments: segments(2) });
    expect(joined.active).toBe(1);
    expect(joined.shown).toEqual({ indexes: [0], hits: new Set([0]) });
  });

  it('says why it could not open', () => {
    const state = reduce(initialState(PLACE), { type: 'openFailed', message: 'There is nothing here.' });
    expect(state.opening).toEqual({ failed: 'There is nothing here.' });
  });

  it('makes a draft of what is typed, and of a confirmed segment that is edited', () => {
    const typed = stateAfter({ type: 'edited', index: 0, target: ['One.'], source: {} });
    expect(row(typed)).toMatchObject({ target: ['One.'], status: 'draft', saving: 'kept' });
    const confirmed = reduce(typed, { type: 'confirmed', index: 0 });
    expect(row(confirmed).status).toBe('confirmed');
    expect(row(reduce(confirmed, { type: 'edited', index: 0, target: ['Two.'], source: {} })).status).toBe('draft');
  });

  it('makes an emptied target untranslated', () => {
    const state = stateAfter(
      { type: 'edited', index: 0, target: ['One.'], source: {} },
      { type: 'edited', index: 0, target: [], source: {} },
    );
    expect(row(state).status).toBe('untranslated');
  });

  it('knows an inserted match until it is edited', () => {
    const source = { origin: FUZZY, inserted: 'As stored.' };
    const inserted = stateAfter({ type: 'edited', index: 0, target: ['As stored.'], source });
    expect(isUnedited(row(inserted))).toBe(true);
    const edited = reduce(inserted, { type: 'edited', index: 0, target: ['As stored!'], source });
    expect(isUnedited(row(edited))).toBe(false);
    expect(row(edited).source.origin).toEqual(FUZZY);
  });

  it('keeps in mind that the findings of a row were asked for, over edits and answers of the server', () => {
    const asked = stateAfter(
      { type: 'findingsAsked', index: 0 },
      { type: 'edited', index: 0, target: ['One.'], source: {} },
      { type: 'delivered', segment: segment(1, { target: ['One.'], status: 'draft', version: 2 }), latest: true },
    );
    expect(row(asked)).toMatchObject({ asked: true, saving: 'saved' });
    expect(row(asked, 1).asked).toBeUndefined();
  });

  it('forgets a warning when the target is edited or confirmed', () => {
    const warned = stateAfter(
      { type: 'edited', index: 0, target: ['One.'], source: {} },
      { type: 'warned', index: 0, warning: 'As it was stored.' },
    );
    expect(row(warned).warning).toBe('As it was stored.');
    expect(row(reduce(warned, { type: 'edited', index: 0, target: ['Two.'], source: {} })).warning).toBeUndefined();
    expect(row(reduce(warned, { type: 'confirmed', index: 0 })).warning).toBeUndefined();
  });

  it('takes the server’s state once nothing else waits, and keeps what was typed meanwhile', () => {
    const typed = stateAfter({ type: 'edited', index: 0, target: ['One two.'], source: {} });
    const answer = segment(1, { target: ['One.'], status: 'draft', version: 2, origin: { kind: 'human' } });
    const early = row(reduce(typed, { type: 'delivered', segment: answer, latest: false }));
    expect(early).toMatchObject({ target: ['One two.'], saving: 'kept' });
    expect(early.segment.version).toBe(2);
    const late = reduce(typed, { type: 'delivered', segment: { ...answer, target: ['One two.'] }, latest: true });
    expect(row(late).saving).toBe('saved');
    expect(row(late).target).toBe(row(typed).target);
  });

  it('shows what an earlier visit left unsent', () => {
    const state = stateAfter({
      type: 'restored',
      changes: [
        { segmentId: 2, target: ['Kept.'], status: 'confirmed', source: {} },
        { segmentId: 99, target: ['Of another document.'], status: 'draft', source: {} },
      ],
    });
    expect(row(state, 1)).toMatchObject({ target: ['Kept.'], status: 'confirmed', saving: 'kept' });
    expect(row(state, 0).saving).toBe('saved');
  });

  it('holds a conflict with both versions until one is chosen', () => {
    const theirs = segment(1, { target: ['Theirs.'], status: 'confirmed', version: 5 });
    const held = stateAfter(
      { type: 'edited', index: 0, target: ['Mine.'], source: {} },
      { type: 'conflicted', segmentId: 1, theirs },
    );
    expect(row(held)).toMatchObject({ target: ['Mine.'], saving: 'held', theirs });
    const typedOn = reduce(held, { type: 'edited', index: 0, target: ['Mine too.'], source: {} });
    expect(row(typedOn)).toMatchObject({ saving: 'held', theirs });

    const mine = row(reduce(typedOn, { type: 'mineChosen', segmentId: 1 }));
    expect(mine).toMatchObject({ target: ['Mine too.'], saving: 'kept' });
    expect(mine.theirs).toBeUndefined();
    const other = row(reduce(typedOn, { type: 'theirsChosen', segmentId: 1 }));
    expect(other).toMatchObject({ target: ['Theirs.'], status: 'confirmed', saving: 'saved' });
  });

  it('keeps a refused change in view with its reason, and a refused confirmation as draft', () => {
    const confirmed = stateAfter(
      { type: 'edited', index: 0, target: ['One.'], source: {} },
      { type: 'confirmed', index: 0 },
    );
    const message = 'The memory is read-only.';
    expect(row(reduce(confirmed, { type: 'confirmationRefused', segmentId: 1, message }))).toMatchObject({
      status: 'draft',
      warning: message,
      target: ['One.'],
    });
    expect(row(reduce(confirmed, { type: 'refused', segmentId: 1, message }))).toMatchObject({
      saving: 'held',
      fault: message,
      target: ['One.'],
    });
  });

  it('forgets the step through suggestions on moving', () => {
    const stepped = stateAfter({ type: 'moved', index: 1 }, { type: 'stepped', step: 2 });
    expect(stepped.step).toBe(2);
    const moved = reduce(stepped, { type: 'moved', index: 0 });
    expect(moved.step).toBeUndefined();
    expect(activeRow(moved)?.index).toBe(0);
  });

  it('counts what others have said since it was read', () => {
    const comment = (id: number, by: string) => ({ id, segmentId: 1, text: 'Which?', at: '', by });
    const before = stateAfter({ type: 'commentsRead', comments: [comment(4, 'Ada'), comment(5, 'you')] });
    const unread = ({ comments, readComments, place }: EditorState) =>
      countUnread(comments.get(1) ?? [], readComments.get(1), place.person);
    expect(unread(before)).toBe(1);
    const seen = reduce(before, { type: 'commentsSeen', segmentId: 1, upTo: 5 });
    expect(unread(seen)).toBe(0);
    expect(reduce(seen, { type: 'commentsSeen', segmentId: 1, upTo: 4 })).toBe(seen);
    expect(unread(reduce(seen, { type: 'commented', comment: comment(6, 'Ada') }))).toBe(1);
  });

  it('tells two equal announcements apart', () => {
    const once = stateAfter({ type: 'announced', text: 'Saved.' });
    const twice = reduce(once, { type: 'announced', text: 'Saved.' });
    expect(twice.announcement.text).toBe('Saved.');
    expect(twice.announcement.count).toBe(once.announcement.count + 1);
  });
});
