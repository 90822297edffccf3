import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import xliff12ToJs from 'xliff/xliff12ToJs';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { writeXliff12 } from '../../memory/formats/xliff/write12.ts';
import { writeXliff20 } from '../../memory/formats/xliff/write20.ts';
import { contentText } from '../../memory/model/inline.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { openXliff } from '../support/xliff.ts';
import { memoryUnits, PROJECTS } from './samples.ts';
import { schemaFaults, TMX_DTDS, tmxFaults, XLIFF_2_SCHEMAS, XLIFF_12_SCHEMAS } from './schemas.ts';

const PROJECT_NAMES = Object.keys(PROJECTS) as readonly (keyof typeof PROJECTS)[];

/** Ways to write a project. */
const VARIANTS = {
  plain: {},
  filled: { fill: { fuzzy: 50, machine: true } },
  'for OmegaT': { copySource: true },
} as const;

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

function xliff(name: keyof typeof PROJECTS, variant: keyof typeof VARIANTS = 'plain'): Promise<string> {
  return joined(writeXliff12(PROJECTS[name], { toolVersion: '1.0', ...VARIANTS[variant] }));
}

function xliff2(name: keyof typeof PROJECTS, variant: keyof typeof VARIANTS = 'plain'): Promise<string> {
  const [document] = PROJECTS[name];
  const { sourceLanguage = 'fr', targetLanguage = 'en' } = document ?? {};
  return joined(writeXliff20(PROJECTS[name], { sourceLanguage, targetLanguage, ...VARIANTS[variant] }));
}

function tmx(): Promise<string> {
  return joined(writeTmx(memoryUnits(), { sourceLanguage: 'fr', toolVersion: '1.0', memoryName: 'Presse' }));
}

describe('the schemas', needsShared(...Object.values(XLIFF_12_SCHEMAS), TMX_DTDS['1.4']), () => {
  const cases = PROJECT_NAMES.flatMap((project) =>
    Object.keys(VARIANTS).flatMap((variant) =>
      Object.entries(XLIFF_12_SCHEMAS).map(([kind, path]) => [project, variant, kind, path] as const),
    ),
  );

  it.each(cases)('take the project “%s”, %s, as XLIFF 1.2 %s', async (project, variant, _, path) => {
    expect(schemaFaults(await xliff(project, variant as keyof typeof VARIANTS), path)).toEqual([]);
  });

  it.each(PROJECT_NAMES.flatMap((project) => ['plain', 'filled'].map((variant) => [project, variant] as const)))(
    'take the project “%s”, %s, as XLIFF 2.0',
    async (project, variant) => {
      const text = await xliff2(project, variant as keyof typeof VARIANTS);
      expect(schemaFaults(text, XLIFF_2_SCHEMAS['2.1'])).toEqual([]);
      expect(await validateXliff([text], 'export.xlf')).toEqual([]);
    },
  );

  it('take a memory as TMX 1.4', async () => {
    expect(tmxFaults(await tmx())).toEqual([]);
  });

  it('refuse what is no XLIFF 1.2 and no TMX 1.4', async () => {
    const spoilt = (await xliff('news'))
      .replace('state="final"', 'state="finished"')
      .replace(' xml:lang=', ' xml:tongue=');
    for (const path of Object.values(XLIFF_12_SCHEMAS)) expect(schemaFaults(spoilt, path).join('\n')).toMatch(/state/);
    expect(tmxFaults((await tmx()).replace('<seg>', '<segment/><seg>'))).not.toEqual([]);
  });
});

/** The text of what the package read, its inline elements left out. */
function plain(part: unknown): string {
  if (typeof part === 'string') return part;
  if (Array.isArray(part)) return part.map(plain).join('');
  if (typeof part !== 'object' || part === null) return '';
  return Object.values(part)
    .map((element: unknown) => {
      return typeof element === 'object' && element !== null && 'contents' in element ? plain(element.contents) : '';
    })
    .join('');
}

describe('the xliff package', () => {
  it.each(['news', 'codes'] as const)('reads the project “%s”, as an outside reader', async (project) => {
    const text = await xliff(project);
    const read = await xliff12ToJs(text, { captureSpacesBetweenElements: true });
    const ours = openXliff(new TextEncoder().encode(text), 'export.xlf');
    const expected = ours.documents.map(({ name, segments }) => [
      name,
      segments.map(({ place, source, target }) => [
        place.holder.attributes['id'],
        contentText(source),
        contentText(target),
      ]),
    ]);
    const found = Object.entries(read.resources).map(([name, units]) => [
      name,
      Object.entries(units).map(([id, { source, target }]) => [id, plain(source), plain(target)]),
    ]);
    expect(found).toEqual(expected);
  });
});

const TOOLS = ['/usr/bin/omegat', '/usr/bin/xliff2po', '/usr/bin/msgfmt', '/usr/bin/xmllint'];

describe('OmegaT and Translate Toolkit', needsShared('interop/accept.sh'), () => {
  it.for(PROJECT_NAMES)('open the project “%s” and the memory', { timeout: 180_000 }, async (project, context) => {
    const missing = TOOLS.filter((path) => !existsSync(path));
    context.skip(missing.length > 0, `${missing.join(', ')} not installed`);
    const folder = await mkdtemp(join(tmpdir(), 'calque-accept-'));
    try {
      const files = {
        xliff: join(folder, 'export.xlf'),
        xliff2: join(folder, 'export2.xlf'),
        tmx: join(folder, 'export.tmx'),
      };
      await writeFile(files.xliff, await xliff(project));
      await writeFile(files.xliff2, await xliff2(project));
      await writeFile(files.tmx, await tmx());
      const run = promisify(execFile)('bash', [sharedPath('interop/accept.sh'), files.xliff, files.xliff2, files.tmx]);
      const { stdout } = await run;
      expect(stdout).toContain('ok    XLIFF 1.2 strict schema');
      expect(stdout).toContain('ok    XLIFF 2 core and module schemas');
      expect(stdout).toContain('ok    TMX 1.4 DTD');
      expect(stdout).toContain('ok    Translate Toolkit');
      expect(stdout).toContain('ok    OmegaT console-translate');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
