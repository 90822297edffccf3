import { contentText, type InlineContent } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import type { UnitPlace } from '../model/unit.ts';

/** The neighbours of a segment; absent at either end of its document, both absent when nothing is known of them. */
export interface Neighbours {
  readonly previous?: InlineContent;
  readonly next?: InlineContent;
}

/** Where a unit stands that a suggestion speaks of. */
export interface ChosenPlace {
  /** Absent for a unit that came from no document. */
  readonly place?: UnitPlace;
  /** Whether its neighbours there are those of the segment, letter for letter. */
  readonly inContext: boolean;
}

/** Of the places where a unit stands, the one with the segment's own neighbours; else the first that has provenance. */
export function choosePlace(places: readonly UnitPlace[], neighbours: Neighbours, language: Language): ChosenPlace {
  const inContext = places.find((place) => isContext(place, neighbours, language));
  if (inContext !== undefined) return { place: inContext, inContext: true };
  const place = places.find(({ provenance }) => Object.keys(provenance).length > 0) ?? places[0];
  return place === undefined ? { inContext: false } : { place, inContext: false };
}

function isContext(place: UnitPlace, { previous, next }: Neighbours, language: Language): boolean {
  if (previous === undefined && next === undefined) return false;
  return textOf(previous) === place.previous?.[language] && textOf(next) === place.next?.[language];
}

function textOf(content: InlineContent | undefined): string | undefined {
  return content === undefined ? undefined : contentText(content);
}
