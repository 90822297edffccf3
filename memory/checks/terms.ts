import type { FoundTerm, TargetTerm } from '../terms/found-term.ts';
import { recogniseTerms } from '../terms/recognise.ts';
import { type TermWord, termWords, wordsOfTerm } from '../terms/term-words.ts';
import type { Found, Subject } from './check.ts';
import { onWhole, saying } from './check.ts';

/** Words that may stand between those of a term: `ministre israélien de la Défense`. */
const BETWEEN = 2;

/**
 * Terms in the target that the termbase forbids for what the source says. What reads like a forbidden term and is right
 * for something else in the source, or part of a longer term that is, is left alone.
 */
export function forbiddenTerms({ target, terms }: Subject): readonly Found[] {
  if (!terms.some(({ targets }) => targets.some(isForbidden))) return [];
  const candidates = terms.flatMap(({ entryId, targets }) =>
    targets.map((one, place) => ({ ...one, entryId, place, stems: stemsOf(one, target.language) })),
  );
  const found = recogniseTerms(termWords(target.text, target.language), candidates);
  return found
    .filter(({ term, range }) => {
      const isRight = found.some((other) => other.range.start === range.start && !isForbidden(other.term));
      return isForbidden(term) && !isRight;
    })
    .map(({ term, range }) => {
      const there = target.text.slice(range.start, range.end);
      const better = terms.find(({ entryId }) => entryId === term.entryId)?.targets.find((one) => !isForbidden(one));
      const to = better && inCaseOf(there, better.text);
      return {
        ...saying('term-forbidden', [there]),
        ...range,
        ...(to !== undefined && { fix: { does: 'change' as const, to, edits: [{ ...range, text: to }] } }),
      };
    });
}

/** Terms of the source none of whose translations is in the target, in any form, not even a forbidden one. */
export function missingTerms(subject: Subject): readonly Found[] {
  const { source, target, terms } = subject;
  if (terms.length === 0) return [];
  const words = termWords(target.text, target.language);
  const isThere = ({ targets }: FoundTerm) =>
    targets.some((one) => standsIn(stemsOf(one, target.language).split(' '), words));
  /** Homonyms stand in one place: any of them may be meant. */
  const alike = (term: FoundTerm) => terms.filter((other) => other.ranges[0]?.start === term.ranges[0]?.start);
  return terms
    .filter((term) => !term.targets.every(isForbidden) && !alike(term).some(isThere) && alike(term)[0] === term)
    .map(({ ranges: [place], term, targets }) => {
      const written = place ? source.text.slice(place.start, place.end) : term;
      const wanted = targets.filter((one) => !isForbidden(one)).map(({ text }) => text);
      return onWhole(subject, 'term-missing', wanted.slice(0, 3), written);
    });
}

function isForbidden({ status }: Pick<TargetTerm, 'status'>): boolean {
  return status === 'forbidden';
}

function stemsOf({ text }: TargetTerm, language: Subject['target']['language']): string {
  return wordsOfTerm(text, language)
    .map(({ stem }) => stem)
    .join(' ');
}

/** Whether the stems stand in the text in their order, with few words between. */
function standsIn(stems: readonly string[], words: readonly TermWord[]): boolean {
  const [first] = stems;
  return words.some(({ stem }, start) => {
    if (stem !== first) return false;
    let at = start;
    for (const wanted of stems.slice(1)) {
      const next = words.slice(at + 1, at + 2 + BETWEEN).findIndex((word) => word.stem === wanted);
      if (next < 0) return false;
      at += next + 1;
    }
    return true;
  });
}

/** A term that begins a sentence has a capital there. */
function inCaseOf(there: string, term: string): string {
  if (!/^\p{Lu}(?!\p{Lu})/u.test(there)) return term;
  const [first = ''] = term;
  return first.toUpperCase() + term.slice(first.length);
}
