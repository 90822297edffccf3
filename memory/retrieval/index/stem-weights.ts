import type { Language } from '../../model/language.ts';
import type { IndexBlock } from './index-port.ts';
import { textCount, weightOf } from './term-search.ts';
import type { StemId } from './word-ids.ts';

/** How rare the stems of a language are in an index, counted once for all that is looked up in it. */
export interface StemWeights {
  /** How many texts there are. */
  readonly texts: number;
  /** In how many texts the stem stands. */
  frequency(stem: StemId): number;
  /** What having the stem says of a text. */
  weight(stem: StemId): number;
  /** How likely any word of any text is of the stem; never 0. */
  share(stem: StemId): number;
}

export type Weights = Readonly<Record<Language, StemWeights>>;

/** Gives the weights of an index, counting anew only when it is another one. */
export class StemWeightsOf {
  readonly #counted = new WeakMap<readonly IndexBlock[], Weights>();

  get(blocks: readonly IndexBlock[]): Weights {
    const known = this.#counted.get(blocks);
    if (known !== undefined) return known;
    const weights = { fr: countStems(blocks, 'fr'), en: countStems(blocks, 'en') };
    this.#counted.set(blocks, weights);
    return weights;
  }
}

function countStems(blocks: readonly IndexBlock[], language: Language): StemWeights {
  const sides = blocks.map((block) => block[language]);
  const last = sides.reduce((highest, { stems }) => Math.max(highest, stems.at(-1) ?? 0), 0);
  const counts = new Uint32Array(last + 1);
  let all = 0;
  for (const { stems, starts } of sides) {
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place] as number;
      counts[stem] = (counts[stem] as number) + (starts[place + 1] as number) - (starts[place] as number);
    }
    all += starts.at(-1) ?? 0;
  }
  const texts = textCount(blocks);
  const frequency = (stem: StemId) => counts[stem] ?? 0;
  return {
    texts,
    frequency,
    weight: (stem) => weightOf(frequency(stem), texts),
    share: (stem) => (frequency(stem) + 0.5) / (all + 1),
  };
}
