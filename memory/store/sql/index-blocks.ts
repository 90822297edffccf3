import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { UnitId } from '../../model/unit.ts';
import {
  type BlockSide,
  type BlockUnits,
  type IndexEntry,
  packSide,
  packUnits,
  unpackSide,
  unpackUnits,
} from '../../retrieval/index/block.ts';
import { entriesOf, ordinalsBySlot } from '../../retrieval/index/block-entries.ts';
import { buildSide, buildSideOf, buildUnits, gathered, type JoinedTexts } from '../../retrieval/index/build-block.ts';
import type { BlockParts } from './block-parts.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import { numberingOf, type WhichIndex } from './index-state.ts';
import { insertion } from './insertion.ts';

export type BlockId = number;

export interface BlockRow {
  readonly id: BlockId;
  readonly size: number;
}

/** A block as it is stored. */
export interface PackedBlock {
  readonly size: number;
  readonly leastUnit: UnitId;
  readonly greatestUnit: UnitId;
  readonly units: Uint8Array;
  readonly sides: Readonly<Record<Language, Uint8Array>>;
}

/** @param entries by ascending unit id, at most as many as a block takes, at least one */
export function packBlock(entries: readonly IndexEntry[]): PackedBlock {
  return {
    size: entries.length,
    leastUnit: entries[0]?.unitId ?? 0,
    greatestUnit: entries.at(-1)?.unitId ?? 0,
    units: packUnits(buildUnits(entries)),
    sides: { fr: packSide(buildSide(entries, 'fr')), en: packSide(buildSide(entries, 'en')) },
  };
}

interface HeldUnit extends Pick<IndexEntry, 'unitId' | 'memoryId'> {
  readonly block: BlockId;
  readonly slot: number;
}

/** The blocks of an index, inside a transaction of whoever calls. */
export interface BlockTable {
  /** In the order in which they came to be. */
  list(): Promise<readonly BlockRow[]>;
  units(id: BlockId): Promise<BlockUnits>;
  side(id: BlockId, language: Language): Promise<BlockSide>;
  /** Forgets what was read of all other blocks. */
  keepOnly(ids: ReadonlySet<BlockId>): void;
  /** Of each block, the units of which it says what holds no more. */
  dead(): Promise<ReadonlyMap<BlockId, ReadonlySet<UnitId>>>;
  add(block: PackedBlock): Promise<void>;
  /** The entries of a block that still hold, by ascending unit id. */
  liveEntries(id: BlockId): Promise<readonly IndexEntry[]>;
  /** Makes one of some, of what still holds in them: one language after the other, for all of it takes much memory. */
  join(ids: readonly BlockId[]): Promise<void>;
  remove(id: BlockId): Promise<void>;
  /** Says of every block that may hold the unit that what it says of it holds no more. */
  kill(unitId: UnitId): Promise<void>;
}

export function blockTable(connection: Connection, which: WhichIndex, parts: BlockParts): BlockTable {
  const numbering = numberingOf(which);
  const list = connection.prepare<[], BlockRow>(
    `SELECT id, size FROM index_blocks WHERE numbering = ${numbering} ORDER BY id`,
  );
  const units = connection.prepare<[number], Buffer>('SELECT units FROM index_blocks WHERE id = ?').pluck();
  const side = connection
    .prepare<[number, string], Buffer>('SELECT side FROM index_sides WHERE block_id = ? AND language = ?')
    .pluck();
  // A row a block: of a server, each row takes a while to be read.
  const dead = connection.prepare<[], { readonly block_id: number; readonly units: string }>(
    `SELECT block_id, string_agg(CAST(unit_id AS TEXT), ' ') AS units FROM index_dead GROUP BY block_id`,
  );
  const addBlock = insertion<[number, number, number, Uint8Array]>(
    connection,
    `INSERT INTO index_blocks (numbering, size, least_unit, greatest_unit, units) VALUES (${numbering}, ?, ?, ?, ?)`,
  );
  const addSide = connection.prepare<[number, string, Uint8Array]>(
    'INSERT INTO index_sides (block_id, language, side) VALUES (?, ?, ?)',
  );
  const remove = connection.prepare<[number]>('DELETE FROM index_blocks WHERE id = ?');
  const kill = connection.prepare<[number, number]>(
    `INSERT INTO index_dead (block_id, unit_id)
     SELECT id, CAST(? AS BIGINT) FROM index_blocks
     WHERE numbering = ${numbering} AND ? BETWEEN least_unit AND greatest_unit
     ON CONFLICT DO NOTHING`,
  );

  async function readDead(): Promise<ReadonlyMap<BlockId, ReadonlySet<UnitId>>> {
    const rows = await dead.all();
    return new Map(rows.map(({ block_id, units }) => [block_id, new Set(units.split(' ').map(Number))]));
  }

  async function readUnits(id: BlockId): Promise<BlockUnits> {
    return unpackUnits(await parts.get(id, 'units', async () => required(await units.get(id), id)));
  }

  /** The units of which some blocks say what still holds, by ascending id, and where. */
  async function heldIn(ids: readonly BlockId[]): Promise<readonly HeldUnit[]> {
    const dead = await readDead();
    const held = await inOrder(ids, async (block) => {
      const { units, memories } = await readUnits(block);
      const all = Array.from(units, (unitId, slot) => ({ unitId, memoryId: memories[slot] ?? 0, block, slot }));
      const gone = dead.get(block);
      return gone === undefined ? all : all.filter(({ unitId }) => !gone.has(unitId));
    });
    return held.flat().sort((a, b) => a.unitId - b.unitId);
  }

  /** What units say in a language; what they were read from can be let go of then. */
  async function textsOf(held: readonly HeldUnit[], language: Language): Promise<JoinedTexts> {
    const ids = new Set(held.map(({ block }) => block));
    const sides = new Map(await inOrder(ids, async (id) => [id, placedSide(await readSide(id, language))]));
    const placed = held.map(({ block, slot }) => {
      const side = sides.get(block);
      if (side === undefined) throw new Error(`block ${block} of the index was not read`);
      return { side, index: side.ordinals[slot] ?? 0 };
    });
    const listsOf = (kind: keyof JoinedTexts) =>
      gathered(placed.length, (at) => {
        const { side, index } = placed[at] as (typeof placed)[number];
        return { among: side[kind], index };
      });
    return { words: listsOf('words'), numbers: listsOf('numbers') };
  }

  async function readSide(id: BlockId, language: Language): Promise<BlockSide> {
    return unpackSide(await parts.get(id, language, async () => required(await side.get(id, language), id)));
  }

  return {
    list: () => list.all(),
    units: readUnits,
    side: readSide,
    dead: readDead,
    keepOnly: (ids) => parts.keepOnly(ids),

    async add({ size, leastUnit, greatestUnit, units, sides }) {
      const id = await addBlock(size, leastUnit, greatestUnit, units);
      for (const language of LANGUAGES) await addSide.run(id, language, sides[language]);
    },

    async liveEntries(id) {
      const gone = (await readDead()).get(id);
      const entries = entriesOf(await readUnits(id), await readSide(id, 'fr'), await readSide(id, 'en'));
      return gone === undefined ? entries : entries.filter(({ unitId }) => !gone.has(unitId));
    },

    async join(ids) {
      const held = await heldIn(ids);
      const [first, last] = [held.at(0), held.at(-1)];
      if (first && last) {
        const joined = await addBlock(held.length, first.unitId, last.unitId, packUnits(buildUnits(held)));
        for (const language of LANGUAGES) {
          await addSide.run(joined, language, packSide(buildSideOf(await textsOf(held, language))));
        }
      }
      for (const id of ids) await remove.run(id);
    },

    remove: async (id) => {
      await remove.run(id);
    },

    kill: async (unitId) => {
      await kill.run(unitId, unitId);
    },
  };
}

function required(blob: Buffer | undefined, id: BlockId): Buffer {
  if (blob === undefined) throw new Error(`block ${id} of the index is not whole`);
  return blob;
}

function placedSide(side: BlockSide) {
  return {
    ordinals: ordinalsBySlot(side),
    words: { items: side.words, offsets: side.offsets },
    numbers: { items: side.numbers, offsets: side.numberOffsets },
  };
}
