import { setTimeout } from 'node:timers/promises';
import { startServer } from '../support/server.ts';
import { holdUps, WATCHED } from './event-loop.ts';
import type { Figure } from './figure.ts';
import type { BenchPlace, Reaches } from './place.ts';
import { timed } from './timed.ts';

/** The first seconds of a server are not measured, nor its first lookups, during which its code is compiled. */
const SETTLED = 2_500;
const FIRST_LOOKUPS = 150;

const FUNCTION_WORDS = ['et', 'de', 'la', 'que', 'ce', 'qui', 'ne', 'se', 'pas', 'il', 'un', 'les'];

/** Texts that are made to take long, and others that are no text at all. */
const HOSTILE: readonly (string | readonly string[])[] = [
  'mot '.repeat(25_000),
  'gouvernement '.repeat(1_500),
  Array.from({ length: 2_000 }, (_, at) => FUNCTION_WORDS[(at * 7 + (at >> 3)) % 12]).join(' '),
  FUNCTION_WORDS.join(' '),
  Array.from({ length: 1_000 }, () => 'guerre '.repeat(100)),
  '\ud800 abc \udc00',
  'abc\0def',
  '\u200f\u202e\u200f',
  '😀😀 🎉',
  '!!! … ???',
];

/** Starts the built server on a loaded installation, and times lookups over HTTP, in milliseconds. */
export async function measureServing(
  { folder, env }: BenchPlace,
  texts: readonly string[],
  reaches: Reaches,
): Promise<readonly Figure[]> {
  const server = await startServer({ data: folder, env: { ...env, ...WATCHED } });
  const ask = async (text: string | readonly string[]): Promise<void> => {
    const body = JSON.stringify({ text, sourceLanguage: 'fr', targetLanguage: 'en', minimumRate: 50 });
    const headers = { 'content-type': 'application/json' };
    await (await fetch(`${server.url}/api/v1/lookup`, { method: 'POST', headers, body })).text();
  };
  let figures: readonly Figure[] = [];
  try {
    await setTimeout(SETTLED);
    for (const text of texts.slice(-FIRST_LOOKUPS)) await ask(text);
    const lookups = await timed('all tiers through POST /api/v1/lookup', texts, ask, {
      reach: reaches.all,
      peers: 'Weblate, 3.4 M units, 11 characters: 7,766 ms',
    });
    await Promise.all([...HOSTILE, ...HOSTILE].map(ask));
    figures = [withoutProcessor(lookups)];
  } finally {
    await server.stop();
  }
  const held = holdUps(server.errors())[0]?.held ?? Number.NaN;
  return [...figures, { what: 'event loop held up at most, by hostile texts too', reached: held, reach: '≤ 100' }];
}

/** The time of this processor says nothing of the server's. */
function withoutProcessor({ processor: _, ...figure }: Figure): Figure {
  return figure;
}
