import type { UnitEntry } from '../../../memory/formats/import-entry.ts';
import type { ColumnRole } from '../../../memory/formats/tables/roles.ts';
import { groupDocuments } from '../../../memory/formats/tmx/documents.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Memory, MemoryId } from '../../../memory/model/unit.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';
import { memoryNamed } from '../memories.ts';
import type { ImportMode } from './arrival.ts';
import { Arrival } from './arrival.ts';
import type { ImportFormat } from './read.ts';
import { formatOf, readEntries } from './read.ts';
import type { FileFacts, RefusedEntry } from './read-through.ts';
import { readThrough } from './read-through.ts';
import { Shelf } from './shelf.ts';
import type { ImportSource } from './source.ts';

/** What is to be imported, and how. */
export interface ImportWish {
  readonly source: ImportSource;
  /** By the file's name where absent. */
  readonly format?: ImportFormat;
  /** What the columns of a table hold; its first row says it where absent. */
  readonly columns?: readonly ColumnRole[];
  /** The name of the memory; it is made when there is none of that name. */
  readonly memory: string;
  readonly mode: ImportMode;
  /** Says what would happen, and does nothing. */
  readonly dryRun: boolean;
}

/** What importing a file did, or would do. */
export interface ImportReport {
  /** Absent in a dry run into a memory that is still to be made. */
  readonly memoryId?: MemoryId;
  readonly dryRun: boolean;
  /** Pairs that are new. */
  readonly added: number;
  /** Pairs that the memory held already. */
  readonly merged: number;
  /** Pairs left out because the memory has another translation of the same text: in mode `skip`, or a newer one. */
  readonly skipped: number;
  /** Units that were given the file's translation, which is newer. */
  readonly overwritten: number;
  /** Bilingual documents the pairs belong to. */
  readonly documents: number;
  /** The first thousand entries that gave no unit. */
  readonly refused: readonly RefusedEntry[];
  readonly refusedCount: number;
  /** Variants in further languages that were left out, by language. */
  readonly otherLanguages: Readonly<Record<string, number>>;
}

/** Brings files of pairs into memories: one way in for every format. */
export interface Imports {
  /**
   * Reads the whole file first, so that one with a fault in it changes nothing; then stores what was read in transactions of some
   * thousand units. An import that is cut off between two of them goes on when it is done again: what is stored is
   * found and not doubled.
   *
   * @param report how many units are done of how many; throws where the work is to stop
   * @throws CalqueError as the format's reader does, `empty-text` when no unit is in it, `read-only-memory`
   */
  run(wish: ImportWish, actor: Actor, report?: Report): Promise<ImportReport>;
}

type Report = (done: number, total?: number) => void;

/** @param folder where what is read of large files is put by until it is stored */
export function createImports(store: Store, retrieval: Retrieval, folder: string): Imports {
  async function storeAll(wish: ImportWish, shelf: Shelf<UnitEntry>, actor: Actor, report: Report | undefined) {
    const { source, columns, dryRun } = wish;
    const entries = readEntries(source, wish.format ?? formatOf(source.name), columns);
    const facts = await readThrough(source, entries, 'translation unit', shelf, report);
    const memory = dryRun ? await store.findMemory(wish.memory) : await memoryNamed(store, wish.memory, actor);
    if (memory?.readOnly) {
      throw new CalqueError('read-only-memory', `The memory “${memory.name}” is read-only.`, { where: 'memory' });
    }
    const arrival = new Arrival({ store, retrieval, memory, mode: wish.mode, dryRun, actor });
    let done = 0;
    for await (const group of groupDocuments(shelf.take())) {
      await arrival.take(group);
      done += group.units.length;
      report?.(done, facts.taken);
    }
    await arrival.end();
    return reportOf(arrival, facts, memory, dryRun);
  }

  return {
    async run(wish, actor, report) {
      const shelf = new Shelf<UnitEntry>(folder);
      try {
        return await storeAll(wish, shelf, actor, report);
      } finally {
        await shelf.close();
      }
    },
  };
}

function reportOf(arrival: Arrival, facts: FileFacts, memory: Memory | undefined, dryRun: boolean): ImportReport {
  const { refused, refusedCount, otherLanguages } = facts;
  return {
    ...(memory && { memoryId: memory.id }),
    dryRun,
    ...arrival.counts,
    refused,
    refusedCount,
    otherLanguages,
  };
}
