import { type Language, otherLanguage } from '../../model/language.ts';
import type { UnitId } from '../../model/unit.ts';
import type { BlockSide, BlockUnits, IndexEntry } from '../../retrieval/index/block.ts';
import { ordinalsBySlot } from '../../retrieval/index/block-entries.ts';
import { buildSide, buildUnits } from '../../retrieval/index/build-block.ts';
import type { IndexBlock } from '../../retrieval/index/index-port.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import type { BlockId } from './index-blocks.ts';
import type { UnitIndex } from './index-tables.ts';

/** Keeps in memory what has been read of the index, as long as it holds. */
export interface IndexReader {
  /** The blocks with the sides asked for, inside a transaction of whoever calls. */
  blocks(languages: readonly Language[]): Promise<readonly IndexBlock[]>;
  /** The same by one question, where they have not changed since they were read. */
  unchanged(languages: readonly Language[]): Promise<readonly IndexBlock[] | undefined>;
}

/** A block of the database: what it says never changes, so each part is read once. */
interface KeptBlock {
  readonly units: BlockUnits;
  readonly sides: Partial<Record<Language, BlockSide>>;
  /** The ordinals of the slots, worked out when first asked for. */
  readonly ordinals: Partial<Record<Language, Uint16Array>>;
  /** By the ordinals of a language, those of the other; likewise. */
  readonly counterparts: Partial<Record<Language, Uint16Array>>;
}

export function indexReader(connection: Connection, { blocks, tail, writer }: UnitIndex): IndexReader {
  const kept = new Map<BlockId, KeptBlock>();
  let present: { readonly blocks: readonly IndexBlock[]; readonly languages: readonly Language[] } | undefined;
  let ids: readonly BlockId[] = [];
  let version = -1;
  let generation = -1;
  let tailBlock: KeptBlock | undefined;

  /** Forgets what may hold no more; blocks that are still there hold. */
  async function refresh(): Promise<void> {
    const nowVersion = await connection.indexVersion();
    if (nowVersion === version && writer.generation === generation) return;
    const rows = await blocks.list();
    const entries = await tail.entries();
    version = nowVersion;
    generation = writer.generation;
    present = undefined;
    ids = rows.map(({ id }) => id);
    tailBlock = entries.length === 0 ? undefined : blockOf(entries);
    const there = new Set(ids);
    for (const id of kept.keys()) if (!there.has(id)) kept.delete(id);
    blocks.keepOnly(there);
  }

  function presentWith(languages: readonly Language[]): readonly IndexBlock[] | undefined {
    return present !== undefined && languages.every((language) => present?.languages.includes(language))
      ? present.blocks
      : undefined;
  }

  async function keep(id: BlockId, languages: readonly Language[]): Promise<KeptBlock> {
    const block = kept.get(id) ?? { units: await blocks.units(id), sides: {}, ordinals: {}, counterparts: {} };
    kept.set(id, block);
    for (const language of languages) block.sides[language] ??= await blocks.side(id, language);
    return block;
  }

  return {
    async blocks(languages) {
      await refresh();
      const known = presentWith(languages);
      if (known !== undefined) return known;
      const dead = await blocks.dead();
      const all = await inOrder(ids, async (id) => indexBlock(await keep(id, languages), dead.get(id)));
      const now = tailBlock === undefined ? all : [...all, indexBlock(tailBlock)];
      present = { blocks: now, languages };
      return now;
    },

    async unchanged(languages) {
      const known = presentWith(languages);
      if (known === undefined || writer.generation !== generation) return undefined;
      return (await connection.indexVersion()) === version ? known : undefined;
    },
  };
}

function blockOf(entries: readonly IndexEntry[]): KeptBlock {
  const sides = { fr: buildSide(entries, 'fr'), en: buildSide(entries, 'en') };
  return { units: buildUnits(entries), sides, ordinals: {}, counterparts: {} };
}

function indexBlock(kept: KeptBlock, dead?: ReadonlySet<UnitId>): IndexBlock {
  const { units, sides, ordinals, counterparts } = kept;
  const side = (language: Language) => {
    const read = sides[language];
    if (read === undefined) throw new Error(`the ${language} side of the index was not asked for`);
    return read;
  };
  const ordinalsIn = (language: Language) => {
    ordinals[language] ??= ordinalsBySlot(side(language));
    return ordinals[language];
  };
  return {
    ...units,
    ordinals: ordinalsIn,
    counterparts(language) {
      counterparts[language] ??= side(language).slots.map((slot) => ordinalsIn(otherLanguage(language))[slot] ?? 0);
      return counterparts[language];
    },
    get fr() {
      return side('fr');
    },
    get en() {
      return side('en');
    },
    isDead: dead === undefined ? () => false : (slot) => dead.has(units.units[slot] ?? 0),
  };
}
