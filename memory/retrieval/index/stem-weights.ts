import type { Language } from '../../model/language.ts';
import type { StemDirectory } from './stem-directory.ts';
import type { StemId } from './word-ids.ts';

/** How rare the stems of a language are in an index, counted once for all that is looked up in it. */
export interface StemWeights {
  /** How many texts there are, in other indexes too. */
  readonly texts: number;
  /** In how many texts of the index the stem stands. */
  frequency(stem: StemId): number;
  /** What having the stem says of a text. */
  weight(stem: StemId): number;
  /** How likely any word of any text is of the stem; never 0. */
  share(stem: StemId): number;
}

export type Weights = Readonly<Record<Language, StemWeights>>;

/** The weights of an index, by where its stems are. @param of what part of all texts it has */
export function weightsOf(stems: Readonly<Record<Language, StemDirectory>>, of = 1): Weights {
  return { fr: stemWeights(stems.fr, of), en: stemWeights(stems.en, of) };
}

function stemWeights(directory: StemDirectory, of: number): StemWeights {
  const { postings } = directory;
  const texts = directory.texts / of;
  const frequency = (stem: StemId) => directory.frequency(stem);
  return {
    texts,
    frequency,
    weight: (stem) => weightOf(amongAll(frequency(stem), of), texts),
    share: (stem) => (frequency(stem) + 0.5) / (postings + 1),
  };
}

/** How many of all texts have a stem that so many of some have: one that stands in one text of these is in no other. */
function amongAll(frequency: number, of: number): number {
  return frequency === 0 ? 0 : 1 + (frequency - 1) / of;
}

/** What having a stem says of a text: little when every text has it (BM25's idf, never negative). */
function weightOf(frequency: number, texts: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}
