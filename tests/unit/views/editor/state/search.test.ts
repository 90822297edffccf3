import { describe, expect, it } from 'vitest';
import { reduce } from '../../../../../views/editor/state/reduce.ts';
import { initialState } from '../../../../../views/editor/state/state.ts';
import { PLACE } from '../segments.ts';

const START = initialState(PLACE);
const FOUND = { items: [], total: { count: 0, exact: true } };
const asked = reduce(START, { type: 'searchAsked', text: 'quai', language: 'fr' });

describe('a search in the editor', () => {
  it('waits for a text', () => {
    expect(reduce(START, { type: 'searchAsked', text: ' ' }).search).toEqual({ text: ' ', state: 'idle' });
    expect(asked.search).toEqual({ text: 'quai', language: 'fr', state: 'asked' });
  });

  it('takes the answer to itself alone, and keeps it in view until the next', () => {
    const search = asked.search ?? { text: '', state: 'idle' };
    const answer = { type: 'searchFound', search, mode: 'words', found: FOUND } as const;
    const found = reduce(asked, answer);
    expect(found.search).toMatchObject({ state: 'found', mode: 'words', found: FOUND });
    const again = reduce(found, { type: 'searchAsked', text: 'port' });
    expect(again.search).toEqual({ text: 'port', state: 'asked', found: FOUND });
    expect(reduce(again, answer)).toBe(again);
    expect(reduce(again, { type: 'searchFailed', search, message: 'late' })).toBe(again);
    expect(reduce(asked, { type: 'searchFailed', search, message: 'why' }).search).toMatchObject({ fault: 'why' });
  });

  it('ends when it is closed, and with the segment', () => {
    expect(reduce(asked, { type: 'searchClosed' })).not.toHaveProperty('search');
    expect(reduce(asked, { type: 'moved', index: 1 })).not.toHaveProperty('search');
    expect(reduce(START, { type: 'searchClosed' })).toBe(START);
  });
});
