import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTbx } from '../../memory/formats/tbx/read.ts';
import { writeTbx } from '../../memory/formats/tbx/write.ts';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import { readXliffWork } from '../../memory/formats/xliff/work.ts';
import type { Concept } from '../../memory/model/concept.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { needsShared, sharedPath } from '../support/shared.ts';

const TMX = 'corpora/tmx/real';
const XLIFF = 'corpora/xliff/real';
const TBX = 'corpora/tbx/real';

function filesOf(folder: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(sharedPath(folder)).map((name) => [name, readFileSync(join(sharedPath(folder), name))] as const);
}

async function readUnits(bytes: Uint8Array): Promise<TmxUnit[]> {
  const units: TmxUnit[] = [];
  for await (const entry of readTmx([bytes], { name: 'real.tmx' })) {
    if (entry.kind !== 'unit') continue;
    const { kind: _, line: __, ...unit } = entry;
    units.push(unit);
  }
  return units;
}

async function written(units: readonly TmxUnit[]): Promise<Uint8Array> {
  let text = '';
  for await (const piece of writeTmx(units, { sourceLanguage: 'fr', toolVersion: '1.0' })) text += piece;
  return new TextEncoder().encode(text);
}

/** The code of what `read` throws, `taken` when it throws nothing; anything but an error for people is thrown on. */
async function outcome(read: () => Promise<void>): Promise<string> {
  try {
    await read();
    return 'taken';
  } catch (error) {
    if (error instanceof CalqueError) return error.code;
    throw error;
  }
}

function counted(outcomes: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(
    [...new Set(outcomes)].map((code) => [code, outcomes.filter((one) => one === code).length]),
  );
}

describe('TMX files of other tools', needsShared(TMX), () => {
  it('are taken, exported, taken again: equal; only those without French and English are refused', async () => {
    const outcomes: string[] = [];
    for (const [name, bytes] of filesOf(TMX)) {
      const code = await outcome(async () => {
        const units = await readUnits(bytes);
        expect(await readUnits(await written(units)), name).toEqual(units);
      });
      expect(code, name).toMatch(/^(taken|missing-side)$/);
      outcomes.push(code);
    }
    expect(outcomes).toContain('taken');
    process.stdout.write(`  TMX files of other tools: ${JSON.stringify(counted(outcomes))}\n`);
  });
});

describe('XLIFF files of other tools', needsShared(XLIFF), () => {
  it('are taken for a project, or refused with an error for people', async () => {
    const outcomes: string[] = [];
    for (const [, bytes] of filesOf(XLIFF)) {
      outcomes.push(await outcome(async () => void readXliffWork(bytes, 'real.xlf')));
    }
    expect(outcomes).toContain('taken');
    process.stdout.write(`  XLIFF files of other tools: ${JSON.stringify(counted(outcomes))}\n`);
  });
});

async function readConcepts(bytes: Uint8Array): Promise<Concept[]> {
  const concepts: Concept[] = [];
  for await (const entry of readTbx([bytes], 'real.tbx')) if (entry.kind === 'concept') concepts.push(entry.concept);
  return concepts;
}

/** Ids that cannot stand in a file are replaced. */
function withoutIds(concepts: readonly Concept[]): unknown {
  return JSON.parse(JSON.stringify(concepts, (key, value: unknown) => (key === 'id' ? undefined : value)));
}

describe('TBX files of other tools', needsShared(TBX), () => {
  it('are taken, exported, taken again: equal', async () => {
    const outcomes: string[] = [];
    for (const [name, bytes] of filesOf(TBX)) {
      const code = await outcome(async () => {
        const concepts = await readConcepts(bytes);
        for (const version of [2, 3] as const) {
          let text = '';
          for await (const piece of writeTbx(concepts, { title: name, version })) text += piece;
          const again = await readConcepts(new TextEncoder().encode(text));
          expect(withoutIds(again), name).toEqual(withoutIds(concepts));
        }
      });
      outcomes.push(code);
    }
    expect(outcomes).toContain('taken');
    process.stdout.write(`  TBX files of other tools: ${JSON.stringify(counted(outcomes))}\n`);
  });
});
