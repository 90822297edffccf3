import { setImmediate } from 'node:timers/promises';
import { unpack } from '../../memory/formats/archive/unpack.ts';
import type { TmxGroup } from '../../memory/formats/tmx/documents.ts';
import { groupDocuments } from '../../memory/formats/tmx/documents.ts';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import { memoryNamed } from './memories.ts';

/** What importing a TMX file did. */
export interface ImportedTmx {
  readonly memoryId: MemoryId;
  readonly added: number;
  readonly merged: number;
  readonly documents: number;
  /** Entries of the file that gave no unit, with the line they begin on. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/**
 * Stores the units of a TMX file, plain or packed by gzip or ZIP. The whole file is read before anything is stored.
 * @param name names the file in errors; its last part is the units' origin where they state none
 * @throws CalqueError as `unpack` and `readTmx` do, `empty-text` when no unit is in it, or `read-only-memory`
 */
export async function importTmx(
  store: Store,
  file: Uint8Array,
  name: string,
  memoryName: string,
  actor: Actor,
): Promise<ImportedTmx> {
  if (file.length === 0) {
    throw new CalqueError('empty-text', `${name} is empty: there is nothing to read.`, { where: name });
  }
  const refused: { line: number; reason: string }[] = [];
  const groups: TmxGroup[] = [];
  const pieces = inChunks(unpack(file, name, ['.tmx']));
  const entries = readTmx(pieces, { name, source: lastPart(name), status: 'confirmed' });
  const report = (entry: { line: number; kind: string; reason?: string }): void => {
    if (entry.reason !== undefined) refused.push({ line: entry.line, reason: entry.reason });
  };
  for await (const group of groupDocuments(entries, report)) groups.push(group);
  if (groups.every(({ units }) => units.length === 0)) throw noUnits(name, refused);
  const memory = await memoryNamed(store, memoryName, actor);
  return { memoryId: memory.id, ...(await storeGroups(store, memory.id, groups, actor)), refused };
}

/** How much of a file is read at once, in bytes. */
const CHUNK = 256 * 1024;

/** A file in pieces, between which other requests get their turn. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; start += CHUNK) {
      await setImmediate();
      yield piece.subarray(start, start + CHUNK);
    }
  }
}

/** The name of a file without the folders it lies in, which are nobody else's business. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

function noUnits(name: string, refused: ImportedTmx['refused']): CalqueError {
  const [first] = refused;
  const why = first ? `; the first it has is not taken, on line ${first.line}: ${first.reason}` : '';
  return new CalqueError('empty-text', `${name} holds no translation unit that can be taken${why}.`, {
    where: name,
    ...(first && { line: first.line }),
  });
}

async function storeGroups(store: Store, memoryId: MemoryId, groups: readonly TmxGroup[], actor: Actor) {
  let added = 0;
  let merged = 0;
  let documents = 0;
  for (const { provenance, units } of groups) {
    const stored =
      provenance === undefined
        ? await store.addUnits(memoryId, units, actor)
        : await store.addDocument(memoryId, { provenance, units }, actor);
    added += stored.added;
    merged += stored.merged;
    if (provenance !== undefined) documents += 1;
  }
  return { added, merged, documents };
}
