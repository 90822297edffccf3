import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { createImports } from '../../src/services/imports/imports.ts';
import { fileSource } from '../../src/services/imports/source.ts';
import { openAlone } from '../../src/threads/open.ts';

/*
 * How fast a large TMX file is read and imported, and what memory that takes: `npx tsx tests/bench/tmx.ts --mb 1000`.
 * To reach: ≥ 15 MB/s parsed, ≥ 8,000 units/s imported with indexing, ≤ 300 MB resident.
 */
const { values } = parseArgs({ options: { mb: { type: 'string', default: '200' } } });

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

async function* units(bytes: number): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4"><header srclang="en" segtype="sentence"/><body>\n';
  let written = 0;
  for (let seed = 0; written < bytes; seed += 100) {
    let text = '';
    for (let index = seed; index < seed + 100; index++) {
      const document = `<prop type="x-calque-document">${Math.floor(index / 40)}</prop>`;
      const sides = (['en', 'fr'] as const).map(
        (language) => `<tuv xml:lang="${language}"><seg>${sentence(language, index)}</seg></tuv>`,
      );
      text += `<tu tuid="${index}" changedate="20210102T030405Z">${document}${sides.join('')}</tu>\n`;
    }
    written += Buffer.byteLength(text);
    yield text;
  }
  yield '</body></tmx>\n';
}

const folder = mkdtempSync(join(tmpdir(), 'calque-tmx-'));
try {
  const path = join(folder, 'large.tmx');
  await pipeline(units(Number(values.mb) * 1e6), createWriteStream(path));
  const megabytes = statSync(path).size / 1e6;
  const source = fileSource(path, 'large.tmx');
  const seconds = async (work: () => Promise<unknown>) => {
    const [started, used] = [performance.now(), process.cpuUsage()];
    await work();
    const { user, system } = process.cpuUsage(used);
    return { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
  };
  let count = 0;
  const parse = await seconds(async () => {
    for await (const entry of readTmx(source.open(), { name: 'large.tmx' })) if (entry.kind === 'unit') count++;
  });
  const afterParse = process.resourceUsage().maxRSS / 1024;
  const { store, retrieval } = await openAlone({ databaseFile: join(folder, 'calque.db') });
  const imports = createImports(store, retrieval, tmpdir());
  const wish = { source, memory: 'Bench', mode: 'add', dryRun: false } as const;
  const load = await seconds(() => imports.run(wish, { by: 'bench', at: new Date().toISOString() }));
  await store.close();
  const rounded = (value: number) => Math.round(value * 10) / 10;
  console.table({
    'MB of TMX, units': { reached: rounded(megabytes), processor: count },
    'parse, MB/s': { reached: rounded(megabytes / parse.wall), processor: rounded(megabytes / parse.processor) },
    'resident after parsing, MB': { reached: Math.round(afterParse) },
    'import, units/s': { reached: Math.round(count / load.wall), processor: Math.round(count / load.processor) },
    'resident at most, MB': { reached: Math.round(process.resourceUsage().maxRSS / 1024) },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
