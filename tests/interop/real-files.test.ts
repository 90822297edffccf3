import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import { readXliffWork } from '../../memory/formats/xliff/work.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { Store } from '../../memory/store/store.ts';
import { bytesSource } from '../../src/services/imports/source.ts';
import { createTermImports } from '../../src/services/imports/term-imports.ts';
import { termbaseText } from '../../src/services/termbase-export.ts';
import { matterOf } from '../../src/services/termbase-matter.ts';
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

async function conceptsOf(store: Store, id: number): Promise<unknown> {
  const { items } = await store.listEntries({ termbaseId: id }, { limit: 1000 });
  // Ids that cannot stand in a file are replaced.
  return JSON.parse(
    JSON.stringify(
      items.map(({ concept }) => concept),
      (key, value: unknown) => (key === 'id' ? undefined : value),
    ),
  );
}

describe('TBX files of other tools', needsShared(TBX), () => {
  it('are taken, exported, taken again: equal', async () => {
    const store = await openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    const imports = createTermImports(store, tmpdir());
    const take = async (bytes: Uint8Array, termbase: string) => {
      const wish = { source: bytesSource(bytes, 'real.tbx'), termbase, mode: 'add', dryRun: false } as const;
      await imports.run(wish, { by: 'test', at: '2026-01-02T03:04:05.000Z' });
      return store.findTermbase(termbase);
    };
    const outcomes: string[] = [];
    for (const [name, bytes] of filesOf(TBX)) {
      const short = name.slice(-100);
      const code = await outcome(async () => {
        const termbase = await take(bytes, short);
        if (!termbase) throw new Error(`${name} made no termbase`);
        const concepts = await conceptsOf(store, termbase.id);
        for (const format of ['tbx', 'tbx3'] as const) {
          const pieces: string[] = [];
          for await (const piece of termbaseText(store, termbase, format)) pieces.push(piece);
          const again = await take(Buffer.from(pieces.join('')), `${format} ${short}`);
          expect(await conceptsOf(store, again?.id ?? 0), name).toEqual(concepts);
          const [had, has] = await Promise.all([matterOf(store, termbase.id), matterOf(store, again?.id ?? 0)]);
          expect(has.references, name).toEqual(had.references);
          for (const part of ['description', 'encoding', 'changes'] as const) {
            expect(has[part], name).toEqual(expect.arrayContaining([...had[part]]));
          }
        }
      });
      // A file that is well-formed XML in its encoding is taken; one without an entry has nothing to take.
      expect(code, name).toMatch(/^(taken|ill-formed-xml|not-utf8|empty-text)$/);
      outcomes.push(code);
    }
    expect(outcomes).toContain('taken');
    process.stdout.write(`  TBX files of other tools: ${JSON.stringify(counted(outcomes))}\n`);
  });
});
