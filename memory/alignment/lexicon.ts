import type { Link } from './links.ts';
import { isSpelt, type Side } from './vocabulary.ts';

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
