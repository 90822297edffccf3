import type { Language } from '../../model/language.ts';
import type { MemoryId, UnitId } from '../../model/unit.ts';
import { type AnalysedTexts, analyseTexts } from '../../retrieval/index/analysis.ts';
import type { IndexEntry, IndexedText } from '../../retrieval/index/block.ts';
import type { WordTable } from './index-words.ts';

/** What the index is to know of a unit. */
export interface IndexedTexts {
  readonly memoryId: MemoryId;
  readonly fr: string;
  readonly en: string;
  /** Where its texts were cut into words already. */
  readonly analysed?: AnalysedPlace;
}

/** The place of a unit among some whose texts were cut into words together. */
export interface AnalysedPlace {
  readonly texts: AnalysedSides;
  readonly index: number;
}

export type AnalysedSides = Readonly<Record<Language, AnalysedTexts>>;

export type PutUnit = readonly [UnitId, IndexedTexts];

/** Cuts both texts of units into words. */
export function analyseSides(units: readonly { readonly fr: string; readonly en: string }[]): AnalysedSides {
  const side = (language: Language) =>
    analyseTexts(
      units.map((unit) => unit[language]),
      language,
    );
  return { fr: side('fr'), en: side('en') };
}

/** Units as the index holds them, words that have no number given one. */
export function entriesOf(words: WordTable, units: readonly PutUnit[]): readonly IndexEntry[] {
  const rest = units.filter(([, { analysed }]) => analysed === undefined);
  const restSides = analyseSides(rest.map(([, texts]) => texts));
  const numbered = new Map<AnalysedSides, Readonly<Record<Language, NumberedTexts>>>();
  let restIndex = 0;
  return units.map(([unitId, { memoryId, analysed }]) => {
    const { texts, index } = analysed ?? { texts: restSides, index: restIndex++ };
    const sides = numbered.get(texts) ?? {
      fr: numberedTexts(words, 'fr', texts),
      en: numberedTexts(words, 'en', texts),
    };
    numbered.set(texts, sides);
    return { unitId, memoryId, fr: textAt(sides.fr, index), en: textAt(sides.en, index) };
  });
}

/** {@link AnalysedTexts} with the numbers of the words in the place of their places. */
type NumberedTexts = Pick<AnalysedTexts, 'words' | 'offsets' | 'numbers' | 'numberOffsets'>;

function numberedTexts(words: WordTable, language: Language, sides: AnalysedSides): NumberedTexts {
  const texts = sides[language];
  const ids = words.numbersOf(language, texts);
  const idAt = (place: number) => ids[place] as number;
  return { ...texts, words: texts.words.map(idAt), numbers: texts.numbers.map(idAt) };
}

function textAt({ words, offsets, numbers, numberOffsets }: NumberedTexts, index: number): IndexedText {
  return {
    words: words.subarray(offsets[index], offsets[index + 1]),
    numbers: numbers.subarray(numberOffsets[index], numberOffsets[index + 1]).sort(),
  };
}
