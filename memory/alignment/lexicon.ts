import type { Link } from './links.ts';
import { trainModelOne } from './model-one.ts';
import { indexSide, isSpelt, type Side } from './vocabulary.ts';

/** A word that another may be translated by. */
export interface Translation {
  /** The English stem, as `Token.stem` has it. */
  readonly en: string;
  /** Probability of the English word given the French one, 0–1. */
  readonly enGivenFr: number;
  /** Probability of the French word given the English one, 0–1. */
  readonly frGivenEn: number;
}

/** A French stem and a word that may translate it. */
export interface LexiconEntry extends Translation {
  /** As `Token.stem` has it. */
  readonly fr: string;
}

/** Word translations known beforehand, such as a memory teaches. */
export interface Lexicon {
  /** What a French stem (as `Token.stem` has it) may be translated by. */
  translations(frStem: string): Iterable<Translation>;
}

const ROUNDS = 5;

/**
 * Learns a lexicon from translated sentences by IBM Model 1. It holds every pair of words that stand together in
 * memory at once: some 100 bytes for each word of the texts.
 */
export function learnLexicon(pairs: readonly { readonly fr: string; readonly en: string }[]): Lexicon {
  const fr = indexSide(
    pairs.map((pair) => ({ text: pair.fr })),
    'fr',
  );
  const en = indexSide(
    pairs.map((pair) => ({ text: pair.en })),
    'en',
  );
  const groups = fr.sentences.map((words, i) => ({ fr: words, en: en.sentences[i] ?? new Int32Array(0), weight: 1 }));
  const links = trainModelOne(groups, {
    frWords: fr.words.length,
    enWords: en.words.length,
    iterations: ROUNDS,
    discount: 0.5,
  });
  const entries = links.flatMap(({ fr: f, en: e, enGivenFr, frGivenEn }): LexiconEntry[] => {
    const [from, to] = [fr.words[f], en.words[e]];
    if (from === undefined || to === undefined || !isSpelt(from) || !isSpelt(to)) return [];
    return [{ fr: from.key, en: to.key, enGivenFr, frGivenEn }];
  });
  return lexiconFrom(entries);
}

/** @param entries each pair of stems once */
export function lexiconFrom(entries: Iterable<LexiconEntry>): Lexicon {
  const translations = new Map<string, Translation[]>();
  for (const entry of entries) {
    const list = translations.get(entry.fr) ?? [];
    list.push(entry);
    translations.set(entry.fr, list);
  }
  return { translations: (stem) => translations.get(stem) ?? [] };
}

/** The part of a lexicon that two texts can use. */
export function lexiconLinks(lexicon: Lexicon, fr: Side, en: Side): Link[] {
  const places = new Map<string, number>();
  en.words.forEach((word, e) => {
    if (isSpelt(word)) places.set(word.key, e);
  });
  return fr.words.flatMap((word, f) =>
    isSpelt(word)
      ? [...lexicon.translations(word.key)].flatMap(({ en: key, enGivenFr, frGivenEn }) => {
          const e = places.get(key);
          return e === undefined ? [] : [{ fr: f, en: e, enGivenFr, frGivenEn }];
        })
      : [],
  );
}
