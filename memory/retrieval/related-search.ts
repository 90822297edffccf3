import { choosePlace } from '../match/place.ts';
import { type Profile, profileOf } from '../match/profile.ts';
import { grossRate } from '../match/rate.ts';
import type { Related } from '../model/match.ts';
import type { UnitId, UnitInContext } from '../model/unit.ts';
import { candidateOf, type PreparedQuery } from './prepared.ts';
import { confidenceOf, LEAST_CONFIDENCE, type Statistics, type Terms, weightsOf } from './related.ts';
import type { FoundRelated } from './retrieval.ts';
import { suggestionOf } from './suggestion.ts';

/** Two stored sentences this much alike say the same; the second would take a place and show nothing new. */
const NEAR_DUPLICATE = 85;
/** How many units are looked at for each that is shown, to have enough when duplicates are left out. */
const SPARE = 5;

/** Goes through the units of a lookup once, and knows then which are related: how rare a word is shows only at the end. */
export class RelatedSearch {
  readonly #query: Terms;
  readonly #seen: { readonly unitId: UnitId; readonly terms: Terms }[] = [];
  readonly #frequency = new Map<string, number>();
  #sentences = 0;
  #occurrences = 0;

  constructor(query: Terms) {
    this.#query = query;
  }

  see(unitId: UnitId, stored: Terms): void {
    this.#sentences++;
    this.#occurrences += stored.length;
    // Of each sentence only what it shares with the query is kept.
    const counts = new Map<string, number>();
    for (const stem of this.#query.counts.keys()) {
      const count = stored.counts.get(stem);
      if (count === undefined) continue;
      counts.set(stem, count);
      this.#frequency.set(stem, (this.#frequency.get(stem) ?? 0) + 1);
    }
    if (counts.size > 0) this.#seen.push({ unitId, terms: { counts, length: stored.length } });
  }

  /** Those with enough confidence, best first, the older unit first where two are alike. */
  inOrder(): readonly FoundRelated[] {
    const statistics: Statistics = {
      sentences: this.#sentences,
      meanLength: this.#occurrences / Math.max(1, this.#sentences),
      frequency: this.#frequency,
    };
    const weights = weightsOf(this.#query, statistics);
    return this.#seen
      .map(({ unitId, terms }) => ({ unitId, confidence: confidenceOf(weights, terms, statistics) }))
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .sort((a, b) => b.confidence - a.confidence || a.unitId - b.unitId);
  }
}

/** A match, by its unit and the profile of its source. */
interface ShownMatch {
  readonly unitId: UnitId;
  readonly stored: Profile;
}

/** As many of the units found, best first, as can make a difference to what is shown. */
export function mostShown(found: readonly FoundRelated[], limit: number): readonly FoundRelated[] {
  return found.slice(0, limit * (SPARE + 1));
}

/**
 * The related sentences that are shown: none that is shown as a match, and none that is nearly the same as one above
 * it or as a match.
 */
export async function relatedOf(
  prepared: PreparedQuery,
  found: readonly FoundRelated[],
  matches: readonly ShownMatch[],
  unitsOf: (ids: readonly UnitId[]) => Promise<readonly UnitInContext[]>,
): Promise<readonly Related[]> {
  const { query, neighbours } = prepared;
  const matched = new Set(matches.map((match) => match.unitId));
  const shown: Profile[] = matches.map((match) => match.stored);
  const related: Related[] = [];
  const candidates = found.filter(({ unitId }) => !matched.has(unitId)).slice(0, query.limit * SPARE);
  const units = new Map<UnitId, UnitInContext>();
  for (const [index, { unitId, confidence }] of candidates.entries()) {
    if (index % query.limit === 0) {
      // Mostly the first few are all that is needed; one by one, each would be a question of its own.
      const next = candidates.slice(index, index + query.limit).map((one) => one.unitId);
      for (const read of await unitsOf(next)) units.set(read.unit.id, read);
    }
    const unit = units.get(unitId);
    const candidate = unit && candidateOf(prepared, unit);
    if (candidate === undefined) continue;
    const stored = profileOf(candidate.source.content, query.sourceLanguage);
    if (shown.some((other) => grossRate(stored, other, NEAR_DUPLICATE) >= NEAR_DUPLICATE)) continue;
    shown.push(stored);
    const chosen = choosePlace(candidate.found.places, neighbours, query.sourceLanguage);
    related.push({ ...suggestionOf(prepared, candidate, stored, chosen), confidence });
    if (related.length === query.limit) break;
  }
  return related;
}
