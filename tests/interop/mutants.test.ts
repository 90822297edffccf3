import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { seeded } from '../support/seeded.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { openXliff, writeBack } from '../support/xliff.ts';
import { mutant } from './mutants.ts';

/** How many mutants are read of each kind, and from which seed; more by hand: `CALQUE_MUTANTS=20000 CALQUE_SEED=7`. */
const MUTANTS = Number(process.env['CALQUE_MUTANTS'] ?? 1500);
const SEED = Number(process.env['CALQUE_SEED'] ?? 1);

/** Larger files take their time without telling more. */
const MAXIMUM_BYTES = 60_000;

/** No mutant may take longer; real ones of this size take a hundredth of it. */
const MAXIMUM_MILLISECONDS = 2000;

function small(folder: string): readonly (readonly [name: string, bytes: Uint8Array])[] {
  return readdirSync(sharedPath(folder))
    .map((name) => [name, new Uint8Array(readFileSync(join(sharedPath(folder), name)))] as const)
    .filter(([, bytes]) => bytes.length > 0 && bytes.length <= MAXIMUM_BYTES);
}

/** `taken`, or the code of the error; anything but an error for people fails the test, and so does a hang. */
async function outcome(label: string, read: () => Promise<void>): Promise<string> {
  const start = performance.now();
  let code = 'taken';
  try {
    await read();
  } catch (error) {
    if (!(error instanceof CalqueError)) throw new Error(`${label}: ${String(error)}`, { cause: error });
    expect(error.code, label).not.toBe('internal');
    code = error.code;
  }
  expect(performance.now() - start, label).toBeLessThan(MAXIMUM_MILLISECONDS);
  return code;
}

async function outcomes(folder: string, read: (bytes: Uint8Array, name: string) => Promise<void>) {
  const files = small(folder);
  const random = seeded(SEED);
  const counts: Record<string, number> = {};
  for (let number = 0; number < MUTANTS; number++) {
    const [name, bytes] = files[random(files.length)] ?? ['', new Uint8Array()];
    const bad = mutant(bytes, random);
    const code = await outcome(`mutant ${number} of seed ${SEED}, ${name}`, () => read(bad, name));
    counts[code] = (counts[code] ?? 0) + 1;
  }
  process.stdout.write(`  ${MUTANTS} mutants of ${folder}: ${JSON.stringify(counts)}\n`);
  return counts;
}

const XLIFF = 'corpora/xliff/real';
const TMX = 'corpora/tmx/real';

describe('mutants of real files', { ...needsShared(XLIFF, TMX), timeout: 60_000 + MUTANTS * 100 }, () => {
  it('of XLIFF are opened, changed and written, or refused with an error for people', async () => {
    const counts = await outcomes(XLIFF, async (bytes, name) => {
      validateXliff(bytes, name);
      const file = openXliff(bytes, name);
      expect(writeBack(file, [])).toBe(bytes);
      const segments = file.documents.flatMap((document) => document.segments);
      const changes = segments.map(({ id, source }) => ({
        id,
        target: ['X ', ...source],
        status: 'confirmed' as const,
      }));
      const written = openXliff(writeBack(file, changes), name);
      const again = written.documents.flatMap((document) => document.segments);
      expect(again.map(({ id }) => id)).toEqual(segments.map(({ id }) => id));
    });
    expect(counts['taken']).toBeGreaterThan(0);
    expect(counts['ill-formed-xml']).toBeGreaterThan(0);
  });

  it('of TMX are read, or refused with an error for people', async () => {
    const counts = await outcomes(TMX, async (bytes, name) => {
      for await (const _ of readTmx([bytes], { name })) {
        // Reading to the end is what is tested.
      }
    });
    expect(counts['taken']).toBeGreaterThan(0);
    expect(counts['ill-formed-xml']).toBeGreaterThan(0);
  });
});
