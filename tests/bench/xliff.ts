import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readXliffWork, writeXliffWork } from '../../memory/formats/xliff/work.ts';

/*
 * How fast a large XLIFF file is opened as a document and written back with all its targets changed, and what memory
 * that takes: `npm run bench:xliff -- --units 50000`. To reach: ≤ 4 s, ≤ 2 s, ≤ 300 MB resident.
 */
const { values } = parseArgs({ options: { units: { type: 'string', default: '50000' } } });

/** A unit of some 640 bytes, with inline codes in every fourth. */
function unit(index: number): string {
  const text = `Le conseil municipal a adopté mardi soir le budget numéro ${index}, après un débat de plusieurs heures sur la rénovation`;
  const code = index % 4 === 0 ? '<g id="1" ctype="bold">du port</g><x id="2" ctype="lb"/>' : 'du port';
  const alternative = `<alt-trans match-quality="78" origin="Presse"><source>Le conseil municipal a adopté le budget.</source><target>The city council passed the budget.</target></alt-trans>`;
  return `      <trans-unit id="u${index}" xml:space="preserve">\n        <source>${text} ${code}.</source>\n        <target state="needs-translation">${text} ${code}.</target>\n        ${alternative}\n        <note from="desk">Second edition, page ${index % 40}.</note>\n      </trans-unit>\n`;
}

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n  <file original="news" source-language="fr" target-language="en" datatype="plaintext">\n    <body>\n';

function* file(units: number): Generator<string> {
  yield head;
  for (let index = 0; index < units; index++) yield unit(index);
  yield '    </body>\n  </file>\n</xliff>\n';
}

const folder = mkdtempSync(join(tmpdir(), 'calque-xliff-'));
const path = join(folder, 'large.xlf');
await pipeline(file(Number(values.units)), createWriteStream(path));

function seconds<T>(work: () => T): { readonly value: T; readonly wall: number; readonly processor: number } {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

const resident = () => Math.round(process.resourceUsage().maxRSS / 1024);
const before = resident();
const bytes = readFileSync(path);
rmSync(folder, { recursive: true });

/** The segments as they come from the store: no piece of the file is kept with them. */
function open() {
  const { value, ...times } = seconds(() => readXliffWork(bytes, 'large.xlf'));
  const segments = value.segments.map(({ fileSegment }) => ({
    ...(fileSegment && { fileSegment }),
    before: '',
    target: ['The city council passed the budget on Tuesday evening.'],
    status: 'confirmed' as const,
  }));
  return { ...times, segments };
}

const opened = open();
const afterOpening = resident();
const written = seconds(() => writeXliffWork(bytes, 'large.xlf', opened.segments, 'en'));
const rounded = (value: number) => Math.round(value * 100) / 100;
console.table({
  'MB of XLIFF, MB written': { reached: rounded(bytes.length / 1e6), processor: rounded(written.value.length / 1e6) },
  'open, s': { reached: rounded(opened.wall), processor: rounded(opened.processor) },
  'write back, s': { reached: rounded(written.wall), processor: rounded(written.processor) },
  'resident before, MB': { reached: before },
  'resident after opening, MB': { reached: afterOpening },
  'resident at most, MB': { reached: resident() },
});
