import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks } from '../../memory/checks/run.ts';
import { CHECKS, type CheckCode } from '../../memory/checks/table.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { namesIn } from '../../memory/text/names.ts';
import { tokenize } from '../../memory/text/tokenize.ts';
import { needsShared, sharedPath } from '../support/shared.ts';

interface Pair {
  readonly source: string;
  readonly target: string;
  readonly language: LanguageTag;
}

/** The most segments of a hundred on which a check may alarm in what people translated. */
const MOST_ALARMS = 2.5;

/** The French of `news-dev` was typed before typography was minded: its straight marks and bare capitals are what these checks are for. */
const TRUE_IN_NEWS: readonly CheckCode[] = ['straight-apostrophes', 'straight-quotes', 'mark-spacing', 'bare-capitals'];
/** As is the plain space inside « » in the Canadian translations. */
const TRUE_IN_CANADA: readonly CheckCode[] = ['mark-spacing'];

function readRows(path: string): readonly string[][] {
  return readFileSync(sharedPath(path), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

function alarmed(pair: Pair): ReadonlySet<CheckCode> {
  const { source, target, language } = pair;
  const sourceLanguage = language === 'en' ? 'fr' : 'en';
  const findings = runChecks({
    source: [source],
    target: [target],
    sourceLanguage,
    targetLanguage: language,
    status: 'draft',
  });
  return new Set(findings.map(({ code }) => code));
}

/** Segments of a hundred with an alarm, by check. */
function alarmRates(pairs: readonly Pair[]): ReadonlyMap<CheckCode, number> {
  const counts = new Map<CheckCode, number>();
  for (const pair of pairs) for (const code of alarmed(pair)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return new Map([...counts].map(([code, count]) => [code, (100 * count) / pairs.length]));
}

describe('the checks', () => {
  const needs = needsShared('corpora/news-dev.tsv', 'corpora/related-dev.tsv');

  it('alarm rarely on what people translated', needs, () => {
    const news = readRows('corpora/news-dev.tsv').slice(0, 1000);
    const related = readRows('corpora/related-dev.tsv').slice(0, 1000);
    const inFrench = ([source = '', target = '']: readonly string[]): Pair => ({ source, target, language: 'fr' });
    const samples: readonly (readonly [string, readonly Pair[], readonly CheckCode[]])[] = [
      ['news, fr', news.map(inFrench), TRUE_IN_NEWS],
      ['related, fr', related.map(inFrench), []],
      [
        'related, fr-CA',
        related.map(([source = '', , target = '']) => ({ source, target, language: 'fr-CA' })),
        TRUE_IN_CANADA,
      ],
      ['both, en', [...news, ...related].map(([target = '', source = '']) => ({ source, target, language: 'en' })), []],
    ];
    const table: Record<string, Record<string, string>> = {};
    for (const [name, pairs, trueAlarms] of samples) {
      const rates = alarmRates(pairs);
      for (const { code } of CHECKS) {
        const rate = rates.get(code) ?? 0;
        const row = table[code] ?? {};
        table[code] = { ...row, [name]: rate.toFixed(1) };
        if (!trueAlarms.includes(code)) expect(rate, `${code} on ${name}`).toBeLessThan(MOST_ALARMS);
      }
    }
    console.log('Segments with an alarm, of a hundred, in what people translated:');
    console.table(table);
  });

  /** An error made in a good translation; `undefined` where there is nothing to spoil. */
  type Spoil = (target: string, source: string) => string | undefined;
  const changed = (target: string, spoilt: string) => (spoilt === target ? undefined : spoilt);
  const SPOILT: readonly (readonly [CheckCode, string, Spoil, number])[] = [
    [
      'numbers',
      'a number of two figures changed',
      (target) => changed(target, target.replace(/\b[2-8](?=\d\b)/, '9')),
      95,
    ],
    [
      'negation',
      'ne … pas left out',
      (target) => changed(target, target.replace(/\bn(?:e |’)(\p{L}+) (?:pas|jamais|plus) /u, '$1 ')),
      30,
    ],
    ['names', 'all names of two words or more left out', withoutNames, 60],
    ['length', 'the second half left out', (target) => target.slice(0, target.length / 2), 55],
    ['length', 'two thirds left out', (target) => target.slice(0, target.length / 3), 85],
    ['length', 'written twice', (target) => `${target} ${target}`, 85],
    ['identical', 'the source left in its place', (_, source) => source, 99],
    [
      'untranslated',
      'the second half left in English',
      (target, source) => target.slice(0, target.length / 2) + source.slice(source.length / 2),
      65,
    ],
  ];

  it('find errors made on purpose', needs, () => {
    const pairs = readRows('corpora/related-dev.tsv');
    const figures = SPOILT.map(([code, error, spoil, reached]) => {
      const spoilt = pairs.flatMap(([source = '', target = '']) => {
        const text = spoil(target, source);
        return text === undefined ? [] : [{ source, target: text, language: 'fr' as const }];
      });
      const found = spoilt.filter((pair) => alarmed(pair).has(code)).length;
      return { code, error, segments: spoilt.length, 'found, %': ((100 * found) / spoilt.length).toFixed(1), reached };
    });
    console.table(figures);
    for (const figure of figures) {
      expect(Number(figure['found, %']), figure.error).toBeGreaterThanOrEqual(figure.reached);
      expect(figure.segments).toBeGreaterThan(50);
    }
  });
});

/** The target without the names of the source, where the source has one of two words or more that the target keeps. */
function withoutNames(target: string, source: string): string | undefined {
  const names = namesIn(tokenize(source, 'en'), 'en').map(({ text }) => text);
  const kept = names.filter((name) => target.includes(name));
  const inARow = names.some((name, index) => source.includes(`${name} ${names[index + 1]}`));
  return kept.length < 2 || !inARow ? undefined : kept.reduce((text, name) => text.replaceAll(name, 'elle'), target);
}
