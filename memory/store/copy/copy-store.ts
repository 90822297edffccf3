import { CalqueError } from '../../model/errors.ts';
import { type CopiedTable, type CopySource, type CopyTarget, OWN_COLUMNS } from './copy-side.ts';
import { TableSum } from './table-sum.ts';

/** A table that was copied, and read back. */
export interface TableCopy {
  readonly table: string;
  readonly rows: number;
  /** Of all rows, whatever their order: the same in both databases. */
  readonly checksum: string;
}

/**
 * Copies everything from one database into another that is empty, reads it back, and holds both against each other by
 * counts and checksums. The other has all of it then, or, where anything fails, nothing.
 * @param report called with how many rows were written or read back
 * @throws CalqueError `unsupported-database` where the other has no room for something, `internal` where what was read back
 *   is not what was written
 */
export async function copyStore(
  source: CopySource,
  target: CopyTarget,
  report: (done: number) => void = () => {},
): Promise<readonly TableCopy[]> {
  const tables = inOrderOfReference(await commonTables(source, target));
  const sums: { readonly table: CopiedTable; readonly sum: TableSum }[] = [];
  let done = 0;
  for (const table of tables) {
    const sum = new TableSum();
    for await (const rows of source.rows(table)) {
      const stored = rows.map((row) => row.map((value) => target.stored(value)));
      for (const row of stored) sum.add(row);
      await target.write(table, stored);
      done += rows.length;
      report(done);
    }
    sums.push({ table, sum });
  }
  await target.goOnAfter(await source.lastNumbers());
  for (const { table, sum } of sums) {
    const back = new TableSum();
    for await (const rows of target.rows(table)) {
      for (const row of rows) back.add(row);
      done += rows.length;
      report(done);
    }
    if (back.rows === sum.rows && back.checksum === sum.checksum) continue;
    const message = `The table ${table.name} of ${target.name} is not what was written: ${back.rows} rows (${back.checksum}) for ${sum.rows} (${sum.checksum}). Nothing was kept.`;
    throw new CalqueError('internal', message, { where: target.name });
  }
  await target.finish();
  return sums.map(({ table, sum }) => ({ table: table.name, rows: sum.rows, checksum: sum.checksum }));
}

/** The tables of both. What the source has and the other has not must be empty. */
async function commonTables(source: CopySource, target: CopyTarget): Promise<readonly CopiedTable[]> {
  const there = new Map((await target.tables()).map((table) => [table.name, table]));
  const common: CopiedTable[] = [];
  for (const table of await source.tables()) {
    const other = there.get(table.name);
    // In an order that is the same whichever way it is copied: the checksums go by it.
    const shared = table.columns.filter((column) => other?.columns.includes(column)).toSorted();
    const missing = table.columns.filter((column) => !shared.includes(column) && !isOwn(table, column));
    if (other !== undefined && missing.length === 0) {
      common.push({ ...other, columns: shared });
      continue;
    }
    for await (const rows of source.rows(table)) {
      if (rows.length === 0) continue;
      const message = `${target.name} has no room for what ${source.name} keeps under “${table.name}”. Nothing was changed.`;
      throw new CalqueError('unsupported-database', message, { where: table.name });
    }
  }
  return common;
}

function isOwn({ name }: CopiedTable, column: string): boolean {
  return OWN_COLUMNS.has(`${name}.${column}`);
}

/** Each after those whose rows its own name. */
function inOrderOfReference(tables: readonly CopiedTable[]): readonly CopiedTable[] {
  const ordered = new Set<CopiedTable>();
  const place = (table: CopiedTable, above: readonly CopiedTable[]): void => {
    if (ordered.has(table) || above.includes(table)) return;
    for (const name of table.references) {
      const other = tables.find((one) => one.name === name);
      if (other !== undefined) place(other, [...above, table]);
    }
    ordered.add(table);
  };
  for (const table of tables) place(table, []);
  return [...ordered];
}
