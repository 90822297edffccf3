import { type Adaptation, adaptTarget } from '../match/adapt.ts';
import { netRate, penaltiesOf } from '../match/penalties.ts';
import { type ChosenPlace, choosePlace } from '../match/place.ts';
import type { Profile } from '../match/profile.ts';
import type { Ranked } from '../match/ranking.ts';
import { grossRate, IDENTICAL, IN_CONTEXT } from '../match/rate.ts';
import type { Match, MatchKind, Penalty } from '../model/match.ts';
import type { Candidate, PreparedQuery } from './prepared.ts';
import { originalLanguageOf, suggestionOf } from './suggestion.ts';

/** A unit that matches, with what its rank goes by; the rest is worked out for those that are shown. */
export interface ScoredUnit extends Ranked {
  readonly candidate: Candidate;
  readonly stored: Profile;
  readonly chosen: ChosenPlace;
  readonly grossRate: number;
  readonly penalties: readonly Penalty[];
  readonly adaptation?: Adaptation;
}

/**
 * Scores a unit for a query. A unit whose texts alone come to less than the minimum rate is no match, so an index need
 * only bring the units whose gross rate reaches it.
 * @param stored the profile of the candidate's source
 */
export function scoreUnit(prepared: PreparedQuery, candidate: Candidate, stored: Profile): ScoredUnit | undefined {
  const { query, profile } = prepared;
  const { unit, places } = candidate.found;
  const textRate = grossRate(profile, stored, Math.min(query.minimumRate, IDENTICAL));
  if (textRate === 0 || textRate < Math.min(query.minimumRate, IDENTICAL)) return undefined;

  const chosen = choosePlace(places, prepared.neighbours, query.sourceLanguage);
  const adaptation =
    textRate === IDENTICAL ? undefined : adaptTarget(profile, stored, candidate.target.content, query.targetLanguage);
  const kind = kindOf(textRate, chosen, adaptation);
  const gross = kind === 'context' ? IN_CONTEXT : (adaptation?.grossRate ?? textRate);
  const originalLanguage = originalLanguageOf(unit.originalLanguage, chosen);
  const penalties = penaltiesOf(unit, originalLanguage, candidate.memory, query.targetLanguage);
  const rate = netRate(gross, penalties);
  if (rate < query.minimumRate) return undefined;
  return {
    candidate,
    stored,
    chosen,
    kind,
    rate,
    grossRate: gross,
    penalties,
    ...(adaptation === undefined ? {} : { adaptation }),
    unitId: unit.id,
    memory: candidate.memory,
    status: unit.status,
    changedAt: unit.changedAt,
    provenance: chosen.place?.provenance ?? {},
  };
}

/** What a unit says, and in which memory: databases that keep units side by side may have the same twice. */
export function pairOf({ memory, candidate }: ScoredUnit): string {
  return JSON.stringify([memory.id, candidate.source.content, candidate.target.content]);
}

/** The match as it is shown. */
export function matchOf(prepared: PreparedQuery, scored: ScoredUnit): Match {
  const { adaptation, kind, rate, grossRate: gross, penalties } = scored;
  return {
    ...suggestionOf(prepared, scored.candidate, scored.stored, scored.chosen),
    kind,
    rate,
    grossRate: gross,
    penalties,
    ...(adaptation === undefined ? {} : { target: adaptation.target, adapted: adaptation.replaced }),
  };
}

function kindOf(textRate: number, chosen: ChosenPlace, adaptation: Adaptation | undefined): MatchKind {
  if (textRate === IDENTICAL) return chosen.inContext ? 'context' : 'exact';
  return adaptation === undefined ? 'fuzzy' : 'adapted';
}
