import { type Language, languageOf } from '../../../memory/model/language.ts';
import type { Fragment, Match, Related, Suggestion } from '../../../memory/model/match.ts';
import type { Origin } from '../../../memory/model/origin.ts';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import { confidencePercent } from '../../components/rate-badge.tsx';

/** The tiers that the panel shows. */
export interface Suggestions {
  readonly matches: readonly Match[];
  readonly related: readonly Related[];
  readonly fragments: readonly Fragment[];
  readonly terms: readonly FoundTerm[];
}

/** What is known of a segment’s suggestions. What was found stays in view while it is asked for anew. */
export interface Offer {
  readonly state: 'asked' | 'found' | 'failed';
  readonly found?: Suggestions;
  /** The memory has changed since: to be asked for again when they are next needed. */
  readonly stale: boolean;
  /** Why they could not be had. */
  readonly fault?: string;
}

/** Whether an answer is still to come, also where it has not been asked for yet. */
export function isOnItsWay(offer: Offer | undefined): boolean {
  return offer === undefined || offer.state === 'asked';
}

/** As many as there are keys for. */
export const MOST_NUMBERED = 9;

/** The suggestions that keys insert, in the order of their numbers: matches, then related ones, then fragments. */
export function numbered(found: Suggestions | undefined): readonly (Match | Related | Fragment)[] {
  return found === undefined ? [] : [...found.matches, ...found.related, ...found.fragments].slice(0, MOST_NUMBERED);
}

export function isMatch(suggestion: Match | Related | Fragment): suggestion is Match {
  return 'rate' in suggestion;
}

export function isFragment(suggestion: Match | Related | Fragment): suggestion is Fragment {
  return 'translation' in suggestion;
}

/** The language in which the unit was written first, where that is known. */
export function originalLanguageOf({
  original,
  sourceLanguage,
  targetLanguage,
}: Pick<Suggestion, 'original' | 'sourceLanguage' | 'targetLanguage'>): Language | undefined {
  if (original === undefined) return undefined;
  return languageOf(original === 'source' ? sourceLanguage : targetLanguage);
}

/** The origin of a target that a suggestion is inserted into. A related sentence counts with its confidence as rate. */
export function originOf(suggestion: Match | Related): Origin {
  const { unitId } = suggestion;
  return isMatch(suggestion)
    ? { kind: 'match', match: suggestion.kind, rate: suggestion.rate, unitId }
    : { kind: 'match', match: 'related', rate: confidencePercent(suggestion.confidence), unitId };
}

/** The terms that keys insert, in the order of their numbers: those with a translation that may be used. */
export function numberedTerms(found: Suggestions | undefined): readonly FoundTerm[] {
  return (found?.terms ?? []).filter((term) => usable(term) !== undefined).slice(0, MOST_NUMBERED);
}

/** The translation of a term that is to be used. */
export function usable({ targets }: FoundTerm): string | undefined {
  return targets.find(({ status }) => status !== 'forbidden')?.text;
}
