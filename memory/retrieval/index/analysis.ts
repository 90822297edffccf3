import { comparedWords } from '../../match/profile.ts';
import type { Language } from '../../model/language.ts';
import { numberWord } from './word-ids.ts';

/**
 * Texts of one language cut into words, each different word held once. A few arrays, so that they pass from one thread
 * to another at little cost.
 */
export interface AnalysedTexts {
  /** The different words, folded, with the stem of each in parallel; and the different numbers as {@link numberWord}s. */
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  /** The words of every text in their order, as places in `forms`. */
  readonly words: Uint32Array;
  /** Where the words of each text begin, and after the last, where they end. */
  readonly offsets: Uint32Array;
  /** The numbers of every text, each once a text, as places in `forms`; and where those of each text begin. */
  readonly numbers: Uint32Array;
  readonly numberOffsets: Uint32Array;
}

/** What {@link comparedWords} says of many texts. */
export function analyseTexts(texts: readonly string[], language: Language): AnalysedTexts {
  const places = new Map<string, number>();
  const stems: string[] = [];
  const placeOf = (form: string, stem: string): number => {
    const known = places.get(form);
    if (known !== undefined) return known;
    const place = places.size;
    places.set(form, place);
    stems.push(stem);
    return place;
  };
  const words: number[] = [];
  const numbers: number[] = [];
  const offsets = new Uint32Array(texts.length + 1);
  const numberOffsets = new Uint32Array(texts.length + 1);
  for (const [index, text] of texts.entries()) {
    const read = comparedWords(text, language);
    for (let at = 0; at < read.forms.length; at++) words.push(placeOf(read.forms[at] ?? '', read.stems[at] ?? ''));
    for (const number of new Set(read.numbers)) numbers.push(placeOf(numberWord(number), numberWord(number)));
    offsets[index + 1] = words.length;
    numberOffsets[index + 1] = numbers.length;
  }
  return {
    forms: [...places.keys()],
    stems,
    words: Uint32Array.from(words),
    offsets,
    numbers: Uint32Array.from(numbers),
    numberOffsets,
  };
}

/** How often each word stands in the texts, numbers once a text; parallel to `forms`. */
export function countsOf({ forms, words, numbers }: AnalysedTexts): Uint32Array {
  const counts = new Uint32Array(forms.length);
  for (let at = 0; at < words.length; at++) counts[words[at] as number] = (counts[words[at] as number] as number) + 1;
  for (const number of numbers) counts[number] = (counts[number] as number) + 1;
  return counts;
}
