import { describe, expect, it } from 'vitest';
import { moveToNumber } from '../../../../views/editor/commands/moving.ts';
import { activeRow } from '../../../../views/editor/state/state.ts';
import { segment } from './segments.ts';
import { startSession } from './start-session.ts';

const DRAFT = { target: ['One.'], status: 'draft' } as const;
const FUZZY = { origin: { kind: 'match', match: 'fuzzy', rate: 82 }, inserted: 'As stored.' } as const;

describe('confirming', () => {
  it('confirms, goes to the next unconfirmed, and says both', () => {
    const { kept, run, active } = startSession([
      segment(1, DRAFT),
      segment(2, { target: ['Two.'], status: 'confirmed' }),
      segment(3, { locked: true }),
      segment(4),
    ]);
    expect(run('confirm')).toBe('Segment 1 confirmed. Segment 4 of 4.');
    expect(active()?.index).toBe(3);
    expect(kept).toEqual(['1 confirm One. v1', 'flush']);
  });

  it('goes on from the end to the start, and says when all is done', () => {
    const { session, run, active } = startSession([segment(1), segment(2, { ...DRAFT, target: ['Two.'] })]);
    session.move(1);
    run('confirm');
    expect(active()?.index).toBe(0);
    session.edit(0, ['One.'], {});
    expect(run('confirm')).toBe('Segment 1 confirmed. Every segment is confirmed.');
    expect(active()?.index).toBe(0);
  });

  it('confirms nothing that is empty, locked, or in conflict', () => {
    const { session, kept, run } = startSession([
      segment(1),
      segment(2, { ...DRAFT, locked: true }),
      segment(3, DRAFT),
    ]);
    expect(run('confirm')).toContain('nothing to confirm');
    session.move(1);
    expect(run('confirm')).toContain('locked');
    session.move(2);
    session.dispatch({ type: 'conflicted', segmentId: 3, theirs: segment(3, { version: 5 }) });
    expect(run('confirm')).toContain('choose a version');
    expect(kept.filter((line) => line.includes('confirm'))).toEqual([]);
  });

  it('asks about a fuzzy match that nobody edited, once', () => {
    const { session, kept, run } = startSession([segment(1), segment(2)]);
    session.edit(0, ['As stored.'], FUZZY);
    expect(run('confirm')).toContain('82\u202f% match');
    expect(activeRow(session.state())?.warning).toContain('Confirm once more');
    run('confirm');
    expect(kept).toContain('1 confirm As stored. v1');
  });

  it('is held back by errors, however often it is asked for', () => {
    const code = { form: 'standalone', id: '1' } as const;
    const { kept, run, active } = startSession([
      segment(1, { ...DRAFT, source: ['Phrase', code, ' une.'] }),
      segment(2),
    ]);
    expect(run('confirm')).toContain('Not confirmed. The code “1” of the source is missing.');
    expect(run('confirm')).toContain('Not confirmed.');
    expect(active()).toMatchObject({ index: 0, asked: true });
    expect(kept).toEqual([]);
  });

  it('asks again when the target has changed since it warned', () => {
    const { session, kept, run } = startSession([segment(1, DRAFT), segment(2)]);
    session.edit(0, ['One'], {});
    expect(run('confirm')).toContain('The source ends with a full stop, the translation with none.');
    session.edit(0, ['One!'], {});
    expect(run('confirm')).toContain('with an exclamation mark.');
    expect(kept.filter((line) => line.includes('confirm'))).toEqual([]);
    run('confirm');
    expect(kept).toContain('1 confirm One! v1');
  });

  it('does not confirm twice what is confirmed', () => {
    const { kept, run } = startSession([segment(1, { ...DRAFT, status: 'confirmed' }), segment(2)]);
    run('confirm');
    expect(kept).toEqual(['flush']);
  });

  it('is taken back only where there is something to take back', () => {
    const { kept, run, active } = startSession([segment(1, { ...DRAFT, status: 'confirmed', version: 4 })]);
    run('unconfirm');
    expect(active()?.status).toBe('draft');
    expect(kept).toEqual(['1 unconfirm One. v4']);
    expect(run('unconfirm')).toBe('Segment 1 is not confirmed.');
  });
});

describe('the next issue', () => {
  it('is looked for in the document’s other segments, from the end back to the start', async () => {
    const { session, run, active } = startSession([
      segment(1, { target: ['One one.'], status: 'draft' }),
      segment(2, { ...DRAFT, source: ['Une phrase.'], target: ['A sentence.'] }),
      segment(3, { target: ['Three'], status: 'draft' }),
    ]);
    expect(run('nextIssue')).toContain('Segment 1: “one” stands twice.');
    session.move(1);
    run('nextIssue');
    await expect.poll(() => session.state().announcement.text).toContain('Segment 3: The source ends with a full stop');
    expect(active()).toMatchObject({ index: 2, asked: true });
    session.move(1);
    session.edit(2, [], {});
    run('nextIssue');
    await expect.poll(() => active()?.index).toBe(0);
  });

  it('is none where the checks find nothing', () => {
    const { run } = startSession([segment(1, DRAFT), segment(2)]);
    expect(run('nextIssue')).toBe('The checks find nothing in this document.');
  });
});

describe('moving', () => {
  it('stops at both ends', () => {
    const { run, active } = startSession([segment(1), segment(2)]);
    expect(run('previousSegment')).toBe('This is the first segment.');
    expect(run('nextSegment')).toBe('Segment 2 of 2.');
    expect(run('nextSegment')).toBe('This is the last segment.');
    expect(active()?.index).toBe(1);
  });

  it('goes to numbers that there are, and to no others', () => {
    const { session, active } = startSession([segment(1), segment(2)]);
    expect(moveToNumber(session, 2)).toBe(true);
    for (const number of [0, 3, 1.5, Number.NaN]) expect(moveToNumber(session, number)).toBe(false);
    expect(active()?.index).toBe(1);
  });

  it('saves what was typed in the segment that is left', () => {
    const { session, kept, run } = startSession([segment(1), segment(2)]);
    session.edit(0, ['Typed.'], {});
    run('nextSegment');
    expect(kept).toEqual(['1 save Typed. v1', 'flush']);
  });
});

describe('settling a conflict', () => {
  const theirs = segment(1, { target: ['Theirs.'], status: 'draft', version: 5 });

  it('sends mine on top of theirs', () => {
    const { session, kept, active } = startSession([segment(1)]);
    session.edit(0, ['Mine.'], {});
    session.dispatch({ type: 'conflicted', segmentId: 1, theirs });
    session.settle(1, 'mine');
    expect(kept.at(-1)).toBe('1 insist v5');
    expect(active()).toMatchObject({ target: ['Mine.'], saving: 'kept' });
  });

  it('lets mine go for theirs', () => {
    const { session, kept, active } = startSession([segment(1)]);
    session.edit(0, ['Mine.'], {});
    session.dispatch({ type: 'conflicted', segmentId: 1, theirs });
    session.settle(1, 'theirs');
    expect(kept.at(-1)).toBe('1 drop');
    expect(active()).toMatchObject({ target: ['Theirs.'], saving: 'saved' });
  });
});

describe('suggestions', () => {
  it('are said to be on their way until they are there', () => {
    const { session, run } = startSession([segment(1)]);
    expect(run('insertMatch')).toBe('The suggestions are still on their way.');
    session.dispatch({
      type: 'suggestionsFound',
      segmentId: 1,
      found: { matches: [], related: [], fragments: [], terms: [] },
    });
    expect(run('insertMatch')).toBe('There is no suggestion 1.');
    expect(run('nextMatch')).toBe('There are no suggestions.');
  });
});
