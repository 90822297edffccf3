import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { openXliff, writeBack } from '../support/xliff.ts';
import { type NamedBytes, outcomes, patience } from './mutant-outcomes.ts';

/** How many mutants are read of each kind. */
const FEW = 1500;

/** Larger files take their time without telling more. */
const MAXIMUM_BYTES = 60_000;

function small(folder: string): readonly NamedBytes[] {
  return readdirSync(sharedPath(folder))
    .map((name) => [name, new Uint8Array(readFileSync(join(sharedPath(folder), name)))] as const)
    .filter(([, bytes]) => bytes.length > 0 && bytes.length <= MAXIMUM_BYTES);
}

const XLIFF = 'corpora/xliff/real';
const TMX = 'corpora/tmx/real';

describe('mutants of real files', { ...needsShared(XLIFF, TMX), timeout: patience(FEW) }, () => {
  it('of XLIFF are opened, changed and written, or refused with an error for people', async () => {
    const counts = await outcomes(small(XLIFF), { what: XLIFF, few: FEW }, async (bytes, name) => {
      await validateXliff([bytes], name);
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
    const counts = await outcomes(small(TMX), { what: TMX, few: FEW }, async (bytes, name) => {
      for await (const _ of readTmx([bytes], { name })) {
        // Reading to the end is what is tested.
      }
    });
    expect(counts['taken']).toBeGreaterThan(0);
    expect(counts['ill-formed-xml']).toBeGreaterThan(0);
  });
});
