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
    const ordinal = block.ordinals(language)[slot] as number;
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

/** Counts in how many units each stem stands. */
export class UnitCount {
  readonly #counts: Frequencies;
  readonly #readers: Readonly<Record<Language, UnitStems>>;
  #units = 0;

  constructor(blocks: readonly IndexBlock[]) {
    const sizeOf = (language: Language) =>
      blocks.reduce((highest, block) => Math.max(highest, block[language].stems.at(-1) ?? 0), 0) + 1;
    const [fr, en] = [sizeOf('fr'), sizeOf('en')];
    this.#counts = { fr: new Uint32Array(fr), en: new Uint32Array(en) };
    const all = (size: number) => new UnitStems(new Uint32Array(size).fill(1));
    this.#readers = { fr: all(fr), en: all(en) };
  }

  /** One more than the highest number of a stem. */
  size(language: Language): number {
    return this.#counts[language].length;
  }

  add(block: IndexBlock, taken: Taken): void {
    for (let slot = 0; slot < block.units.length; slot++) {
      if (!taken(block, slot)) continue;
      this.#units++;
      for (const language of LANGUAGES) {
        const counts = this.#counts[language];
        for (const stem of this.#readers[language].read(block, language, slot)) {
          counts[stem] = (counts[stem] as number) + 1;
        }
      }
    }
  }

  /** How many units were counted. */
  get units(): number {
    return this.#units;
  }

  /** What was counted, without some stems, and without those that are too rare to be learnt. */
  without(stems: Readonly<Record<Language, ReadonlySet<StemId>>>): Frequencies {
    return this.#kept((language, stem) => !stems[language].has(stem));
  }

  /** What was counted of some stems, without those that are too rare to be learnt. */
  only(stems: Readonly<Record<Language, ReadonlySet<StemId>>>): Frequencies {
    return this.#kept((language, stem) => stems[language].has(stem));
  }

  #kept(isKept: (language: Language, stem: StemId) => boolean): Frequencies {
    const kept = (language: Language) =>
      this.#counts[language].map((count, stem) => (count >= FEWEST_UNITS && isKept(language, stem) ? count : 0));
    return { fr: kept('fr'), en: kept('en') };
  }
}
