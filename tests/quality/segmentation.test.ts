import { describe, expect, it } from 'vitest';
import type { Language } from '../../memory/model/language.ts';
import { needsShared } from '../support/shared.ts';
import { boundaryFigures, exactFigures, isExact, readKnownTexts, table } from './segmentation/figures.ts';
import { CALQUE, PEERS } from './segmentation/segmenters.ts';

/** Just under what was reached; memory/text/segmentation/README.md says what is odd about the sets. */
const REACHED: Readonly<Record<Language, { sets: Readonly<Record<string, number>>; cases: number }>> = {
  fr: { sets: { 'UD_French-Sequoia': 88.1, 'UD_French-GSD-dev': 98.2 }, cases: 20 },
  en: { sets: { 'UD_English-GUM-dev': 97.7, 'UD_English-EWT-dev': 89.1 }, cases: 193 },
};

describe.each(['fr', 'en'] as const)('segmentation of running text, %s', (language) => {
  const needs = needsShared(`corpora/segmentation/${language}-ud.json`);

  it('finds more of the known boundaries than any peer, on each set', needs, () => {
    const texts = readKnownTexts(language, 'ud');
    const sets = boundaryFigures(texts, language, ({ origin }) => origin);
    const genres = boundaryFigures(texts, language, ({ origin, genre = '' }) => `${origin}, ${genre}`);
    console.log(table('boundary F1, %', [...sets, ...genres], 2));
    for (const { set, bySegmenter } of sets) {
      const ours = bySegmenter.get(CALQUE.name);
      for (const { name } of PEERS) expect(ours, `${set}: ${name}`).toBeGreaterThan(bySegmenter.get(name) ?? 0);
      expect(ours, set).toBeGreaterThanOrEqual(REACHED[language].sets[set] ?? 100);
    }
  });
});

describe.each(['fr', 'en'] as const)('segmentation of the cases of public segmenters, %s', (language) => {
  const needs = needsShared(`corpora/segmentation/${language}-suites.json`);

  it('cuts most exactly as expected', needs, () => {
    const cases = readKnownTexts(language, 'suites');
    const figures = exactFigures(cases, language);
    console.log(table('exact cases', [figures], 0));
    for (const known of cases) {
      const actual = CALQUE.segment(known.text, language);
      if (!isExact(actual, known)) {
        console.log(`not as in ${known.origin}${known.conflict ? ' (in conflict)' : ''}: ${actual.join(' ‖ ')}`);
      }
    }
    expect(figures.bySegmenter.get(CALQUE.name)).toBeGreaterThanOrEqual(REACHED[language].cases);
  });
});

describe.each(['fr', 'en'] as const)('speed of segmentation, %s', (language) => {
  it('is printed, and no character is lost', needsShared(`corpora/segmentation/${language}-ud.json`), () => {
    const lines = readKnownTexts(language, 'ud').map(({ text }) => text);
    const text = Array.from({ length: 3 }, () => lines.join('\n')).join('\n');
    CALQUE.segment(text, language);
    const before = process.cpuUsage();
    const segments = CALQUE.segment(text, language);
    const { user, system } = process.cpuUsage(before);
    console.log(`${(Buffer.byteLength(text) / (user + system)).toFixed(1)} MB per second of processor time`);
    expect(segments.join('').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
  });
});
