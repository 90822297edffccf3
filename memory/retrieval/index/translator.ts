import type { Language } from '../../model/language.ts';
import { Associations } from './association.ts';
import type { IndexBlock } from './index-port.ts';
import type { Weights } from './stem-weights.ts';
import type { Term } from './term-search.ts';
import type { StemId } from './word-ids.ts';

/** Stems whose translations are remembered, of each language. */
const REMEMBERED = 50_000;
/** What was learnt holds as long as the memory has not grown or shrunk by more than this. */
const CHANGED = 0.02;

/** Knows how stems are translated, learning each from the memory as it is first asked for. */
export class Translator {
  readonly #associations = new Associations();
  #remembered: Readonly<Record<Language, Map<StemId, readonly Term[]>>> = { fr: new Map(), en: new Map() };
  #learntFrom = 0;

  /** What gives the translations of a stem of `language`, the likeliest first. */
  from(blocks: readonly IndexBlock[], language: Language, weights: Weights): (stem: StemId) => readonly Term[] {
    const { texts } = weights[language];
    if (Math.abs(texts - this.#learntFrom) > this.#learntFrom * CHANGED) {
      this.#remembered = { fr: new Map(), en: new Map() };
      this.#learntFrom = texts;
    }
    const remembered = this.#remembered[language];
    return (stem) => {
      const known = remembered.get(stem);
      if (known !== undefined) return known;
      const learnt = this.#associations.of(blocks, language, stem, weights);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(stem, learnt);
      return learnt;
    };
  }
}
