import { readFileSync } from 'node:fs';
import type { Language } from '../../../memory/model/language.ts';
import { sharedPath } from '../../support/shared.ts';
import { CALQUE, PEERS } from './segmenters.ts';

/** A text whose sentences are known. */
interface KnownText {
  readonly text: string;
  readonly sentences: readonly string[];
  readonly origin: string;
  readonly genre?: string;
  readonly conflict?: boolean;
}

/** The name of a set and what each segmenter reached on it, by the segmenter's name. */
export interface Figures {
  readonly set: string;
  readonly bySegmenter: ReadonlyMap<string, number>;
}

const SEGMENTERS = [CALQUE, ...PEERS];

export function readKnownTexts(language: Language, kind: 'ud' | 'suites'): readonly KnownText[] {
  return JSON.parse(readFileSync(sharedPath('corpora', 'segmentation', `${language}-${kind}.json`), 'utf8'));
}

/**
 * F1 of the boundaries inside the texts of each set, in percent. A boundary is the number of characters before it,
 * white space left out; the end of a text is none, because nobody can miss it.
 */
export function boundaryFigures(
  texts: readonly KnownText[],
  language: Language,
  setOf: (text: KnownText) => string,
): readonly Figures[] {
  const sets = new Set(texts.map(setOf));
  return [...sets].map((set) => ({
    set,
    bySegmenter: new Map(
      SEGMENTERS.map(({ name, segment }) => {
        let found = 0;
        let right = 0;
        let known = 0;
        for (const { text, sentences } of texts.filter((known) => setOf(known) === set)) {
          const expected = innerBoundaries(sentences);
          const actual = innerBoundaries(segment(text, language));
          found += actual.size;
          known += expected.size;
          for (const boundary of actual) if (expected.has(boundary)) right += 1;
        }
        return [name, (200 * right) / (found + known)];
      }),
    ),
  }));
}

/** How many texts of each set every segmenter cuts exactly as expected. */
export function exactFigures(texts: readonly KnownText[], language: Language): Figures {
  return {
    set: `${language} suites, of ${texts.length}`,
    bySegmenter: new Map(
      SEGMENTERS.map(({ name, segment }) => [
        name,
        texts.filter((known) => isExact(segment(known.text, language), known)).length,
      ]),
    ),
  };
}

export function isExact(actual: readonly string[], { sentences }: KnownText): boolean {
  const trimmed = actual.map((sentence) => sentence.trim()).filter((sentence) => sentence !== '');
  return trimmed.length === sentences.length && trimmed.every((sentence, index) => sentence === sentences[index]);
}

function innerBoundaries(sentences: readonly string[]): ReadonlySet<number> {
  const boundaries = new Set<number>();
  let length = 0;
  for (const sentence of sentences) {
    length += sentence.replaceAll(/\s/g, '').length;
    boundaries.add(length);
  }
  boundaries.delete(length);
  return boundaries;
}

/** A table with one row a set and one column a segmenter. */
export function table(title: string, figures: readonly Figures[], digits: number): string {
  const width = Math.max(...figures.map(({ set }) => set.length), title.length);
  const rows = figures.map(({ set, bySegmenter }) => [
    set.padEnd(width),
    ...SEGMENTERS.map(({ name }) => (bySegmenter.get(name) ?? 0).toFixed(digits).padStart(name.length)),
  ]);
  return [[title.padEnd(width), ...SEGMENTERS.map(({ name }) => name)], ...rows]
    .map((row) => row.join('  '))
    .join('\n');
}
