import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exhaustiveRetrieval } from '../../memory/retrieval/exhaustive.ts';
import { tokenize } from '../../memory/text/tokenize.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { query, scanOf, unit } from '../unit/retrieval/units.ts';

/** Other units in the memory, and how many of the sentences are looked up: all of both takes hours. */
const OTHERS = 3_000;
const EVERY_RELATED = 8;
const EVERY_NEWS = 10;

/** Just under what was reached, in per cent. */
const REACHED = { first: 91, five: 92, falselyShown: 5 } as const;

function readRows(path: string): readonly string[][] {
  const bytes = readFileSync(sharedPath(path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

const every = <T>(items: readonly T[], step: number) => items.filter((_, index) => index % step === 0);
const percent = (part: number, whole: number) => (100 * part) / whole;

describe('sentences that say it in other words', () => {
  const needs = needsShared('corpora/prose.tsv.gz', 'corpora/related-dev.tsv', 'corpora/news-dev.tsv');

  it('are found by another translation of theirs, and hardly by any other sentence', needs, async () => {
    const prose = readRows('corpora/prose.tsv.gz');
    const others = every(prose, Math.floor(prose.length / OTHERS)).map(([en = '', fr = '']) => ({ fr, en }));
    const twice = readRows('corpora/related-dev.tsv').map(([en = '', fr = '', otherFr = '']) => ({ fr, en, otherFr }));
    const units = [...twice, ...others].map(({ fr, en }, index) => unit(index + 1, fr, en));
    const engine = exhaustiveRetrieval(scanOf(units));
    const lookUp = async (text: string) => {
      const { matches, related } = await engine.find(query(text, { minimumRate: 70 }), {
        matches: true,
        related: true,
      });
      return [...matches, ...related].map((shown) => shown.unitId);
    };

    let first = 0;
    let five = 0;
    const asked = every([...twice.entries()], EVERY_RELATED);
    for (const [index, { otherFr }] of asked) {
      const shown = (await lookUp(otherFr)).slice(0, 5);
      first += Number(shown[0] === index + 1);
      five += Number(shown.includes(index + 1));
    }
    let falselyShown = 0;
    const news = every(readRows('corpora/news-dev.tsv'), EVERY_NEWS);
    for (const [, fr = ''] of news) falselyShown += Number((await lookUp(fr)).length > 0);

    const figures = {
      units: units.length,
      sentences: asked.length,
      'first, %': percent(first, asked.length).toFixed(1),
      'in the first five, %': percent(five, asked.length).toFixed(1),
      'news without counterpart': news.length,
      'that showed anything, %': percent(falselyShown, news.length).toFixed(1),
    };
    console.table(figures);
    expect(percent(first, asked.length)).toBeGreaterThanOrEqual(REACHED.first);
    expect(percent(five, asked.length)).toBeGreaterThanOrEqual(REACHED.five);
    expect(percent(falselyShown, news.length)).toBeLessThanOrEqual(REACHED.falselyShown);
  });
});

describe('speed of the tokeniser', () => {
  it('is printed', needsShared('corpora/news-dev.tsv'), () => {
    const rows = readRows('corpora/news-dev.tsv');
    for (const [language, side] of [
      ['en', 0],
      ['fr', 1],
    ] as const) {
      const texts = rows.map((row) => row[side] ?? '');
      const bytes = Buffer.byteLength(texts.join(''));
      let tokens = 0;
      const before = process.cpuUsage();
      for (let round = 0; round < 20; round++) for (const text of texts) tokens += tokenize(text, language).length;
      const { user, system } = process.cpuUsage(before);
      console.log(`${language}: ${((20 * bytes) / (user + system)).toFixed(1)} MB per second of processor time`);
      expect(tokens).toBeGreaterThan(20 * rows.length);
    }
  });
});
