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

/** Cuts texts of one language into words, one after the other. */
export class TextAnalysis {
  readonly #language: Language;
  readonly #places = new Map<string, number>();
  readonly #stems: string[] = [];
  readonly #words: number[] = [];
  readonly #numbers: number[] = [];
  readonly #offsets = [0];
  readonly #numberOffsets = [0];

  constructor(language: Language) {
    this.#language = language;
  }

  add(text: string): void {
    const { forms, stems, numbers } = comparedWords(text, this.#language);
    for (let at = 0; at < forms.length; at++) this.#words.push(this.#placeOf(forms[at] ?? '', stems[at] ?? ''));
    for (const number of new Set(numbers)) {
      const word = numberWord(number);
      this.#numbers.push(this.#placeOf(word, word));
    }
    this.#offsets.push(this.#words.length);
    this.#numberOffsets.push(this.#numbers.length);
  }

  /** What {@link comparedWords} says of the texts. */
  result(): AnalysedTexts {
    return {
      forms: [...this.#places.keys()],
      stems: this.#stems,
      words: Uint32Array.from(this.#words),
      offsets: Uint32Array.from(this.#offsets),
      numbers: Uint32Array.from(this.#numbers),
      numberOffsets: Uint32Array.from(this.#numberOffsets),
    };
  }

  #placeOf(form: string, stem: string): number {
    const known = this.#places.get(form);
    if (known !== undefined) return known;
    const place = this.#places.size;
    this.#places.set(form, place);
    this.#stems.push(stem);
    return place;
  }
}

/** What {@link comparedWords} says of many texts. */
export function analyseTexts(texts: readonly string[], language: Language): AnalysedTexts {
  const analysis = new TextAnalysis(language);
  for (const text of texts) analysis.add(text);
  return analysis.result();
}

/** How often each word stands in the texts, numbers once a text; parallel to `forms`. */
export function countsOf({ forms, words, numbers }: AnalysedTexts): Uint32Array {
  const counts = new Uint32Array(forms.length);
  for (let at = 0; at < words.length; at++) counts[words[at] as number] = (counts[words[at] as number] as number) + 1;
  for (const number of numbers) counts[number] = (counts[number] as number) + 1;
  return counts;
}
