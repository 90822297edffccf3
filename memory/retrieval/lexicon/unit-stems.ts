import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { IndexBlock } from '../index/index-port.ts';
import { type StemId, stemOf } from '../index/word-ids.ts';

/** Which units a lexicon is learnt from. */
export type Taken = (block: IndexBlock, slot: number) => boolean;

/** In how many units each stem stands. */
export type Frequencies = Readonly<Record<Language, Uint32Array>>;

/** A stem that stands in fewer units is not learnt: nothing could tell its translation from the words beside it. */
const FEWEST_UNITS = 2;

/** The stems of one side of a unit at a time, each once, in an array that is used again for the next. */
export class UnitStems {
  readonly #frequencies: Uint32Array;
  readonly #lastUnit: Uint32Array;
  #unit = 0;
  readonly stems: StemId[] = [];

  /** @param frequencies 0 for the stems that are left out */
  constructor(frequencies: Uint32Array) {
    this.#frequencies = frequencies;
    this.#lastUnit = new Uint32Array(frequencies.length);
  }

  read(block: IndexBlock, language: Language, slot: number): readonly StemId[] {
    const { words, offsets } = block[language];
    const ordinal = block.ordinalOf(language, slot);
    const end = offsets[ordinal + 1] as number;
    this.#unit++;
    this.stems.length = 0;
    for (let at = offsets[ordinal] as number; at < end; at++) {
      const stem = stemOf(words[at] as number);
      if (this.#frequencies[stem] === 0 || this.#lastUnit[stem] === this.#unit) continue;
      this.#lastUnit[stem] = this.#unit;
      this.stems.push(stem);
    }
    return this.stems;
  }
}

/** @param without the stems of function words, which say nothing of each other */
export function countUnits(
  blocks: readonly IndexBlock[],
  taken: Taken,
  without: Readonly<Record<Language, ReadonlySet<StemId>>>,
): { readonly units: number; readonly frequencies: Frequencies } {
  const frequencies = { fr: ones(blocks, 'fr'), en: ones(blocks, 'en') };
  const counts = { fr: frequencies.fr.map(() => 0), en: frequencies.en.map(() => 0) };
  const readers = { fr: new UnitStems(frequencies.fr), en: new UnitStems(frequencies.en) };
  let units = 0;
  for (const block of blocks) {
    for (let slot = 0; slot < block.units.length; slot++) {
      if (!taken(block, slot)) continue;
      units++;
      for (const language of LANGUAGES) {
        const count = counts[language];
        for (const stem of readers[language].read(block, language, slot)) count[stem] = (count[stem] as number) + 1;
      }
    }
  }
  for (const language of LANGUAGES) {
    for (const stem of without[language]) if (stem < counts[language].length) counts[language][stem] = 0;
  }
  const enough = (count: number) => (count < FEWEST_UNITS ? 0 : count);
  return { units, frequencies: { fr: counts.fr.map(enough), en: counts.en.map(enough) } };
}

function ones(blocks: readonly IndexBlock[], language: Language): Uint32Array {
  const last = blocks.reduce((highest, block) => Math.max(highest, block[language].stems.at(-1) ?? 0), 0);
  return new Uint32Array(last + 1).fill(1);
}
