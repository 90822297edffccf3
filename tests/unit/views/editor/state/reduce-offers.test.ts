import { describe, expect, it } from 'vitest';
import { type OfferAction, reduceOffers } from '../../../../../views/editor/state/reduce-offers.ts';
import { numbered, type Offer } from '../../../../../views/editor/state/suggestions.ts';

const found = { matches: [], related: [], fragments: [], terms: [] };
const offersAfter = (...actions: readonly OfferAction[]) =>
  actions.reduce<ReadonlyMap<number, Offer>>(reduceOffers, new Map());

describe('the suggestions at hand', () => {
  it('are asked for, found, and kept in view while asked for again', () => {
    const once = offersAfter(
      { type: 'suggestionsAsked', segmentId: 1 },
      { type: 'suggestionsFound', segmentId: 1, found },
    );
    expect(once.get(1)).toEqual({ state: 'found', found, stale: false });
    expect(reduceOffers(once, { type: 'suggestionsAsked', segmentId: 1 }).get(1)).toMatchObject({
      state: 'asked',
      found,
    });
  });

  it('are stale once the memory changes, even those that are just on their way', () => {
    const changed = offersAfter(
      { type: 'suggestionsAsked', segmentId: 1 },
      { type: 'memoryChanged' },
      { type: 'suggestionsFound', segmentId: 1, found },
    );
    expect(changed.get(1)).toEqual({ state: 'found', found, stale: true });
  });

  it('can be asked for again after a failure', () => {
    const failed = offersAfter(
      { type: 'suggestionsAsked', segmentId: 1 },
      { type: 'suggestionsFailed', segmentId: 1, message: 'No answer.' },
    );
    expect(failed.get(1)).toEqual({ state: 'failed', stale: true, fault: 'No answer.' });
  });

  it('keep what a machine was paid for, whatever becomes of the rest', () => {
    const machine = { state: 'found', translation: { engine: 'DeepL', target: ['The port.'] } } as const;
    const offers = offersAfter(
      { type: 'machineAnswered', segmentId: 1, machine: { state: 'asked' } },
      { type: 'machineAnswered', segmentId: 1, machine },
      { type: 'suggestionsAsked', segmentId: 1 },
      { type: 'suggestionsFound', segmentId: 1, found },
      { type: 'memoryChanged' },
    );
    expect(offers.get(1)).toEqual({ state: 'found', found, stale: true, machine });
    expect(numbered(offers.get(1))).toEqual([machine.translation]);
  });

  it('are let go, oldest first, beyond sixty segments', () => {
    const many = offersAfter(
      ...Array.from({ length: 65 }, (_, id): OfferAction => ({ type: 'suggestionsFound', segmentId: id, found })),
    );
    expect(many.size).toBe(60);
    expect(many.has(4)).toBe(false);
    expect(many.has(5)).toBe(true);
  });
});
