import { createReadStream, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createGunzip } from 'node:zlib';
import type { Memory, UnitId } from '../../memory/model/unit.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import type { Store } from '../../memory/store/store.ts';
import { createImports } from '../../src/services/imports/imports.ts';
import { sharedPath } from './shared.ts';

/** Pairs in `../shared/corpora/prose.tsv.gz`. */
export const ALL_PROSE = 1_082_898;

const ACTOR = { by: 'measurement', at: '2026-01-02T03:04:05.000Z' };

/**
 * Loads pairs of `prose.tsv.gz`, spread evenly over it, into a new memory.
 * @param report called after each transaction, with how many units are stored
 */
export async function loadProse(store: Store, units: number, report?: (stored: number) => void): Promise<Memory> {
  const imports = createImports(store, indexedRetrieval(store), tmpdir());
  const source = { name: 'prose.tsv', open: () => someProse(units) };
  const wish = { source, columns: ['en', 'fr', 'origin'], memory: 'prose', mode: 'add', dryRun: false } as const;
  const { memoryId } = await imports.run(wish, ACTOR, report);
  if (memoryId === undefined) throw new Error('the memory was not made');
  return store.getMemory(memoryId);
}

/** Adds the first translations of `related-dev.tsv` as one document. @returns the unit of each line */
export async function addRelated(store: Store, memory: Memory): Promise<readonly UnitId[]> {
  const units = readCorpus('related-dev.tsv').map(([en = '', fr = '']) => ({
    fr: { language: 'fr', content: [fr.trim()] } as const,
    en: { language: 'en', content: [en.trim()] } as const,
    origin: { kind: 'human' } as const,
    status: 'confirmed' as const,
  }));
  const stored = await store.addDocument(memory.id, { provenance: { title: 'related-dev' }, units }, ACTOR);
  return stored.unitIds;
}

/** The lines of a table beside the project, as fields. */
export function readCorpus(name: string): readonly (readonly string[])[] {
  const text = readFileSync(sharedPath('corpora', name), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
}

/** Lines of `prose.tsv.gz`, spread evenly over it. */
export async function* someProse(units: number): AsyncGenerator<Uint8Array> {
  const step = Math.max(1, ALL_PROSE / units);
  const file = createReadStream(sharedPath('corpora', 'prose.tsv.gz')).pipe(createGunzip({ chunkSize: 1 << 20 }));
  const decoder = new TextDecoder();
  let rest = '';
  let line = 0;
  let next = 0;
  for await (const chunk of file) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    const chosen = lines.filter(() => {
      if (line++ < Math.floor(next)) return false;
      next += step;
      return true;
    });
    yield Buffer.from(chosen.map((one) => `${one}\n`).join(''));
  }
}
