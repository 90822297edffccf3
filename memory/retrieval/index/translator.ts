import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { Lexicon, Translation } from '../lexicon/lexicon.ts';
import { Associations } from './association.ts';
import type { IndexBlock } from './index-port.ts';
import type { Weights } from './stem-weights.ts';
import type { StemId } from './word-ids.ts';

/** Stems whose translations are remembered, of each language. */
const REMEMBERED = 50_000;
/** What was seen beside a stem holds as long as the memory has not grown or shrunk by more than this. */
const CHANGED = 0.02;

export type TranslationsOf = (stem: StemId) => readonly Translation[];

/**
 * Knows how stems are translated: from the lexicon that was learnt, and where it does not know a stem, or nothing was
 * learnt yet, from what stands beside it in the memory.
 */
export class Translator {
  readonly #associations = new Associations();
  #remembered: Readonly<Record<Language, Map<StemId, readonly Translation[]>>> = { fr: new Map(), en: new Map() };
  #seenIn = 0;
  #lexicon: Lexicon | undefined;
  #firstUnits: Uint32Array | undefined;

  /** What gives the translations of a stem of `language`, the likeliest first. */
  from(
    blocks: readonly IndexBlock[],
    language: Language,
    weights: Weights,
    lexicon: Lexicon | undefined,
  ): TranslationsOf {
    const { texts } = weights[language];
    // Where the first block is another one, the index may have been built anew, and stems have other numbers then.
    const isAnother = blocks[0]?.units !== this.#firstUnits;
    if (isAnother || lexicon !== this.#lexicon || Math.abs(texts - this.#seenIn) > this.#seenIn * CHANGED) {
      for (const each of LANGUAGES) this.#remembered[each].clear();
      this.#seenIn = texts;
      this.#lexicon = lexicon;
      this.#firstUnits = blocks[0]?.units;
    }
    const remembered = this.#remembered[language];
    return (stem) => {
      const known = remembered.get(stem);
      if (known !== undefined) return known;
      const learnt = lexicon?.translations(language, stem) ?? [];
      const found = learnt.length > 0 ? learnt : this.#associations.of(blocks, language, stem, weights);
      if (remembered.size >= REMEMBERED) remembered.clear();
      remembered.set(stem, found);
      return found;
    };
  }
}
