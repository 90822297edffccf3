import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import { isFunctionWord } from '../../text/stopwords.ts';
import type { IndexStorage } from './index-port.ts';
import type { StemWeights, Weights } from './stem-weights.ts';
import type { Term } from './term-search.ts';
import { numberWord, type StemId, stemOf, UNKNOWN, type WordId } from './word-ids.ts';

/** A text as it is looked for in other words. */
export interface RelatedQuery {
  readonly language: Language;
  readonly words: readonly WordId[];
  /** What each stem and number of the text is worth. */
  readonly source: ReadonlyMap<StemId, number>;
  /** What each stem and number that may translate it is worth. */
  readonly target: ReadonlyMap<StemId, number>;
  /** Sums of the worths; of the text's words that no stored text has, too. */
  readonly sourceTotal: number;
  readonly targetTotal: number;
  /** The terms that units are found by: those rare enough to be worth looking up. */
  readonly terms: Readonly<Record<Language, readonly Term[]>>;
}

/** What a related search needs to know of the text: see `match/profile.ts`. */
export interface RelatedText {
  readonly language: Language;
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  readonly numbers: readonly string[];
}

/** Stems that more of the texts have are not looked up: reading where they stand would take most of the time. */
const FREQUENT = 0.02;
/** How much the target side counts beside the source side when units are found. */
const TARGET_SHARE = 0.7;
/** Raises weak associations: rather a wrong translation than none. */
const LENIENCE = 0.6;
/** What a word of the same form in the other language is worth: names, most of all when as frequent there as here. */
const SAME_FORM = { least: 0.3, frequency: 0.6 } as const;

export type TranslationsOf = (stem: StemId) => readonly Term[];

export async function relatedQuery(
  storage: Pick<IndexStorage, 'wordIds'>,
  text: RelatedText,
  weights: Weights,
  translationsOf: TranslationsOf,
): Promise<RelatedQuery> {
  const { language, forms, stems } = text;
  const other = otherLanguage(language);
  const words = await storage.wordIds(language, forms, stems);
  const sameForms = await storage.wordIds(other, forms, forms);
  const numbers = [...new Set(text.numbers)].map(numberWord);
  const source = new Map<StemId, number>();
  const target = new Map<StemId, number>();
  const content = new Set<StemId>();
  const translate = (stem: StemId, by: number) => target.set(stem, Math.max(target.get(stem) ?? 0, Math.min(1, by)));
  let unknown = 0;

  for (const [index, word] of words.entries()) {
    const form = forms[index] ?? '';
    const stem = stemOf(word);
    if (word === UNKNOWN) unknown += weights[language].weight(stem);
    if (word === UNKNOWN || form === '#' || source.has(stem)) continue;
    source.set(stem, weights[language].weight(stem));
    if (isFunctionWord(form, language)) continue;
    content.add(stem);
    const same = stemOf(sameForms[index] ?? UNKNOWN);
    if (same > 0) {
      const here = weights[language].frequency(stem);
      const there = weights[other].frequency(same);
      translate(same, SAME_FORM.least + (SAME_FORM.frequency * Math.min(here, there)) / Math.max(1, here, there));
    }
    for (const { stem: translation, weight } of translationsOf(stem)) translate(translation, weight ** LENIENCE);
  }
  for (const number of await storage.wordIds(language, numbers, numbers)) {
    if (number === UNKNOWN) continue;
    source.set(stemOf(number), weights[language].weight(stemOf(number)));
    content.add(stemOf(number));
  }
  for (const number of await storage.wordIds(other, numbers, numbers))
    if (number !== UNKNOWN) target.set(stemOf(number), 1);
  for (const [stem, by] of target) target.set(stem, by * weights[other].weight(stem));
  const sourceTerms = termsOf(
    [...source].filter(([stem]) => content.has(stem)),
    weights[language],
    1,
  );
  const targetTerms = termsOf([...target], weights[other], TARGET_SHARE);
  return {
    language,
    words,
    source,
    target,
    sourceTotal: sumOf(source) + unknown,
    targetTotal: sumOf(target),
    terms: language === 'fr' ? { fr: sourceTerms, en: targetTerms } : { fr: targetTerms, en: sourceTerms },
  };
}

function termsOf(
  worths: readonly (readonly [StemId, number])[],
  { frequency, texts }: StemWeights,
  share: number,
): readonly Term[] {
  const most = Math.max(FREQUENT * texts, 1000);
  return worths.filter(([stem]) => frequency(stem) <= most).map(([stem, weight]) => ({ stem, weight: share * weight }));
}

function sumOf(worths: ReadonlyMap<StemId, number>): number {
  let sum = 0;
  for (const worth of worths.values()) sum += worth;
  return sum;
}
