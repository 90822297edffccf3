import { CalqueError } from '../../model/errors.ts';
import type { Termbase, TermbaseId } from '../../model/termbase.ts';
import type { TermbaseStore } from '../termbase-store.ts';
import { notFound, requireName } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { insertion } from './insertion.ts';

type TermbaseMethods = Pick<
  TermbaseStore,
  | 'createTermbase'
  | 'listTermbases'
  | 'getTermbase'
  | 'findTermbase'
  | 'renameTermbase'
  | 'deleteTermbase'
  | 'termsRevision'
>;

/** What the other tables ask of termbases, inside a transaction of theirs. */
export interface TermbaseTable {
  /** @throws CalqueError `not-found` */
  require(id: TermbaseId): Promise<Termbase>;
  countEntries(id: TermbaseId, difference: number): Promise<void>;
}

interface TermbaseRow {
  readonly id: number;
  readonly name: string;
  readonly entry_count: number;
  readonly created_at: number;
}

export function termbaseTable(connection: Connection): TermbaseTable {
  const byId = connection.prepare<[number], TermbaseRow>('SELECT * FROM termbases WHERE id = ?');
  const count = connection.prepare<[number, number]>('UPDATE termbases SET entry_count = entry_count + ? WHERE id = ?');
  return {
    async require(id) {
      const row = await byId.get(id);
      if (row === undefined) throw notFound('termbase', id);
      return termbaseOf(row);
    },
    async countEntries(id, difference) {
      if (difference !== 0) await count.run(difference, id);
    },
  };
}

export function termbaseMethods(connection: Connection, termbases: TermbaseTable): TermbaseMethods {
  const insert = insertion<[string, number, string]>(
    connection,
    'INSERT INTO termbases (name, created_at, created_by) VALUES (?, ?, ?)',
  );
  const all = connection.prepare<[], TermbaseRow>('SELECT * FROM termbases ORDER BY name, id');
  const byName = connection.prepare<[string], TermbaseRow>('SELECT * FROM termbases WHERE name = ?');
  const rename = connection.prepare<[string, number]>('UPDATE termbases SET name = ? WHERE id = ?');
  const remove = connection.prepare<[number]>('DELETE FROM termbases WHERE id = ?');
  const revisions = connection.prepare<[], { readonly termbase_id: number; readonly versions: number | string }>(
    'SELECT termbase_id, sum(version) AS versions FROM term_entries GROUP BY termbase_id ORDER BY termbase_id',
  );

  async function requireUnused(name: string, by?: TermbaseId): Promise<void> {
    const holder = await byName.get(requireName(name));
    if (holder === undefined || holder.id === by) return;
    throw new CalqueError('already-exists', `There is a termbase named “${name}” already.`, { where: 'name' });
  }

  return {
    createTermbase: (name, actor) =>
      connection.write(async () => {
        await requireUnused(name);
        return termbases.require(await insert(name, toMilliseconds(actor.at), actor.by));
      }),

    listTermbases: () => connection.ask(async () => (await all.all()).map(termbaseOf)),

    getTermbase: (id) => connection.ask(async () => termbases.require(id)),

    findTermbase: (name) =>
      connection.read(async () => {
        const row = await byName.get(name);
        return row && termbaseOf(row);
      }),

    renameTermbase: (id, name) =>
      connection.write(async () => {
        await termbases.require(id);
        await requireUnused(name, id);
        await rename.run(name, id);
        return termbases.require(id);
      }),

    // Entries are deleted as a version of theirs, so the sum of versions only rises.
    termsRevision: (wanted) =>
      connection.read(async () =>
        (await revisions.all())
          .filter(({ termbase_id }) => wanted === undefined || wanted.includes(termbase_id))
          .map(({ termbase_id, versions }) => `${termbase_id}:${versions}`)
          .join(' '),
      ),

    deleteTermbase: (id) =>
      connection.write(async () => {
        await termbases.require(id);
        await remove.run(id);
      }),
  };
}

function termbaseOf(row: TermbaseRow): Termbase {
  return { id: row.id, name: row.name, createdAt: toInstant(row.created_at), entryCount: row.entry_count };
}
