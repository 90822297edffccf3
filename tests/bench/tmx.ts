import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { escapeText } from '../../memory/formats/xml/escape.ts';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { fileSource } from '../../src/services/imports/source.ts';
import { someProse } from '../support/prose.ts';
import { measureCommand } from './importing.ts';

/*
 * How fast a large TMX file is read, and imported by the command as a person runs it, and what memory that takes:
 * `npm run bench:tmx -- --mb 1000`; with `--prose`, of news instead of made sentences.
 * To reach: ≥ 15 MB/s parsed, ≥ 8,000 units/s imported with indexing, ≤ 300 MB resident.
 */
const { values } = parseArgs({
  options: { mb: { type: 'string', default: '200' }, prose: { type: 'boolean', default: false } },
});

const WORDS = {
  fr: 'le la port ville grue quai navire lundi mardi gouvernement annonce réforme budget élu maire journal presse marché prix hausse'.split(
    ' ',
  ),
  en: 'the a harbour town crane quay ship monday tuesday government announces reform budget elected mayor paper press market price rise'.split(
    ' ',
  ),
};

/** The same words for the same number, so that a run can be repeated. */
function sentence(language: 'fr' | 'en', seed: number): string {
  const words = WORDS[language];
  let state = seed + 1;
  const picked = Array.from({ length: 12 + (seed % 9) }, () => {
    state = (state * 48271) % 2147483647;
    return `${words[state % words.length]}${state % 7 === 0 ? state % 5000 : ''}`;
  });
  return `${picked.join(' ')} ${seed}.`;
}

/** More lines than a file of any size here has. */
const ENOUGH = 1e9;
/** Units that come from one document: an article of some length. */
const OF_A_DOCUMENT = 40;

interface Pair {
  readonly en: string;
  readonly fr: string;
}

/** News, and after all there is of it, variants of it. */
async function* prosePairs(): AsyncGenerator<Pair> {
  const decoder = new TextDecoder();
  for await (const lines of someProse(ENOUGH)) {
    for (const line of decoder.decode(lines).split('\n')) {
      const [en = '', fr = ''] = line.split('\t');
      if (line !== '') yield { en, fr };
    }
  }
}

function* madePairs(): Generator<Pair> {
  for (let seed = 0; ; seed++) yield { en: sentence('en', seed), fr: sentence('fr', seed) };
}

/** Pairs as a CAT tool writes them out, until there are enough. */
async function* units(bytes: number): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>\n';
  let written = 0;
  let count = 0;
  for await (const { en, fr } of values.prose ? prosePairs() : madePairs()) {
    const document = `<prop type="x-calque-document">${Math.floor(count / OF_A_DOCUMENT)}</prop>`;
    const sides = Object.entries({ en, fr }).map(
      ([language, text]) => `<tuv xml:lang="${language}"><seg>${escapeText(text)}</seg></tuv>`,
    );
    const text = `<tu tuid="${count++}" changedate="20210102T030405Z">${document}${sides.join('')}</tu>\n`;
    written += Buffer.byteLength(text);
    yield text;
    if (written >= bytes) break;
  }
  yield '</body></tmx>\n';
}

const folder = mkdtempSync(join(tmpdir(), 'calque-tmx-'));
try {
  const path = join(folder, 'large.tmx');
  await pipeline(units(Number(values.mb) * 1e6), createWriteStream(path));
  const megabytes = statSync(path).size / 1e6;
  const [started, used] = [performance.now(), process.cpuUsage()];
  let count = 0;
  for await (const entry of readTmx(fileSource(path, 'large.tmx').open(), { name: 'large.tmx' })) {
    if (entry.kind === 'unit') count++;
  }
  const { user, system } = process.cpuUsage(used);
  const parse = { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
  const afterParse = process.resourceUsage().maxRSS / 1024;
  await buildProject(PROJECT_ROOT);
  const load = await measureCommand({ CALQUE_DATA: folder }, ['import', path, '--memory', 'Bench', '--json']);
  const rounded = (value: number) => Math.round(value * 10) / 10;
  console.table({
    'MB of TMX, units': { reached: rounded(megabytes), processor: count },
    'parse, MB/s': { reached: rounded(megabytes / parse.wall), processor: rounded(megabytes / parse.processor) },
    'resident after parsing, MB': { reached: Math.round(afterParse) },
    'import, units/s': { reached: Math.round(count / load.seconds), processor: Math.round(count / load.processor) },
    'resident at most while importing, MB': { reached: Math.round(load.resident / 1e6) },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
