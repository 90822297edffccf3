import { describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../../../memory/model/inline.ts';
import type { Match } from '../../../../../memory/model/match.ts';
import { missingCodes } from '../../../../../views/editor/commands/coding.ts';
import { rowOf } from '../../../../../views/editor/state/row.ts';
import { initialState } from '../../../../../views/editor/state/state.ts';
import { matchToInsert } from '../../../../../views/editor/suggestions/auto-insert.ts';
import { DEFAULT_PREFERENCES } from '../../../../../views/preferences/preferences.ts';
import { PLACE, segment } from '../segments.ts';

const OPEN = { form: 'open', id: '1' } as const;
const CLOSE = { form: 'close', id: '1' } as const;
const BREAK = { form: 'standalone', id: '2' } as const;

describe('the codes that are missing', () => {
  const source: InlineContent = [OPEN, 'Port', CLOSE, BREAK, BREAK];
  const missing = (target: InlineContent) => missingCodes(rowOf(segment(1, { source, target }), 0));

  it('are those of the source that the target has not, or not as often, in their order', () => {
    expect(missing([])).toEqual([OPEN, CLOSE, BREAK, BREAK]);
    expect(missing([BREAK, OPEN, 'x'])).toEqual([CLOSE, BREAK]);
    expect(missing([OPEN, 'x', CLOSE, BREAK, BREAK])).toEqual([]);
  });
});

describe('a match that is inserted unasked', () => {
  const match = { rate: 95, warnings: [], target: ['The port.'] } as unknown as Match;
  const state = (insertFrom: number | undefined, found: Match = match) => ({
    ...initialState(PLACE, { ...DEFAULT_PREFERENCES, ...(insertFrom && { insertFrom }) }),
    offers: new Map([
      [
        1,
        { state: 'found' as const, stale: false, found: { matches: [found], related: [], fragments: [], terms: [] } },
      ],
    ]),
  });
  const row = rowOf(segment(1), 0);

  it('goes into empty targets alone, from the rate on that was chosen', () => {
    expect(matchToInsert(row, state(95))).toBe(match);
    expect(matchToInsert(row, state(100))).toBeUndefined();
    expect(matchToInsert(row, state(undefined))).toBeUndefined();
    expect(matchToInsert(rowOf(segment(1, { target: ['x'], status: 'draft' }), 0), state(75))).toBeUndefined();
    expect(matchToInsert(rowOf(segment(1, { locked: true }), 0), state(75))).toBeUndefined();
  });

  it('stays out where its rate hides a difference', () => {
    const warned = { ...match, warnings: [{ kind: 'negation', inQuery: ['ne'], inStored: [] }] } as Match;
    expect(matchToInsert(row, state(75, warned))).toBeUndefined();
  });
});
