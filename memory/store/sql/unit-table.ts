import { CalqueError } from '../../model/errors.ts';
import type { Instant, MemoryId, UnitId, UnitRevision } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import { notFound } from './arguments.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection, SqlValue } from './connection.ts';
import type { IncomingUnit } from './incoming.ts';
import { keyText, type Pair, pairKey, pairText } from './pair-key.ts';
import {
  englishOf,
  frenchOf,
  STATE_COLUMNS,
  type UnitRow,
  type UnitState,
  type UnitStateRow,
  unitState,
} from './unit-rows.ts';

/**
 * The rows of units, inside a transaction of whoever calls. Every change of what a unit says goes through
 * {@link UnitTable.insert} and {@link UnitTable.revise}, and through nothing else.
 */
export interface UnitTable {
  find(id: UnitId): Promise<UnitRow | undefined>;
  /** @throws CalqueError `not-found`, also for a deleted unit */
  requireLive(id: UnitId): Promise<UnitRow>;
  /** The live unit that says the pair. */
  findPair(memoryId: MemoryId, pair: Pair, key: Buffer): Promise<UnitRow | undefined>;
  /** The live units that say pairs of these keys, by {@link keyText}. */
  findPairs(memoryId: MemoryId, keys: readonly Buffer[]): Promise<Map<string, UnitRow>>;
  /** Adds those pairs that the memory does not hold yet. @returns the ids of the new units, by {@link keyText} */
  insert(
    memoryId: MemoryId,
    incoming: readonly IncomingUnit[],
    fromSegments: boolean,
    actor: Actor,
  ): Promise<Map<string, UnitId>>;
  /**
   * Moves the present state to the history and puts `next` in its place.
   * @param undoVersion the version that undoing this would lead back to
   * @throws CalqueError `already-exists` when another unit of the memory says `next`
   */
  revise(
    row: UnitRow,
    next: UnitState,
    action: UnitRevision['action'],
    undoVersion: number | null,
    actor: Actor,
  ): Promise<void>;
  /** Counts one use of a live unit; does nothing for any other. */
  countUse(id: UnitId, at: Instant): Promise<void>;
  /** The states before the present one, oldest first. */
  pastStates(id: UnitId): Promise<readonly UnitStateRow[]>;
  pastState(id: UnitId, version: number): Promise<UnitStateRow | undefined>;
}

/** Pairs looked for in one question. */
const SOUGHT = 1000;

export function unitTable(connection: Connection): UnitTable {
  const { dialect } = connection;
  const byId = connection.prepare<[number], UnitRow>('SELECT * FROM units WHERE id = ?');
  const byPair = connection.prepare<[Buffer, number], UnitRow>(
    'SELECT * FROM live_units WHERE pair_key = ? AND memory_id = ?',
  );
  const insert = connection.prepare<SqlValue[], { readonly id: number; readonly pair_key: Uint8Array }>(
    `INSERT INTO units (
       memory_id, pair_key, version, action, from_segments, status, original_language, origin,
       created_at, created_by, changed_at, changed_by, use_count, last_used_at,
       fr_language, en_language, fr_text, en_text, fr_content, en_content, note, properties
     ) VALUES (?, ?, 1, 'create', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (pair_key, memory_id) WHERE action <> 'delete' DO NOTHING
     RETURNING id, pair_key`,
  );
  const countUse = connection.prepare<[number, number, number]>(
    `UPDATE units SET use_count = use_count + 1, last_used_at = CASE WHEN last_used_at > ? THEN last_used_at ELSE ? END
     WHERE id = ? AND action <> 'delete'`,
  );
  const keepState = connection.prepare<[number]>(
    `INSERT INTO unit_revisions (unit_id, ${STATE_COLUMNS}) SELECT id, ${STATE_COLUMNS} FROM units WHERE id = ?`,
  );
  const replaceState = connection.prepare<SqlValue[]>(
    `UPDATE units SET version = version + 1, action = ?, undo_version = ?, pair_key = ?, status = ?, origin = ?,
       changed_at = ?, changed_by = ?, fr_language = ?, en_language = ?, fr_text = ?, en_text = ?,
       fr_content = ?, en_content = ?, note = ?, flagged = ?
     WHERE id = ?`,
  );
  const pastStates = connection.prepare<[number], UnitStateRow>(
    `SELECT ${STATE_COLUMNS} FROM unit_revisions WHERE unit_id = ? ORDER BY version`,
  );
  const pastState = connection.prepare<[number, number], UnitStateRow>(
    `SELECT ${STATE_COLUMNS} FROM unit_revisions WHERE unit_id = ? AND version = ?`,
  );

  const byPairs = connection.prepare<[string, number], UnitRow & { readonly pair_key: Uint8Array }>(
    `SELECT u.* FROM ${dialect.wantedTexts} ${dialect.joinInOrder} live_units AS u
     ON u.pair_key = ${dialect.bytes('wanted.value')} AND u.memory_id = ?`,
  );

  async function findPair(memoryId: MemoryId, pair: Pair, key: Buffer): Promise<UnitRow | undefined> {
    const row = await byPair.get(key, memoryId);
    if (row !== undefined && pairText(pair) !== pairText({ fr: frenchOf(row), en: englishOf(row) })) {
      throw new CalqueError('internal', `Unit ${row.id} and another pair have one key in memory ${memoryId}.`);
    }
    return row;
  }

  function valuesOf(memoryId: MemoryId, { unit, key }: IncomingUnit, fromSegments: boolean, actor: Actor): SqlValue[] {
    const state = unitState(unit);
    const now = actor.at;
    // A unit whose file states one of the two dates only has not changed since it was created.
    const createdAt = unit.createdAt ?? unit.changedAt ?? now;
    const changedAt = unit.changedAt ?? unit.createdAt ?? now;
    return [
      memoryId,
      key,
      Number(fromSegments),
      state.status,
      unit.originalLanguage ?? null,
      state.origin,
      toMilliseconds(createdAt, 'createdAt'),
      unit.createdBy ?? unit.changedBy ?? actor.by,
      toMilliseconds(changedAt, 'changedAt'),
      unit.changedBy ?? unit.createdBy ?? actor.by,
      unit.useCount ?? 0,
      unit.lastUsedAt === undefined ? null : toMilliseconds(unit.lastUsedAt, 'lastUsedAt'),
      state.fr_language,
      state.en_language,
      state.fr_text,
      state.en_text,
      state.fr_content,
      state.en_content,
      state.note,
      unit.properties?.length ? JSON.stringify(unit.properties) : null,
    ];
  }

  return {
    find: (id) => byId.get(id),

    async requireLive(id) {
      const row = await byId.get(id);
      if (row === undefined || row.action === 'delete') throw notFound('unit', id);
      return row;
    },

    findPair,

    async findPairs(memoryId, keys) {
      const found = new Map<string, UnitRow>();
      for (let from = 0; from < keys.length; from += SOUGHT) {
        const some = keys.slice(from, from + SOUGHT).map((key) => key.toString('hex'));
        for (const row of await byPairs.all(dialect.list(some), memoryId)) found.set(keyText(row.pair_key), row);
      }
      return found;
    },

    async insert(memoryId, incoming, fromSegments, actor) {
      const added = await insert.each(incoming.map((one) => valuesOf(memoryId, one, fromSegments, actor)));
      return new Map(added.map(({ id, pair_key }) => [keyText(pair_key), id]));
    },

    async revise(row, next, action, undoVersion, actor) {
      const pair = { fr: frenchOf(next), en: englishOf(next) };
      const key = pairKey(pair);
      const holder = action === 'delete' ? undefined : await findPair(row.memory_id, pair, key);
      if (holder !== undefined && holder.id !== row.id) {
        throw new CalqueError('already-exists', `Unit ${holder.id} of this memory says the same already.`);
      }
      await keepState.run(row.id);
      await replaceState.run(
        action,
        undoVersion,
        key,
        next.status,
        next.origin,
        toMilliseconds(actor.at),
        actor.by,
        next.fr_language,
        next.en_language,
        next.fr_text,
        next.en_text,
        next.fr_content,
        next.en_content,
        next.note,
        next.flagged,
        row.id,
      );
    },

    countUse: async (id, at) => {
      const used = toMilliseconds(at);
      await countUse.run(used, used, id);
    },

    pastStates: (id) => pastStates.all(id),
    pastState: (id, version) => pastState.get(id, version),
  };
}
