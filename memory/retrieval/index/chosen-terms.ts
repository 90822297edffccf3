import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { StemDirectory, StemPostings } from './stem-directory.ts';
import type { StemId } from './word-ids.ts';

/** A stem to be found, with what finding it is worth. */
export interface Term {
  readonly stem: StemId;
  readonly weight: number;
}

/** A term with the lengths, in words, of the texts that are to be found by it. */
export interface ChosenTerm extends Term {
  readonly language: Language;
  readonly postings: StemPostings;
  readonly shortest: number;
  readonly longest: number;
}

/** The terms that units are looked for by, and what counts with them. */
export interface ChosenTerms {
  readonly terms: readonly ChosenTerm[];
  /** By how many words a text of a language has, how many times its weight a term comes to there. */
  readonly factors: Readonly<Record<Language, Float64Array>>;
}

/** How soon a repeated word stops counting, and how much a long sentence is held against; the usual values of BM25. */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** A stem that more of the texts have is looked for in texts of about the same length only. */
const FREQUENT = 0.005;
/** What so many texts have is rare in any memory. */
const ALWAYS_RARE = 1000;
/** How many times longer or shorter a text may be that is found by a rare stem, and by a frequent one. */
const REACH = { rare: 2.5, frequent: 1.7 } as const;
/** Postings of frequent stems that one text is looked for by, about: they decide where it has no rare stem. More of them find no more. */
const MOST_POSTINGS = 250_000;

/** All rare terms, and frequent ones, the rarest first, as far as their postings go. @param words how many the text has */
export function chooseTerms(
  stems: Readonly<Record<Language, StemDirectory>>,
  terms: Readonly<Record<Language, readonly Term[]>>,
  words: number,
): ChosenTerms {
  const rare = windowOf(words, REACH.rare);
  const near = windowOf(words, REACH.frequent);
  const factors = { fr: lengthFactors(stems.fr, rare.longest), en: lengthFactors(stems.en, rare.longest) };
  const chosen: ChosenTerm[] = [];
  const frequent: { readonly term: ChosenTerm; readonly postings: number }[] = [];
  for (const language of LANGUAGES) {
    const directory = stems[language];
    const common = Math.max(FREQUENT * directory.texts, ALWAYS_RARE);
    const share = { rare: shareWithin(directory, rare), near: shareWithin(directory, near) };
    const choice = (term: Term, window: Lengths): ChosenTerm => {
      return { ...term, ...window, language, postings: directory.postingsOf(term.stem) };
    };
    for (const term of terms[language]) {
      const frequency = directory.frequency(term.stem);
      if (frequency * share.rare <= common) chosen.push(choice(term, rare));
      else frequent.push({ term: choice(term, near), postings: frequency * share.near });
    }
  }
  let left = MOST_POSTINGS;
  for (const { term, postings } of frequent.sort((a, b) => a.postings - b.postings)) {
    left -= postings;
    if (left < 0) break;
    chosen.push(term);
  }
  return { terms: chosen, factors };
}

type Lengths = Pick<ChosenTerm, 'shortest' | 'longest'>;

function windowOf(words: number, reach: number): Lengths {
  // A word or two more or less is nothing, even beside three.
  return { shortest: Math.max(0, Math.floor(words / reach) - 1), longest: Math.ceil(words * reach) + 2 };
}

function lengthFactors({ sides, texts }: StemDirectory, longest: number): Float64Array {
  const mean = sides.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, texts);
  return Float64Array.from(
    { length: longest + 1 },
    (_, length) => (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH + (LENGTH * length) / Math.max(1, mean))),
  );
}

/** What part of all texts has such a length. */
function shareWithin({ sides, texts }: StemDirectory, { shortest, longest }: Lengths): number {
  const within = sides.reduce((sum, { firstOfLength }) => {
    const last = firstOfLength.length - 1;
    return (
      sum + (firstOfLength[Math.min(last, longest + 1)] as number) - (firstOfLength[Math.min(last, shortest)] as number)
    );
  }, 0);
  return within / Math.max(1, texts);
}
