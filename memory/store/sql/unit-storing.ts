import type { Status } from '../../model/origin.ts';
import type { ForeignProperty, MemoryId, NewUnit, UnitId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import type { IncomingUnit } from './incoming.ts';
import { keyText } from './pair-key.ts';
import type { UnitRow } from './unit-rows.ts';
import type { UnitTable } from './unit-table.ts';

/** Who brings a pair: a file or a call, or a person who confirmed it in a segment. */
type Source = 'import' | 'segment';

/** A pair that was stored, or merged into a unit that says it. */
export interface StoredPair {
  readonly id: UnitId;
  readonly merged: boolean;
}

/** Stores pairs, or merges them into the units of the memory that say them already. */
export interface StoreUnits {
  (memoryId: MemoryId, incoming: readonly IncomingUnit[], source: Source, actor: Actor): Promise<readonly StoredPair[]>;
  one(memoryId: MemoryId, incoming: IncomingUnit, source: Source, actor: Actor): Promise<StoredPair>;
}

export function unitStoring(connection: Connection, units: UnitTable): StoreUnits {
  const updateFacts = connection.prepare<[string | null, string | null, number, number | null, number, number]>(
    `UPDATE units SET properties = ?, original_language = ?, use_count = ?, last_used_at = ?, from_segments = ?
     WHERE id = ?`,
  );

  /**
   * What the present unit lacks it gains; what it has stays. The status only rises. A new status or note is a change
   * with a revision; foreign properties, uses and the original language are no part of the history.
   */
  async function merge(row: UnitRow, unit: NewUnit, source: Source, actor: Actor): Promise<void> {
    const status = mergedStatus(row.status, unit.status, source);
    const note = row.note ?? (unit.note || null);
    if (status !== row.status || note !== row.note) {
      await units.revise(row, { ...row, status, note }, 'change', row.version, actor);
    }
    const lastUsedAt = unit.lastUsedAt === undefined ? 0 : toMilliseconds(unit.lastUsedAt, 'lastUsedAt');
    const present = [
      row.properties,
      row.original_language,
      row.use_count,
      row.last_used_at,
      row.from_segments,
    ] as const;
    const facts = [
      mergedProperties(row.properties, unit.properties ?? []),
      row.original_language ?? unit.originalLanguage ?? null,
      Math.max(row.use_count, unit.useCount ?? 0),
      Math.max(row.last_used_at ?? 0, lastUsedAt) || null,
      source === 'import' ? 0 : row.from_segments,
    ] as const;
    if (facts.some((fact, at) => fact !== present[at])) await updateFacts.run(...facts, row.id);
  }

  /** @param added the pairs that were not there, each to be counted as new once */
  async function storedPair(
    memoryId: MemoryId,
    { unit, key }: IncomingUnit,
    added: Map<string, UnitId>,
    source: Source,
    actor: Actor,
  ): Promise<StoredPair> {
    const name = keyText(key);
    const id = added.get(name);
    if (id !== undefined) {
      added.delete(name);
      return { id, merged: false };
    }
    const present = await units.findPair(memoryId, unit, key);
    if (present === undefined) throw new Error('a pair that could not be added was not found either');
    await merge(present, unit, source, actor);
    return { id: present.id, merged: true };
  }

  async function storeUnits(
    memoryId: MemoryId,
    incoming: readonly IncomingUnit[],
    source: Source,
    actor: Actor,
  ): Promise<readonly StoredPair[]> {
    if (incoming.length === 0) return [];
    const added = await units.insert(memoryId, incoming, source === 'segment', actor);
    return inOrder(incoming, (one) => storedPair(memoryId, one, added, source, actor));
  }

  return Object.assign(storeUnits, {
    async one(memoryId: MemoryId, incoming: IncomingUnit, source: Source, actor: Actor) {
      const added = await units.insert(memoryId, [incoming], source === 'segment', actor);
      return storedPair(memoryId, incoming, added, source, actor);
    },
  });
}

const RANK: Record<Exclude<Status, 'rejected'>, number> = { untranslated: 0, draft: 1, confirmed: 2, reviewed: 3 };

/** A file doesn't bring back what a person rejected; a person who confirms it does. */
function mergedStatus(present: Status, given: Status, source: Source): Status {
  if (given === 'rejected') return present;
  if (present === 'rejected') return source === 'segment' ? given : present;
  return RANK[given] > RANK[present] ? given : present;
}

function mergedProperties(present: string | null, given: readonly ForeignProperty[]): string | null {
  if (given.length === 0) return present;
  const properties: ForeignProperty[] = present === null ? [] : JSON.parse(present);
  for (const one of given) {
    const known = properties.some((p) => p.type === one.type && p.value === one.value && p.side === one.side);
    if (!known) properties.push(one);
  }
  return JSON.stringify(properties);
}
