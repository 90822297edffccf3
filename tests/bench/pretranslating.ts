import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { escapeText } from '../../memory/formats/xml/escape.ts';
import { readCorpus } from '../support/prose.ts';
import type { Figure } from './figure.ts';
import { measureCommand } from './importing.ts';
import type { BenchPlace } from './place.ts';

/** How many sentences of news the file holds. */
const SEGMENTS = 2_000;

/** Pre-translates an XLIFF file of news as a person would: by the command line, in a process of its own. */
export async function measurePretranslation(place: BenchPlace): Promise<readonly Figure[]> {
  const sentences = ['news-dev.tsv', 'related-dev.tsv'].flatMap((name) =>
    readCorpus(name).flatMap((row) => row[1] ?? []),
  );
  const units = sentences
    .slice(0, SEGMENTS)
    .map((text, index) => `<trans-unit id="${index}"><source>${escapeText(text)}</source></trans-unit>\n`);
  const file = join(place.folder, 'news.xlf');
  await writeFile(
    file,
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="news" datatype="plaintext" ' +
      `source-language="fr" target-language="en"><body>\n${units.join('')}</body></file></xliff>\n`,
  );
  const args = ['pretranslate', file, '--out', join(place.folder, 'news.en.xlf'), '--json'];
  const { seconds, processor, resident } = await measureCommand(place.env, args);
  return [
    {
      what: `pre-translation of ${units.length} segments, s`,
      reached: Math.round(seconds * 10) / 10,
      processor: Math.round(processor * 10) / 10,
      reach: '≤ 20',
    },
    { what: 'pre-translation, MB resident at most', reached: Math.round(resident / 1e6) },
  ];
}
