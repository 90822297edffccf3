import type { UnitId } from '../../model/unit.ts';
import { LARGEST_BLOCK } from '../../retrieval/index/block.ts';
import { inOrder } from './in-order.ts';
import type { BlockRow, BlockTable } from './index-blocks.ts';
import { entriesOf, type IndexedTexts, type PutUnit } from './index-entries.ts';
import type { TailTable } from './index-tail.ts';
import type { WordTable } from './index-words.ts';

/** Keeps the index in step with the units, inside the transactions that change them. */
export interface IndexWriter {
  /** Has a new unit found. */
  add(unitId: UnitId, texts: IndexedTexts): void;
  /** Has a unit found by these texts from now on and by no others, or, without them, no more. */
  change(unitId: UnitId, texts: IndexedTexts | undefined): void;
  /** Writes what was added and changed: the last work of a transaction. */
  flush(): Promise<void>;
  /** Forgets what was added and changed in a transaction that did not come to be. */
  discard(): void;
  /** Builds the index anew from all units, given in ascending id. @param report called with how many are done */
  rebuild(units: AsyncIterable<readonly [UnitId, IndexedTexts]>, report?: (done: number) => void): Promise<void>;
  /** Rises with every change of the index by this connection. */
  readonly generation: number;
}

/** As long as it takes no time that anyone would notice, small blocks become one. */
const LARGEST_MERGED = 8192;

/** Those that an import writes become one of so many units at most: more would take much memory at once. */
const LARGEST_JOINED = 40_000;
/** Larger ones are left alone then. */
const LARGEST_PART = 10_000;

interface Tables {
  readonly words: WordTable;
  readonly blocks: BlockTable;
  readonly tail: TailTable;
}

/** @param longestTail units written one by one until they are worth a block; twice as many written at once are */
export function indexWriter({ words, blocks, tail }: Tables, longestTail: number): IndexWriter {
  const added = new Map<UnitId, IndexedTexts>();
  const changed = new Map<UnitId, IndexedTexts | undefined>();
  let generation = 0;
  /** Whether anything was written that may not come to be. */
  let written = false;

  async function write(texts: readonly PutUnit[]): Promise<void> {
    const entries = await entriesOf(words, texts);
    if (entries.length < 2 * longestTail) {
      await tail.add(entries);
      return;
    }
    await blocks.add(entries);
    await joinBlocks();
  }

  /** Makes one of the last blocks as soon as the next would not fit in: each unit is written twice, and no more. */
  async function joinBlocks(): Promise<void> {
    const joined: BlockRow[] = [];
    let size = 0;
    for (const block of (await blocks.list()).toReversed()) {
      if (block.size > LARGEST_PART || size + block.size > LARGEST_JOINED) break;
      joined.unshift(block);
      size += block.size;
    }
    if (joined.length < 2 || size + (joined.at(-1)?.size ?? 0) <= LARGEST_JOINED) return;
    const parts = await inOrder(joined, ({ id }) => blocks.liveEntries(id));
    const entries = parts.flat().sort((a, b) => a.unitId - b.unitId);
    for (const { id } of joined) await blocks.remove(id);
    await blocks.add(entries);
  }

  async function closeTail(): Promise<void> {
    let entries = await tail.entries();
    await tail.clear();
    // As with carrying in addition: each unit is written again only when as many more have come.
    for (const block of (await blocks.list()).toReversed()) {
      if (block.size > entries.length * 2 || block.size + entries.length > LARGEST_MERGED) break;
      entries = [...(await blocks.liveEntries(block.id)), ...entries].sort((a, b) => a.unitId - b.unitId);
      await blocks.remove(block.id);
    }
    await blocks.add(entries);
  }

  return {
    add: (unitId, texts) => {
      added.set(unitId, texts);
    },

    change(unitId, texts) {
      if (!added.has(unitId)) changed.set(unitId, texts);
      else if (texts === undefined) added.delete(unitId);
      else added.set(unitId, texts);
    },

    async flush() {
      if (added.size + changed.size === 0) return;
      generation++;
      written = true;
      for (const unitId of changed.keys()) if (!(await tail.remove(unitId))) await blocks.kill(unitId);
      const all: (readonly [UnitId, IndexedTexts | undefined])[] = [...changed, ...added];
      const puts = all.filter(isPut).sort(([a], [b]) => a - b);
      added.clear();
      changed.clear();
      for (let from = 0; from < puts.length; from += LARGEST_BLOCK) await write(puts.slice(from, from + LARGEST_BLOCK));
      if ((await tail.size()) >= longestTail) await closeTail();
    },

    discard() {
      if (!written && added.size + changed.size === 0) return;
      written = false;
      added.clear();
      changed.clear();
      words.forget();
      generation++;
    },

    async rebuild(units, report = () => {}) {
      generation++;
      written = true;
      for (const table of [tail, blocks, words]) await table.clear();
      let done = 0;
      let batch: PutUnit[] = [];
      const writeBatch = async () => {
        if (batch.length > 0) await write(batch);
        done += batch.length;
        batch = [];
        report(done);
      };
      for await (const unit of units) {
        batch.push(unit);
        if (batch.length === LARGEST_BLOCK) await writeBatch();
      }
      await writeBatch();
      if ((await tail.size()) >= longestTail) await closeTail();
    },

    get generation() {
      return generation;
    },
  };
}

function isPut(one: readonly [UnitId, IndexedTexts | undefined]): one is PutUnit {
  return one[1] !== undefined;
}
