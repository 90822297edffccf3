import type { Language } from '../../../memory/model/language.ts';
import { LANGUAGES } from '../../../memory/model/language.ts';
import { type StemId, stemOf, UNKNOWN } from '../../../memory/retrieval/index/word-ids.ts';
import type { ExtractedPair } from '../../../memory/terms/extraction/extract.ts';
import type { LexiconSource } from '../learnt-words.ts';

/** A translation less likely than this, in both directions, says nothing. */
const LEAST_LIKELY = 0.03;

/**
 * How far the learnt lexicon knows the words of a pair as translations of each other: of the words of each term, the share
 * that some word of the other translates; of the two shares the lower, 0–1. A word that the lexicon never saw counts as known.
 * @returns `undefined` where no lexicon was learnt
 */
export async function lexicalSupport(
  store: LexiconSource,
  pairs: readonly ExtractedPair[],
): Promise<((pair: ExtractedPair) => number) | undefined> {
  const lexicon = await store.lexicon();
  if (lexicon === undefined) return undefined;
  const ids = { fr: await numbersOf(store, 'fr', pairs), en: await numbersOf(store, 'en', pairs) };
  const isTranslated = (stem: string, language: Language, others: ReadonlySet<StemId>): boolean => {
    const id = ids[language].get(stem);
    const known = id === undefined ? [] : lexicon.translations(language, id);
    if (known.length === 0) return true;
    return known.some(
      ({ stem: other, forth, back }) => others.has(other) && (forth >= LEAST_LIKELY || back >= LEAST_LIKELY),
    );
  };
  return (pair) => {
    const shares = LANGUAGES.map((language) => {
      const other = language === 'fr' ? 'en' : 'fr';
      const others = new Set(pair[other].stems.flatMap((stem) => ids[other].get(stem) ?? []));
      const { stems } = pair[language];
      return stems.filter((stem) => isTranslated(stem, language, others)).length / Math.max(1, stems.length);
    });
    return Math.min(...shares);
  };
}

async function numbersOf(
  store: LexiconSource,
  language: Language,
  pairs: readonly ExtractedPair[],
): Promise<ReadonlyMap<string, StemId>> {
  const stems = [...new Set(pairs.flatMap((pair) => pair[language].stems))];
  const numbers = await store.wordIds(language, stems, stems);
  return new Map(
    stems.flatMap((stem, place) => {
      const id = numbers[place] ?? UNKNOWN;
      return id === UNKNOWN ? [] : [[stem, stemOf(id)] as const];
    }),
  );
}
