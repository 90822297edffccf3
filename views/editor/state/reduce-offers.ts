import type { SegmentId } from '../../../memory/model/project.ts';
import type { Action } from './actions.ts';
import { machineOfferOf, type Offer } from './suggestions.ts';

export type OfferAction = Extract<
  Action,
  { type: 'suggestionsAsked' | 'suggestionsFound' | 'suggestionsFailed' | 'machineAnswered' | 'memoryChanged' }
>;

/** Beyond this many segments the suggestions asked for longest ago are let go. */
const MOST_OFFERS = 60;

export function reduceOffers(
  offers: ReadonlyMap<SegmentId, Offer>,
  action: OfferAction,
): ReadonlyMap<SegmentId, Offer> {
  if (action.type === 'memoryChanged') {
    return new Map([...offers].map(([id, offer]) => [id, { ...offer, stale: true }]));
  }
  const before = offers.get(action.segmentId);
  // What a machine was paid for is not asked for again.
  const paid = before?.machine && { machine: before.machine };
  switch (action.type) {
    case 'suggestionsAsked': {
      const found = before?.found && { found: before.found };
      return put(offers, action.segmentId, { state: 'asked', stale: false, ...found, ...paid });
    }
    case 'suggestionsFound': {
      const stale = before?.stale ?? false;
      const machine = machineOfferOf(action.found.machine);
      const unasked = machine && { machine };
      return put(offers, action.segmentId, { state: 'found', found: action.found, stale, ...unasked, ...paid });
    }
    case 'suggestionsFailed':
      return put(offers, action.segmentId, { state: 'failed', stale: true, fault: action.message, ...paid });
    case 'machineAnswered':
      return put(offers, action.segmentId, { ...(before ?? NOT_ASKED), machine: action.machine });
  }
}

/** The memories have not been asked for it yet. */
const NOT_ASKED: Offer = { state: 'asked', stale: true };

function put(offers: ReadonlyMap<SegmentId, Offer>, segmentId: SegmentId, offer: Offer): ReadonlyMap<SegmentId, Offer> {
  const rest = [...offers].filter(([id]) => id !== segmentId).slice(-(MOST_OFFERS - 1));
  return new Map([...rest, [segmentId, offer]]);
}
