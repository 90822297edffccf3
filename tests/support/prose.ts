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

/**
 * Lines of `prose.tsv.gz`, spread evenly over it; where more are wanted than there are, all of them and then
 * {@link variants}.
 */
export async function* someProse(units: number): AsyncGenerator<Uint8Array> {
  const step = Math.max(1, ALL_PROSE / units);
  let line = 0;
  let next = 0;
  for await (const lines of proseLines()) {
    const chosen = lines.filter(() => {
      if (line++ < Math.floor(next)) return false;
      next += step;
      return true;
    });
    yield bytesOf(chosen);
  }
  for (let round = 1, left = units - ALL_PROSE; left > 0; round++) {
    for await (const made of variants(round)) {
      yield bytesOf(made.slice(0, left));
      left -= made.length;
      if (left <= 0) break;
    }
  }
}

/**
 * Pairs that nobody wrote, as many as there are lines: each the first half of one, in both languages, and the second half
 * of the one that stands `round` times seven lines before it. Words are as frequent among them, and texts as long, as
 * among the lines; no word is new.
 */
async function* variants(round: number): AsyncGenerator<readonly string[]> {
  const apart = round * 7;
  let before: readonly string[] = [];
  for await (const lines of proseLines()) {
    const all = [...before, ...lines];
    yield all.slice(apart).map((line, at) => spliced(line, all[at] ?? ''));
    before = all.slice(-apart);
  }
}

function spliced(line: string, other: string): string {
  const [fields, others] = [line.split('\t'), other.split('\t')];
  const half = (column: number) => {
    const [words, more] = [fields[column] ?? '', others[column] ?? ''].map((side) => side.split(' '));
    const [first = [], second = []] = [words, more];
    return [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.ceil(second.length / 2))].join(' ');
  };
  return [half(0), half(1), fields[2]].join('\t');
}

async function* proseLines(): AsyncGenerator<readonly string[]> {
  const file = createReadStream(sharedPath('corpora', 'prose.tsv.gz')).pipe(createGunzip({ chunkSize: 1 << 20 }));
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of file) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
}

function bytesOf(lines: readonly string[]): Uint8Array {
  return Buffer.from(lines.map((one) => `${one}\n`).join(''));
}
