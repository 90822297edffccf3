import type { Language } from '../../model/language.ts';
import type { BlockSide } from './block.ts';
import type { IndexBlock } from './index-port.ts';
import { placeOfStem } from './posting-range.ts';
import type { StemId } from './word-ids.ts';

/** Blocks of fewer texts, the last of an index, become others soon, so they are searched one by one: at most so many. */
export const SMALL = 8192;
export const MOST_SMALL = 8;

/** Where the postings of each stem begin and end in some blocks: by stem, and of one stem by block. */
interface Listed {
  readonly sides: readonly BlockSide[];
  /** Where what is said of each stem begins in `blocks`, `from` and `to`. */
  readonly starts: Uint32Array;
  readonly blocks: Uint16Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** How many texts have each stem. */
  readonly frequencies: Uint32Array;
  readonly postings: number;
}

/** Knows which blocks have a stem, and where in them its postings are, so that no block is searched that has it not. */
export class StemDirectory {
  /** How many texts the blocks hold, and how many postings. */
  readonly texts: number;
  readonly postings: number;
  readonly sides: readonly BlockSide[];
  readonly #listed: Listed;
  readonly #since: readonly BlockSide[];
  readonly #frequencies: Uint32Array;

  /** @param before of an index that this one may have grown from: of the blocks it has listed nothing is read again */
  constructor(sides: readonly BlockSide[], before?: StemDirectory) {
    const known = before === undefined ? undefined : before.#listed;
    const listed = known !== undefined && stillHolds(known, sides) ? known : list(sides.slice(0, settledCount(sides)));
    this.#listed = listed;
    this.#since = sides.slice(listed.sides.length);
    this.#frequencies = frequenciesOf(this.#since, listed.frequencies);
    this.sides = sides;
    this.texts = sides.reduce((sum, { slots }) => sum + slots.length, 0);
    this.postings = this.#since.reduce((sum, { ordinals }) => sum + ordinals.length, listed.postings);
  }

  /** How many texts have a stem. */
  frequency(stem: StemId): number {
    return this.#frequencies[stem] ?? 0;
  }

  /** The postings of a stem, block by block. */
  postingsOf(stem: StemId): StemPostings {
    return new StemPostings(stem, this.#listed, this.#since);
  }
}

/** The postings of one stem. Blocks are gone to in their order. */
export class StemPostings {
  /** Where they begin and end in the block gone to last that has any. */
  from = 0;
  to = 0;
  readonly #stem: StemId;
  readonly #listed: Listed;
  readonly #since: readonly BlockSide[];
  #at: number;
  readonly #end: number;

  constructor(stem: StemId, listed: Listed, since: readonly BlockSide[]) {
    this.#stem = stem;
    this.#listed = listed;
    this.#since = since;
    this.#at = listed.starts[stem] ?? listed.blocks.length;
    this.#end = listed.starts[stem + 1] ?? this.#at;
  }

  /** @returns whether the block, none before the one gone to last, has the stem */
  goTo(block: number): boolean {
    const { sides, blocks, from, to } = this.#listed;
    if (block >= sides.length) return this.#search(this.#since[block - sides.length]);
    while (this.#at < this.#end && (blocks[this.#at] as number) < block) this.#at++;
    if (this.#at >= this.#end || blocks[this.#at] !== block) return false;
    this.from = from[this.#at] as number;
    this.to = to[this.#at] as number;
    return true;
  }

  #search(side: BlockSide | undefined): boolean {
    const place = side === undefined ? -1 : placeOfStem(side, this.#stem);
    if (side === undefined || place < 0) return false;
    this.from = side.starts[place] as number;
    this.to = side.starts[place + 1] as number;
    return true;
  }
}

/** Gives the directories of an index; of one that has grown, without reading all of it. */
export class StemDirectories {
  readonly #last: Partial<
    Record<Language, { readonly blocks: readonly IndexBlock[]; readonly directory: StemDirectory }>
  > = {};

  of(blocks: readonly IndexBlock[], language: Language): StemDirectory {
    const last = this.#last[language];
    if (last?.blocks === blocks) return last.directory;
    const sides = blocks.map((block) => block[language]);
    const directory = new StemDirectory(sides, last?.directory);
    this.#last[language] = { blocks, directory };
    return directory;
  }
}

function stillHolds({ sides: listed }: Listed, sides: readonly BlockSide[]): boolean {
  return listed.every((side, block) => side === sides[block]) && sides.length - listed.length <= MOST_SMALL;
}

/** How many blocks, of which these are one side, stand before those that will become others. */
export function settledCount(sides: readonly BlockSide[]): number {
  let count = sides.length;
  while (count > 0 && sides.length - count < MOST_SMALL && (sides[count - 1]?.slots.length ?? 0) < SMALL) count--;
  return count;
}

/** How many texts of the sides have each stem. @param more what others have, to be added */
function frequenciesOf(sides: readonly BlockSide[], more: Uint32Array = new Uint32Array(0)): Uint32Array {
  const frequencies = new Uint32Array(Math.max(more.length, lastStem(sides) + 1));
  frequencies.set(more);
  for (const { stems, starts } of sides) {
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place] as number;
      frequencies[stem] = (frequencies[stem] as number) + (starts[place + 1] as number) - (starts[place] as number);
    }
  }
  return frequencies;
}

function lastStem(sides: readonly BlockSide[]): StemId {
  return sides.reduce((highest, { stems }) => Math.max(highest, stems.at(-1) ?? 0), 0);
}

function list(sides: readonly BlockSide[]): Listed {
  const last = lastStem(sides);
  const starts = new Uint32Array(last + 2);
  for (const { stems } of sides) {
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place] as number;
      starts[stem + 1] = (starts[stem + 1] as number) + 1;
    }
  }
  for (let stem = 0; stem <= last; stem++) starts[stem + 1] = (starts[stem + 1] as number) + (starts[stem] as number);
  const size = starts[last + 1] as number;
  const next = starts.slice();
  const blocks = new Uint16Array(size);
  const from = new Uint32Array(size);
  const to = new Uint32Array(size);
  let postings = 0;
  for (const [block, { stems, starts: begins, ordinals }] of sides.entries()) {
    for (let place = 0; place < stems.length; place++) {
      const stem = stems[place] as number;
      const at = next[stem] as number;
      next[stem] = at + 1;
      blocks[at] = block;
      from[at] = begins[place] as number;
      to[at] = begins[place + 1] as number;
    }
    postings += ordinals.length;
  }
  return { sides, starts, blocks, from, to, frequencies: frequenciesOf(sides), postings };
}
