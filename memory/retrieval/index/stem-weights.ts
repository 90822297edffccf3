import type { Language } from '../../model/language.ts';
import type { IndexBlock } from './index-port.ts';
import type { StemDirectory } from './stem-directory.ts';
import type { StemId } from './word-ids.ts';

/** How rare the stems of a language are in an index, counted once for all that is looked up in it. */
export interface StemWeights {
  /** How many texts there are. */
  readonly texts: number;
  /** In how many texts of the index the stem stands. */
  frequency(stem: StemId): number;
  /** What having the stem says of a text. */
  weight(stem: StemId): number;
  /** How likely any word of any text is of the stem; never 0. */
  share(stem: StemId): number;
}

export type Weights = Readonly<Record<Language, StemWeights>>;

/**
 * By how much a memory may grow or shrink before its stems are counted anew. Until then a stem that the newest units alone
 * have weighs as one that none has.
 */
const CHANGED = 0.001;

/** Gives the weights of an index; the same while it hardly changes, so that what was found by them is found again. */
export class SteadyWeights {
  #last: { readonly weights: Weights; readonly firstUnits: Uint32Array | undefined } | undefined;

  of(blocks: readonly IndexBlock[], stems: Readonly<Record<Language, StemDirectory>>): Weights {
    // Where the first block is another one, the index may have been built anew, and stems have other numbers then.
    const firstUnits = blocks[0]?.units;
    if (this.#last !== undefined && this.#last.firstUnits === firstUnits) {
      const { weights } = this.#last;
      if (Math.abs(stems.fr.texts - weights.fr.texts) <= CHANGED * weights.fr.texts) return weights;
    }
    const weights = weightsOf(stems);
    this.#last = { weights, firstUnits };
    return weights;
  }
}

/** The weights of an index, by where its stems are. */
function weightsOf(stems: Readonly<Record<Language, StemDirectory>>): Weights {
  return { fr: stemWeights(stems.fr), en: stemWeights(stems.en) };
}

function stemWeights(directory: StemDirectory): StemWeights {
  const { postings, texts } = directory;
  const frequency = (stem: StemId) => directory.frequency(stem);
  return {
    texts,
    frequency,
    weight: (stem) => weightOf(frequency(stem), texts),
    share: (stem) => (frequency(stem) + 0.5) / (postings + 1),
  };
}

/** What having a stem says of a text: little when every text has it (BM25's idf, never negative). */
function weightOf(frequency: number, texts: number): number {
  return Math.log(1 + (texts - frequency + 0.5) / (frequency + 0.5));
}
