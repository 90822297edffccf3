import type { UnitId } from '../../model/unit.ts';
import { LARGEST_BLOCK } from '../../retrieval/index/block.ts';
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
  flush(): void;
  /** Forgets what was added and changed in a transaction that did not come to be. */
  discard(): void;
  /** Builds the index anew from all units, given in ascending id. @param report called with how many are done */
  rebuild(units: Iterable<readonly [UnitId, IndexedTexts]>, report?: (done: number) => void): void;
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

  function write(texts: readonly PutUnit[]): void {
    const entries = entriesOf(words, texts);
    if (entries.length < 2 * longestTail) {
      for (const entry of entries) tail.add(entry);
      return;
    }
    blocks.add(entries);
    joinBlocks();
  }

  /** Makes one of the last blocks as soon as the next would not fit in: each unit is written twice, and no more. */
  function joinBlocks(): void {
    const joined: BlockRow[] = [];
    let size = 0;
    for (const block of blocks.list().toReversed()) {
      if (block.size > LARGEST_PART || size + block.size > LARGEST_JOINED) break;
      joined.unshift(block);
      size += block.size;
    }
    if (joined.length < 2 || size + (joined.at(-1)?.size ?? 0) <= LARGEST_JOINED) return;
    const entries = joined.flatMap(({ id }) => blocks.liveEntries(id)).sort((a, b) => a.unitId - b.unitId);
    for (const { id } of joined) blocks.remove(id);
    blocks.add(entries);
  }

  function closeTail(): void {
    let entries = tail.entries();
    tail.clear();
    // As with carrying in addition: each unit is written again only when as many more have come.
    for (const block of blocks.list().toReversed()) {
      if (block.size > entries.length * 2 || block.size + entries.length > LARGEST_MERGED) break;
      entries = [...blocks.liveEntries(block.id), ...entries].sort((a, b) => a.unitId - b.unitId);
      blocks.remove(block.id);
    }
    blocks.add(entries);
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

    flush() {
      if (added.size + changed.size === 0) return;
      generation++;
      for (const unitId of changed.keys()) if (!tail.remove(unitId)) blocks.kill(unitId);
      const all: (readonly [UnitId, IndexedTexts | undefined])[] = [...changed, ...added];
      const puts = all.filter(isPut).sort(([a], [b]) => a - b);
      added.clear();
      changed.clear();
      for (let from = 0; from < puts.length; from += LARGEST_BLOCK) write(puts.slice(from, from + LARGEST_BLOCK));
      if (tail.size() >= longestTail) closeTail();
    },

    discard() {
      if (added.size + changed.size === 0) return;
      added.clear();
      changed.clear();
      words.forget();
      generation++;
    },

    rebuild(units, report = () => {}) {
      generation++;
      for (const table of [tail, blocks, words]) table.clear();
      let done = 0;
      let batch: PutUnit[] = [];
      const writeBatch = () => {
        if (batch.length > 0) write(batch);
        done += batch.length;
        batch = [];
        report(done);
      };
      for (const unit of units) {
        batch.push(unit);
        if (batch.length === LARGEST_BLOCK) writeBatch();
      }
      writeBatch();
      if (tail.size() >= longestTail) closeTail();
    },

    get generation() {
      return generation;
    },
  };
}

function isPut(one: readonly [UnitId, IndexedTexts | undefined]): one is PutUnit {
  return one[1] !== undefined;
}
