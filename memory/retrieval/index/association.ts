import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { Translation } from '../lexicon/lexicon.ts';
import type { IndexBlock } from './index-port.ts';
import { placeOfStem } from './posting-range.ts';
import type { StemWeights, Weights } from './stem-weights.ts';
import { type StemId, stemOf } from './word-ids.ts';

/** Texts looked at for each stem. */
const SAMPLE = 200;
const MOST_TRANSLATIONS = 5;
const LEAST_ASSOCIATION = 0.08;

/**
 * The stems of the other language that stand where a stem stands, by Dice's coefficient over a sample of its texts:
 * 1 when neither ever stands without the other. Rough, but it needs no training.
 */
export class Associations {
  #counts = new Uint16Array(0);
  #lastText = new Uint32Array(0);

  /** @param weights of either language. @returns the strongest first; the coefficient stands for both probabilities */
  of(blocks: readonly IndexBlock[], language: Language, stem: StemId, weights: Weights): readonly Translation[] {
    const other = otherLanguage(language);
    const frequency = weights[language].frequency(stem);
    const step = Math.max(1, frequency / SAMPLE);
    const touched: StemId[] = [];
    let texts = 0;
    let next = 0;
    let seen = 0;
    for (const block of blocks) {
      const side = block[language];
      const place = placeOfStem(side, stem);
      if (place < 0) continue;
      const start = side.starts[place] as number;
      const end = side.starts[place + 1] as number;
      for (; next < seen + end - start; next += step) {
        const ordinal = side.ordinals[start + Math.floor(next) - seen] as number;
        this.#count(block, other, side.slots[ordinal] as number, ++texts, touched);
      }
      seen += end - start;
    }
    return this.#strongest(weights[other], touched, texts, frequency);
  }

  #count(block: IndexBlock, language: Language, slot: number, text: number, touched: StemId[]): void {
    const side = block[language];
    const ordinal = block.ordinals(language)[slot] as number;
    const end = side.offsets[ordinal + 1] as number;
    for (let at = side.offsets[ordinal] as number; at < end; at++) {
      const stem = stemOf(side.words[at] as number);
      if (stem >= this.#counts.length) this.#grow(stem);
      const count = this.#counts[stem] as number;
      if (count === 0) touched.push(stem);
      else if (this.#lastText[stem] === text) continue;
      this.#counts[stem] = count + 1;
      this.#lastText[stem] = text;
    }
  }

  #strongest(
    weights: StemWeights,
    touched: readonly StemId[],
    texts: number,
    frequency: number,
  ): readonly Translation[] {
    const found: Translation[] = [];
    for (const stem of touched) {
      const share = (this.#counts[stem] as number) / texts;
      this.#counts[stem] = 0;
      this.#lastText[stem] = 0;
      if (share < LEAST_ASSOCIATION) continue;
      const dice = (2 * share * frequency) / (frequency + weights.frequency(stem));
      if (dice >= LEAST_ASSOCIATION) found.push({ stem, forth: Math.min(1, dice), back: Math.min(1, dice) });
    }
    return found.sort((a, b) => b.forth - a.forth || a.stem - b.stem).slice(0, MOST_TRANSLATIONS);
  }

  #grow(stem: StemId): void {
    const counts = new Uint16Array(stem * 2 + 1024);
    const lastText = new Uint32Array(counts.length);
    counts.set(this.#counts);
    lastText.set(this.#lastText);
    this.#counts = counts;
    this.#lastText = lastText;
  }
}
