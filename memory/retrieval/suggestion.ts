import type { ChosenPlace } from '../match/place.ts';
import type { Profile } from '../match/profile.ts';
import { warningsFor } from '../match/warnings.ts';
import type { Language } from '../model/language.ts';
import type { Suggestion } from '../model/match.ts';
import { diffTexts } from '../text/diff.ts';
import type { Candidate, PreparedQuery } from './prepared.ts';

/** What a match and a related sentence both say of the unit they suggest. */
export function suggestionOf(
  prepared: PreparedQuery,
  candidate: Candidate,
  stored: Profile,
  chosen: ChosenPlace,
): Suggestion {
  const { query, profile } = prepared;
  return {
    ...unitFacts(prepared, candidate, chosen),
    diff: diffTexts(stored.text, profile.text, query.sourceLanguage),
    warnings: warningsFor(profile, stored),
  };
}

/** What every suggestion says of the unit it comes from. */
export function unitFacts(
  { query }: PreparedQuery,
  { found: { unit }, memory, source, target }: Candidate,
  chosen: ChosenPlace,
): Omit<Suggestion, 'diff' | 'warnings'> {
  const original = originalLanguageOf(unit.originalLanguage, chosen);
  const { place } = chosen;
  return {
    unitId: unit.id,
    memory: { id: memory.id, name: memory.name },
    source: source.content,
    sourceLanguage: source.language,
    target: target.content,
    targetLanguage: target.language,
    ...(original === undefined ? {} : { original: original === query.sourceLanguage ? 'source' : 'target' }),
    provenance: place?.provenance ?? {},
    ...(place === undefined ? {} : { documentId: place.documentId, position: place.position }),
    ...(place?.block && { block: place.block }),
    origin: unit.origin,
    status: unit.status,
    createdAt: unit.createdAt,
    changedAt: unit.changedAt,
  };
}

/** What the unit itself says, else the document it is shown from. */
export function originalLanguageOf(ofUnit: Language | undefined, { place }: ChosenPlace): Language | undefined {
  return ofUnit ?? place?.provenance.originalLanguage;
}
