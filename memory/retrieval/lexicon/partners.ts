import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { IndexBlock } from '../index/index-port.ts';
import { placeOfStem } from '../index/posting-range.ts';
import { type StemId, stemOf } from '../index/word-ids.ts';
import type { Frequencies, Taken } from './unit-stems.ts';

/** Texts looked at for each stem: enough to tell what stands with it from what only stands everywhere. */
const SAMPLE = 3000;
/** Stems of the other language that may translate one, of each direction. */
const PARTNERS = 24;

/** Finds the pairs of stems that are worth weighing, from either side. */
export class PartnerSearch {
  /** The English stems that may translate each French one. */
  readonly rows: StemId[][];
  readonly #frequencies: Frequencies;
  readonly #partners: Readonly<Record<Language, Partners>>;

  constructor(blocks: readonly IndexBlock[], taken: Taken, frequencies: Frequencies, units: number) {
    this.rows = Array.from(frequencies.fr, () => []);
    this.#frequencies = frequencies;
    this.#partners = {
      fr: new Partners(blocks, taken, 'fr', frequencies, units),
      en: new Partners(blocks, taken, 'en', frequencies, units),
    };
  }

  /** Looks at some stems: first the French ones, by their numbers, then the English ones. */
  look(from: number, to: number): void {
    const { fr, en } = this.#frequencies;
    for (let at = from; at < Math.min(to, fr.length + en.length); at++) {
      const stem = at < fr.length ? at : at - fr.length;
      if (at < fr.length) {
        if ((fr[stem] as number) > 0) this.rows[stem] = [...this.#partners.fr.of(stem)];
      } else if ((en[stem] as number) > 0) {
        for (const french of this.#partners.en.of(stem)) {
          const row = this.rows[french];
          if (row !== undefined && !row.includes(stem)) row.push(stem);
        }
      }
    }
  }
}

/** Finds, for every stem, the stems of the other language that stand in the same units more often than chance has it. */
class Partners {
  readonly #blocks: readonly IndexBlock[];
  readonly #taken: Taken;
  readonly #language: Language;
  readonly #own: Uint32Array;
  readonly #others: Uint32Array;
  readonly #texts: number;
  readonly #counts: Uint32Array;
  readonly #lastText: Uint32Array;

  /**
   * @param frequencies in how many units each stem stands, 0 for those to be left out
   * @param texts how many units there are
   */
  constructor(
    blocks: readonly IndexBlock[],
    taken: Taken,
    language: Language,
    frequencies: Frequencies,
    texts: number,
  ) {
    this.#blocks = blocks;
    this.#taken = taken;
    this.#language = language;
    this.#own = frequencies[language];
    this.#others = frequencies[otherLanguage(language)];
    this.#texts = texts;
    this.#counts = new Uint32Array(this.#others.length);
    this.#lastText = new Uint32Array(this.#others.length);
  }

  /** The partners of a stem, the strongest first. */
  of(stem: StemId): readonly StemId[] {
    const frequency = this.#own[stem] ?? 0;
    const step = Math.max(1, frequency / SAMPLE);
    const touched: StemId[] = [];
    let texts = 0;
    let next = 0;
    let seen = 0;
    for (const block of this.#blocks) {
      const side = block[this.#language];
      const place = placeOfStem(side, stem);
      if (place < 0) continue;
      const start = side.starts[place] as number;
      const end = side.starts[place + 1] as number;
      for (; next < seen + end - start; next += step) {
        const ordinal = side.ordinals[start + Math.floor(next) - seen] as number;
        const slot = side.slots[ordinal] as number;
        if (this.#taken(block, slot)) this.#count(block, slot, ++texts, touched);
      }
      seen += end - start;
    }
    return this.#strongest(touched, texts, step);
  }

  #count(block: IndexBlock, slot: number, text: number, touched: StemId[]): void {
    const language = otherLanguage(this.#language);
    const { words, offsets } = block[language];
    const ordinal = block.ordinals(language)[slot] as number;
    const end = offsets[ordinal + 1] as number;
    for (let at = offsets[ordinal] as number; at < end; at++) {
      const stem = stemOf(words[at] as number);
      if ((this.#others[stem] as number) === 0) continue;
      const count = this.#counts[stem] as number;
      if (count === 0) touched.push(stem);
      else if (this.#lastText[stem] === text) continue;
      this.#counts[stem] = count + 1;
      this.#lastText[stem] = text;
    }
  }

  #strongest(touched: readonly StemId[], texts: number, step: number): readonly StemId[] {
    const found: { readonly stem: StemId; readonly strength: number }[] = [];
    for (const stem of touched) {
      const together = this.#counts[stem] as number;
      this.#counts[stem] = 0;
      this.#lastText[stem] = 0;
      const expected = (texts * (this.#others[stem] as number)) / this.#texts;
      if (together <= expected) continue;
      const dice = (2 * together) / (texts + (this.#others[stem] as number) / step);
      // The likelihood ratio of standing together (Dunning 1993), its leading part; Dice keeps rare stems from drowning.
      found.push({ stem, strength: together * Math.log(together / expected) * Math.sqrt(dice) });
    }
    found.sort((a, b) => b.strength - a.strength || a.stem - b.stem);
    return found.slice(0, PARTNERS).map(({ stem }) => stem);
  }
}
