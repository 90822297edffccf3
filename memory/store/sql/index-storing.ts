import type { UnitId } from '../../model/unit.ts';
import { LARGEST_BLOCK } from '../../retrieval/index/block.ts';
import { MOST_SMALL, SMALL } from '../../retrieval/index/stem-directory.ts';
import { type BlockRow, type BlockTable, packBlock } from './index-blocks.ts';
import { entriesOf, type PutUnit } from './index-entries.ts';
import type { TailTable } from './index-tail.ts';
import type { WordTable } from './index-words.ts';

/** The tables of one index. */
export interface IndexTables {
  readonly words: WordTable;
  readonly blocks: BlockTable;
  readonly tail: TailTable;
}

/** Writes what units say into an index, inside a transaction of whoever calls. */
export interface EntryStoring {
  /** Has some units found no more, and others by these texts. @param puts by ascending unit id */
  change(gone: Iterable<UnitId>, puts: readonly PutUnit[]): Promise<void>;
  /** Forgets what a transaction has written that did not come to be. */
  forget(): void;
}

/** As long as it takes no time that anyone would notice, small blocks become one. */
const LARGEST_MERGED = 8192;

/** Of those that an import writes, larger ones are left alone, and the others become one, as large as one can be. */
const LARGEST_PART = LARGEST_BLOCK / 2;

/** @param longestTail units written one by one until they are worth a block; twice as many written at once are */
export function entryStoring({ words, blocks, tail }: IndexTables, longestTail: number): EntryStoring {
  async function write(texts: readonly PutUnit[]): Promise<void> {
    const entries = await entriesOf(words, texts);
    if (entries.length < 2 * longestTail) {
      await tail.add(entries);
      return;
    }
    await blocks.add(packBlock(entries));
    await joinBlocks();
  }

  /**
   * Makes one of the last blocks as soon as the next would not fit in, so that each unit is written twice and no more; and
   * one of the small ones before there are more than a search looks through one by one: once more those of a thousand
   * units, a few times those of some hundreds.
   */
  async function joinBlocks(): Promise<void> {
    const last = (await blocks.list()).toReversed();
    const joined: BlockRow[] = [];
    let size = 0;
    for (const block of last) {
      if (block.size > LARGEST_PART || size + block.size > LARGEST_BLOCK) break;
      joined.unshift(block);
      size += block.size;
    }
    if (size + (last[0]?.size ?? 0) > LARGEST_BLOCK) await join(joined);
    else if (joined.slice(-MOST_SMALL).filter((block) => block.size < SMALL).length === MOST_SMALL)
      await join(joined.slice(-MOST_SMALL));
  }

  async function join(some: readonly BlockRow[]): Promise<void> {
    if (some.length > 1) await blocks.join(some.map(({ id }) => id));
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
    await blocks.add(packBlock(entries));
  }

  return {
    async change(gone, puts) {
      for (const unitId of gone) if (!(await tail.remove(unitId))) await blocks.kill(unitId);
      for (let from = 0; from < puts.length; from += LARGEST_BLOCK) await write(puts.slice(from, from + LARGEST_BLOCK));
      if ((await tail.size()) >= longestTail) await closeTail();
    },

    forget: () => words.forget(),
  };
}
