import type { SegmentId } from '../../../memory/model/project.ts';
import type { Action } from './actions.ts';
import type { Offer } from './suggestions.ts';

export type OfferAction = Extract<
  Action,
  { type: 'suggestionsAsked' | 'suggestionsFound' | 'suggestionsFailed' | 'memoryChanged' }
>;

/** Beyond this many segments the suggestions asked for longest ago are let go. */
const MOST_OFFERS = 60;

export function reduceOffers(
  offers: ReadonlyMap<SegmentId, Offer>,
  action: OfferAction,
): ReadonlyMap<SegmentId, Offer> {
  switch (action.type) {
    case 'suggestionsAsked': {
      const { found } = offers.get(action.segmentId) ?? {};
      return put(offers, action.segmentId, { state: 'asked', stale: false, ...(found && { found }) });
    }
    case 'suggestionsFound': {
      const stale = offers.get(action.segmentId)?.stale ?? false;
      return put(offers, action.segmentId, { state: 'found', found: action.found, stale });
    }
    case 'suggestionsFailed':
      return put(offers, action.segmentId, { state: 'failed', stale: true, fault: action.message });
    case 'memoryChanged':
      return new Map([...offers].map(([id, offer]) => [id, { ...offer, stale: true }]));
  }
}

function put(offers: ReadonlyMap<SegmentId, Offer>, segmentId: SegmentId, offer: Offer): ReadonlyMap<SegmentId, Offer> {
  const rest = [...offers].filter(([id]) => id !== segmentId).slice(-(MOST_OFFERS - 1));
  return new Map([...rest, [segmentId, offer]]);
}
