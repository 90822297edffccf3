import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { Term } from './chosen-terms.ts';
import type { IndexStorage } from './index-port.ts';
import type { Weights } from './stem-weights.ts';
import type { TranslationsOf } from './translator.ts';
import { numberWord, type StemId, stemOf, UNKNOWN, type WordId } from './word-ids.ts';

/** A distinct stem or number of a text. */
export interface QueryStem {
  readonly stem: StemId;
  /** What having it says of another text (BM25's idf). */
  readonly weight: number;
}

/** A stem of the text that one of the other language may translate. */
export interface Counterpart {
  /** Which of {@link RelatedQuery.stems}. */
  readonly place: number;
  /** How likely the other language's stem is for this one, and this one for it, 0–1. */
  readonly forth: number;
  readonly back: number;
}

/** A text as it is looked for in other words. */
export interface RelatedQuery {
  readonly language: Language;
  readonly words: readonly WordId[];
  readonly stems: readonly QueryStem[];
  /** By stems of the other language. */
  readonly counterparts: ReadonlyMap<StemId, readonly Counterpart[]>;
  /** What each stem of the other language is worth that is looked for as a translation of the text. */
  readonly target: ReadonlyMap<StemId, number>;
  /** The weights of all its stems together; of words that no stored text has, too. */
  readonly totalWeight: number;
  readonly numbers: number;
  /** The terms that units are found by. */
  readonly terms: Readonly<Record<Language, readonly Term[]>>;
}

/** What a related search needs to know of the text: see `match/profile.ts`. */
export interface RelatedText {
  readonly language: Language;
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  readonly numbers: readonly string[];
}

/** Raises weak translations where units are looked for: rather a wrong one than none. */
const LENIENCE = 0.6;
/** A text with fewer has hardly anything to be found by but its function words: what translates them is looked for, too. */
const FEW_CONTENT_STEMS = 2;
/** How far a word of the same form in the other language is believed where nothing is known of it: mostly it is a name. */
const SAME_FORM = 0.7;
/** A translation worth less, as a share of what a stem is worth that no text has, would find what is found without it. */
const LEAST_WORTH = 0.07;

/**
 * @param functionStems those of the text's language
 * @param translationsOf for stems of the text's language
 * @param knowsGrammar whether it was learnt how function words translate each other: what stands beside them in a few
 *   texts says nothing of it
 */
export async function relatedQuery(
  storage: Pick<IndexStorage, 'wordIds'>,
  text: RelatedText,
  weights: Weights,
  functionStems: ReadonlySet<StemId>,
  translationsOf: TranslationsOf,
  knowsGrammar: boolean,
): Promise<RelatedQuery> {
  const { language, forms } = text;
  const other = otherLanguage(language);
  const numbers = [...new Set(text.numbers)].map(numberWord);
  const [ownIds, otherIds] = await Promise.all([
    storage.wordIds(language, [...forms, ...numbers], [...text.stems, ...numbers]),
    storage.wordIds(other, [...forms, ...numbers], [...forms, ...numbers]),
  ]);
  const words = ownIds.slice(0, forms.length);
  const sameForms = otherIds.slice(0, forms.length);
  const stems: QueryStem[] = [];
  const placeOf = new Map<StemId, number>();
  const counterparts = new Map<StemId, Counterpart[]>();
  const target = new Map<StemId, number>();
  let unknown = 0;
  const contentStems = new Set(
    words.filter((word, at) => forms[at] !== '#' && !functionStems.has(stemOf(word))).map(stemOf),
  );

  const add = (stem: StemId): number => {
    placeOf.set(stem, stems.length);
    return stems.push({ stem, weight: weights[language].weight(stem) }) - 1;
  };
  const pair = (stem: StemId, counterpart: Counterpart, isSought = true): void => {
    counterparts.set(stem, [...(counterparts.get(stem) ?? []), counterpart]);
    if (!isSought) return;
    const worth = counterpart.forth ** LENIENCE * weights[other].weight(stem);
    target.set(stem, Math.max(target.get(stem) ?? 0, worth));
  };

  for (const [index, word] of words.entries()) {
    const stem = stemOf(word);
    const same = stemOf(sameForms[index] ?? UNKNOWN);
    if (forms[index] === '#' || placeOf.has(stem)) continue;
    if (word === UNKNOWN) {
      unknown += weights[language].weight(stem);
      // A name that only the other side has, in any place: it stands for no stem of the text's own language.
      if (same > 0) target.set(same, SAME_FORM * weights[other].weight(same));
      continue;
    }
    const place = add(stem);
    const isSought = !functionStems.has(stem) || contentStems.size < FEW_CONTENT_STEMS;
    if (!isSought && !knowsGrammar) continue;
    const translations = translationsOf(stem);
    for (const { stem: translation, forth, back } of translations) pair(translation, { place, forth, back }, isSought);
    if (isSought && translations.length === 0 && same > 0) pair(same, { place, forth: SAME_FORM, back: SAME_FORM });
  }
  for (const [index, number] of ownIds.slice(forms.length).entries()) {
    const across = otherIds[forms.length + index] ?? UNKNOWN;
    if (number !== UNKNOWN) {
      const place = add(stemOf(number));
      if (across !== UNKNOWN) pair(stemOf(across), { place, forth: 1, back: 1 });
    } else if (across !== UNKNOWN) target.set(stemOf(across), weights[other].weight(stemOf(across)));
  }
  const sourceTerms = stems.map(({ stem, weight }) => ({ stem, weight }));
  const leastWorth = LEAST_WORTH * weights[other].weight(UNKNOWN);
  const targetTerms = [...target].flatMap(([stem, weight]) => (weight > leastWorth ? { stem, weight } : []));
  return {
    language,
    words,
    stems,
    counterparts,
    target,
    totalWeight: stems.reduce((sum, { weight }) => sum + weight, unknown),
    numbers: numbers.length,
    terms: language === 'fr' ? { fr: sourceTerms, en: targetTerms } : { fr: targetTerms, en: sourceTerms },
  };
}
