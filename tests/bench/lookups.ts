import type { Language } from '../../memory/model/language.ts';
import { otherLanguage } from '../../memory/model/language.ts';
import type { Memory } from '../../memory/model/unit.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { Store } from '../../memory/store/store.ts';
import { readCorpus } from '../support/prose.ts';
import type { Figure } from './figure.ts';

type Ask = (text: string, minimumRate: number, related: boolean) => Promise<unknown>;

const SYSTRAN_70 = 'SYSTRAN fuzzy-match: 0.29 / 0.63 ms';
const SYSTRAN_50 = 'SYSTRAN fuzzy-match, incomplete: 0.4–1.1 ms; pg_trgm: 2,500–3,500 ms';
const WEBLATE = 'Weblate, 3.4 M units, 11 characters: 7,766 ms';

/** Opens a loaded database as a new start would, and times lookups and confirmations in milliseconds. */
export async function measureLookups(path: string, sample: number): Promise<readonly Figure[]> {
  const started = performance.now();
  const store = await openSqliteStore(path);
  const memories = await store.listMemories();
  const retrieval = indexedRetrieval(store);
  const askIn =
    (sourceLanguage: Language): Ask =>
    (text, minimumRate, related) =>
      retrieval.find(
        {
          content: [text],
          sourceLanguage,
          targetLanguage: otherLanguage(sourceLanguage),
          memories,
          minimumRate,
          limit: 5,
        },
        { matches: true, related },
      );
  const [french, english] = [askIn('fr'), askIn('en')];
  const texts = (name: string, column: number) => every(readCorpus(name), sample).flatMap((row) => row[column] ?? []);
  const news = { fr: texts('news-dev.tsv', 1), en: texts('news-dev.tsv', 0) };
  const domain = { fr: texts('fuzzy-dev.tsv', 1), en: texts('fuzzy-dev.tsv', 0) };

  await french(news.fr[0] ?? '', 70, false);
  const first = performance.now() - started;
  // The other language is read, and the code is compiled, before anything else is timed.
  for (const text of every(domain.en, 30)) await english(text, 50, true);
  for (const text of every(domain.fr, 30)) await french(text, 50, true);

  const figures: Figure[] = [
    { what: 'start to first lookup, ms', reached: round(first), reach: '≤ 1,000' },
    await timed('matches ≥ 70, news, fr', news.fr, (text) => french(text, 70, false), '≤ 0.4, p99 ≤ 10', SYSTRAN_70),
    await timed('matches ≥ 70, news, en', news.en, (text) => english(text, 70, false), '≤ 0.4, p99 ≤ 10', SYSTRAN_70),
    await timed('matches ≥ 70, domain, fr', domain.fr, (text) => french(text, 70, false), '≤ 1, p99 ≤ 10', SYSTRAN_70),
    await timed('matches ≥ 70, domain, en', domain.en, (text) => english(text, 70, false), '≤ 1, p99 ≤ 10', SYSTRAN_70),
    await timed('matches ≥ 50, news, fr', news.fr, (text) => french(text, 50, false), '≤ 8, p99 ≤ 60', SYSTRAN_50),
    await timed('matches ≥ 50, domain, fr', domain.fr, (text) => french(text, 50, false), '≤ 8, p99 ≤ 60', SYSTRAN_50),
    await timed('matches ≥ 50, domain, en', domain.en, (text) => english(text, 50, false), '≤ 8, p99 ≤ 60', SYSTRAN_50),
    await timed('all tiers, news, fr', news.fr, (text) => french(text, 50, true), 'median ≤ 15, p99 ≤ 100', WEBLATE),
    await timed('11 characters', news.fr.map(elevenCharacters), (text) => french(text, 50, true), 'p99 ≤ 20', WEBLATE),
    await timed('function words only', FUNCTION_WORDS, (text) => french(text, 50, true), 'p99 ≤ 20'),
    await confirming(store, memories),
  ];
  await store.close();
  return figures;
}

const FUNCTION_WORDS = Array.from({ length: 40 }, (_, index) =>
  ['et', 'de', 'la', 'que', 'ce', 'qui', 'ne', 'se', 'pas', 'il'].slice(index % 5, 3 + (index % 8)).join(' '),
);

async function confirming(store: Store, memories: readonly Memory[]): Promise<Figure> {
  const [memory] = memories;
  if (memory === undefined) throw new Error('the database holds no memory');
  const count = Array.from({ length: 100 }, (_, index) => `${index}`);
  return timed(
    'confirm one unit, ms',
    count,
    (number) =>
      store.addUnits(
        memory.id,
        [
          {
            fr: { language: 'fr', content: [`Le tribunal a rendu sa décision dans l’affaire ${number}.`] },
            en: { language: 'en', content: [`The court gave its ruling in case ${number}.`] },
            origin: { kind: 'human' },
            status: 'confirmed',
          },
        ],
        { by: 'measurement', at: '2026-01-02T03:04:05.000Z' },
      ),
    'median ≤ 5',
  );
}

async function timed(
  what: string,
  texts: readonly string[],
  ask: (text: string) => Promise<unknown>,
  reach: string,
  peers?: string,
): Promise<Figure> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const text of texts) {
    const started = performance.now();
    await ask(text);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  const mean = round(times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length));
  const processor = round((user + system) / 1000 / Math.max(1, times.length));
  return {
    what,
    reached: mean,
    processor,
    median: at(0.5),
    p99: at(0.99),
    reach,
    ...(peers !== undefined && { peers }),
  };
}

function elevenCharacters(text: string): string {
  return text.slice(0, 11);
}

function every<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
