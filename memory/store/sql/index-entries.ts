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
export async function entriesOf(words: WordTable, units: readonly PutUnit[]): Promise<readonly IndexEntry[]> {
  const rest = units.filter(([, { analysed }]) => analysed === undefined);
  const restSides = analyseSides(rest.map(([, texts]) => texts));
  let restIndex = 0;
  const placed = units.map(([unitId, { memoryId, analysed }]) => {
    return { unitId, memoryId, ...(analysed ?? { texts: restSides, index: restIndex++ }) };
  });
  const numbered = new Map<AnalysedSides, Readonly<Record<Language, NumberedTexts>>>();
  for (const texts of new Set(placed.map((one) => one.texts))) {
    const fr = await numberedTexts(words, 'fr', texts);
    numbered.set(texts, { fr, en: await numberedTexts(words, 'en', texts) });
  }
  return placed.flatMap(({ unitId, memoryId, texts, index }) => {
    const sides = numbered.get(texts);
    return sides === undefined ? [] : [{ unitId, memoryId, fr: textAt(sides.fr, index), en: textAt(sides.en, index) }];
  });
}

/** {@link AnalysedTexts} with the numbers of the words in the place of their places. */
type NumberedTexts = Pick<AnalysedTexts, 'words' | 'offsets' | 'numbers' | 'numberOffsets'>;

async function numberedTexts(words: WordTable, language: Language, sides: AnalysedSides): Promise<NumberedTexts> {
  const texts = sides[language];
  const ids = await words.numbersOf(language, texts);
  const idAt = (place: number) => ids[place] as number;
  return { ...texts, words: texts.words.map(idAt), numbers: texts.numbers.map(idAt) };
}

function textAt({ words, offsets, numbers, numberOffsets }: NumberedTexts, index: number): IndexedText {
  return {
    words: words.subarray(offsets[index], offsets[index + 1]),
    numbers: numbers.subarray(numberOffsets[index], numberOffsets[index + 1]).sort(),
  };
}
