import type { Language } from '../../memory/model/language.ts';
import { otherLanguage } from '../../memory/model/language.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';
import { openAlone } from '../../src/threads/open.ts';
import { readCorpus } from '../support/prose.ts';
import type { Figure } from './figure.ts';
import type { BenchPlace, Reaches } from './place.ts';
import { round, timed } from './timed.ts';

type Ask = (text: string, minimumRate: number, related: boolean) => Promise<unknown>;

const SYSTRAN_70 = 'SYSTRAN fuzzy-match: 0.29 / 0.63 ms';
const SYSTRAN_50 = 'SYSTRAN fuzzy-match, incomplete: 0.4–1.1 ms; pg_trgm: 2,500–3,500 ms';
const WEBLATE = 'Weblate, 3.4 M units, 11 characters: 7,766 ms';

/** Opens a loaded database as a new start would, and times lookups and confirmations in milliseconds. */
export async function measureLookups(
  databases: BenchPlace['databases'],
  sample: number,
  { start, seventy, fifty, all: ofAll, short }: Reaches,
): Promise<readonly Figure[]> {
  const started = performance.now();
  const { store, retrieval } = await openAlone(databases);
  const memories = await store.listMemories();
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
        { matches: true, related, fragments: related },
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

  const figures: Figure[] = [{ what: 'start to first lookup, ms', reached: round(first), reach: start }];
  for (const [rate, reach, peers] of [[70, seventy, SYSTRAN_70] as const, [50, fifty, SYSTRAN_50] as const]) {
    for (const [corpus, sides] of Object.entries({ news, domain })) {
      for (const [language, ask] of [['fr', french] as const, ['en', english] as const]) {
        const beside = { reach: reach[corpus as 'news' | 'domain'], peers };
        const what = `matches ≥ ${rate}, ${corpus}, ${language}`;
        figures.push(await timed(what, sides[language], (text) => ask(text, rate, false), beside));
      }
    }
  }
  const all = (text: string) => french(text, 50, true);
  figures.push(
    await timed('all tiers, news, fr', news.fr, all, { reach: ofAll, peers: WEBLATE }),
    await timed('11 characters', news.fr.map(elevenCharacters), all, { reach: short, peers: WEBLATE }),
    await timed('function words only', FUNCTION_WORDS, all, { reach: short }),
    await confirming(store, memories),
  );
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
    { reach: 'median ≤ 5', peers: 'SYSTRAN sorts everything anew' },
  );
}

function elevenCharacters(text: string): string {
  return text.slice(0, 11);
}

export function every<T>(items: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, Math.floor(items.length / count));
  return items.filter((_, index) => index % step === 0);
}
