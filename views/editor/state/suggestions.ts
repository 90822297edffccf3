import type { InlineContent } from '../../../memory/model/inline.ts';
import { type Language, languageOf } from '../../../memory/model/language.ts';
import type { DiffPart, Fragment, Match, Related, Suggestion } from '../../../memory/model/match.ts';
import type { Origin } from '../../../memory/model/origin.ts';
import type { TextRange } from '../../../memory/model/range.ts';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import { confidencePercent } from '../../components/rate-badge.tsx';

/** The tiers that the panel shows. */
export interface Suggestions {
  readonly matches: readonly Match[];
  readonly related: readonly Related[];
  readonly fragments: readonly Fragment[];
  readonly terms: readonly FoundTerm[];
  /** Where the house has a machine asked without being told to. */
  readonly machine?: readonly MachineAnswer[];
  /** What the uploaded file itself offers. */
  readonly file?: readonly FileOffer[];
  /** Databases of units that did not answer. */
  readonly missing?: readonly string[];
}

/** A translation that the uploaded file offers, as the server gives it. */
export interface FileOffer {
  readonly target: InlineContent;
  readonly source?: InlineContent;
  /** The tool or memory that the file names, else the file. */
  readonly offeredBy: string;
  /** 0–100, as that tool rated it. */
  readonly quality?: number;
  readonly notes: readonly string[];
}

/** A machine’s answer as the server gives it: a translation, or why there is none. */
interface MachineAnswer {
  readonly engine: string;
  readonly target?: InlineContent;
  readonly problem?: string;
  readonly notice?: string;
}

/** What a machine made of a segment. */
export interface MachineTranslation {
  readonly engine: string;
  readonly target: InlineContent;
  /** What is to be known of it. */
  readonly notice?: string;
}

/** Whatever can be inserted from the panel. */
export type AnySuggestion = Match | Related | Fragment | FileOffer | MachineTranslation;

/** A translation by machine, which is had where a person or the house asks for it. */
export type MachineOffer =
  | { readonly state: 'asked' }
  | { readonly state: 'found'; readonly translation: MachineTranslation }
  | { readonly state: 'failed'; readonly fault: string };

/** What is known of a segment’s suggestions. What was found stays in view while it is asked for anew. */
export interface Offer {
  readonly state: 'asked' | 'found' | 'failed';
  readonly found?: Suggestions;
  /** The memory has changed since: to be asked for again when they are next needed. */
  readonly stale: boolean;
  /** Why they could not be had. */
  readonly fault?: string;
  readonly machine?: MachineOffer;
}

/** What a machine answered, to be shown; `undefined` where none was asked. */
export function machineOfferOf([answer]: readonly MachineAnswer[] = []): MachineOffer | undefined {
  if (answer === undefined) return undefined;
  const { engine, target, problem = '', notice } = answer;
  return target === undefined
    ? { state: 'failed', fault: problem }
    : { state: 'found', translation: { engine, target, ...(notice !== undefined && { notice }) } };
}

/** Whether an answer is still to come, also where it has not been asked for yet. */
export function isOnItsWay(offer: Offer | undefined): boolean {
  return offer === undefined || offer.state === 'asked';
}

/** As many as there are keys for. */
export const MOST_NUMBERED = 9;

/** The suggestions that keys insert, in the order of their numbers: matches, related ones, fragments, the file’s, a machine’s. */
export function numbered({ found, machine }: Pick<Offer, 'found' | 'machine'> = {}): readonly AnySuggestion[] {
  const translated = machine?.state === 'found' ? [machine.translation] : [];
  const stored =
    found === undefined ? [] : [...found.matches, ...found.related, ...found.fragments, ...(found.file ?? [])];
  return [...stored, ...translated].slice(0, MOST_NUMBERED);
}

export function isMatch(suggestion: AnySuggestion): suggestion is Match {
  return 'rate' in suggestion;
}

export function isFragment(suggestion: AnySuggestion): suggestion is Fragment {
  return 'translation' in suggestion;
}

export function isMachine(suggestion: AnySuggestion): suggestion is MachineTranslation {
  return 'engine' in suggestion;
}

export function isOfFile(suggestion: AnySuggestion): suggestion is FileOffer {
  return 'offeredBy' in suggestion;
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
export function originOf(suggestion: Match | Related | FileOffer | MachineTranslation): Origin {
  if (isOfFile(suggestion)) return { kind: 'import', source: suggestion.offeredBy };
  if (isMachine(suggestion)) return { kind: 'machine', engine: suggestion.engine };
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

/** The stored text of a difference, and the words of it that the other text has too, wherever; short ones, which any two share, aside. */
export function sharedWords(diff: readonly DiffPart[]): {
  readonly text: string;
  readonly marks: readonly TextRange[];
} {
  const without = (op: DiffPart['op']) => diff.flatMap((part) => (part.op === op ? [] : part.text)).join('');
  const known = new Set([...without('delete').toLowerCase().matchAll(WORD)].map(([word]) => word));
  const text = without('insert');
  const shared = [...text.matchAll(WORD)].filter(([word]) => known.has(word.toLowerCase()));
  return { text, marks: shared.map(({ 0: word, index }) => ({ start: index, end: index + word.length })) };
}

const WORD = /[\p{L}\p{N}]{4,}/gu;
