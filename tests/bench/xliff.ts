import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/*
 * How fast a large XLIFF file is opened as a document and written back with all its targets changed, and what memory
 * that takes, in a process of its own, of one file as the server is: `npm run bench:xliff -- --units 50000`.
 * To reach: ≤ 4 s, ≤ 2 s, ≤ 300 MB resident.
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
try {
  const path = join(folder, 'large.xlf');
  await pipeline(file(Number(values.units)), createWriteStream(path));
  const program = join(folder, 'program.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('./xliff-program.ts', import.meta.url))],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  const { status } = spawnSync(process.execPath, [program, path], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
