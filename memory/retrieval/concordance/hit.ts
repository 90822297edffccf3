import type { ConcordanceHit, ConcordanceSide, UnitConditions } from '../../model/concordance.ts';
import { contentText } from '../../model/inline.ts';
import { type Language, languageOf } from '../../model/language.ts';
import type { Memory, UnitInContext, UnitPlace, Variant } from '../../model/unit.ts';
import { documentMeets } from './conditions.ts';
import { marksIn, type TextSearch } from './text-search.ts';

/** The unit as a hit; `undefined` where neither side says what is searched for. */
export function hitOf(
  { unit, places }: UnitInContext,
  memory: Memory,
  texts: readonly TextSearch[],
  conditions: UnitConditions,
): ConcordanceHit | undefined {
  const fr = sideOf(unit.fr, texts);
  const en = sideOf(unit.en, texts);
  if (fr.marks.length + en.marks.length === 0) return undefined;
  const place = placeShown(places, conditions);
  const originalLanguage: Language | undefined = unit.originalLanguage ?? place?.provenance.originalLanguage;
  return {
    unitId: unit.id,
    memory: { id: memory.id, name: memory.name },
    fr,
    en,
    ...(originalLanguage !== undefined && { originalLanguage }),
    provenance: place?.provenance ?? {},
    ...(place && { documentId: place.documentId, position: place.position }),
    ...(place?.block && { block: place.block }),
    ...(place?.previous && { previous: place.previous }),
    ...(place?.next && { next: place.next }),
    origin: unit.origin,
    status: unit.status,
    createdAt: unit.createdAt,
    changedAt: unit.changedAt,
  };
}

function sideOf({ language, content }: Variant, texts: readonly TextSearch[]): ConcordanceSide {
  const search = texts.find((text) => text.language === languageOf(language));
  return { language, content, marks: search === undefined ? [] : marksIn(contentText(content), search) };
}

/** Of the places where a unit stands, the first that meets what is asked; of these, one with provenance. */
function placeShown(places: readonly UnitPlace[], conditions: UnitConditions): UnitPlace | undefined {
  const meeting = places.filter(({ provenance }) => documentMeets(provenance, conditions));
  const known = (place: UnitPlace) => Object.keys(place.provenance).length > 0;
  return meeting.find(known) ?? meeting[0] ?? places.find(known) ?? places[0];
}
