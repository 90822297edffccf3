import { resolve } from 'node:path';
import { CalqueError } from '../../memory/model/errors.ts';
import type { CopySource, CopyTarget } from '../../memory/store/copy/copy-side.ts';
import { copyStore, type TableCopy } from '../../memory/store/copy/copy-store.ts';
import { isAddress } from '../../memory/store/postgres/address.ts';
import { sqliteSource, sqliteTarget } from '../../memory/store/sqlite/copying.ts';
import type { Command, Terminal } from './command.ts';
import { readArguments, required, writeLine } from './command.ts';
import { progressBar } from './progress.ts';

const text = { type: 'string' } as const;

export const migrateStoreCommand: Command = {
  summary:
    'Copies all that a database keeps into another one, which is empty, and reads it back: from a file to PostgreSQL ' +
    '(postgres://…), back, or from one of a kind to another; the first stays as it is, and nobody can write into it meanwhile',
  usage: 'migrate-store --from FILE|ADDRESS --to FILE|ADDRESS [--json]',
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { from: text, to: text, json: { type: 'boolean' } });
    const [more] = positionals;
    if (more !== undefined) throw new CalqueError('usage', `“${more.slice(0, 60)}” is one argument too many.`);
    const from = required(values.from, '--from');
    const to = required(values.to, '--to');
    if (from === to) throw new CalqueError('usage', 'A database cannot be copied into itself.', { where: '--to' });
    const json = values.json === true;
    const copies = await copied(from, to, terminal, json);
    const rows = copies.reduce((sum, one) => sum + one.rows, 0);
    if (json) writeLine(terminal.stdout, JSON.stringify({ rows, tables: copies }));
    else {
      for (const { table, rows: of, checksum } of copies) {
        if (of > 0) writeLine(terminal.stdout, `${checksum}  ${String(of).padStart(9)}  ${table}`);
      }
      writeLine(terminal.stdout, `${rows} rows of ${copies.length} tables were copied; read back, they are the same.`);
    }
    return 0;
  },
};

async function copied(from: string, to: string, terminal: Terminal, json: boolean): Promise<readonly TableCopy[]> {
  const source = await sourceOf(from, terminal);
  try {
    const target = await targetOf(to, terminal);
    const bar = progressBar(terminal, 'rows', json);
    try {
      return await copyStore(source, target, bar.report);
    } finally {
      bar.end();
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function sourceOf(database: string, { folder }: Terminal): Promise<CopySource> {
  return isAddress(database) ? (await postgres()).postgresSource(database) : sqliteSource(resolve(folder, database));
}

async function targetOf(database: string, { folder }: Terminal): Promise<CopyTarget> {
  return isAddress(database) ? (await postgres()).postgresTarget(database) : sqliteTarget(resolve(folder, database));
}

/** Loaded where there is such a database alone. */
function postgres() {
  return import('../../memory/store/postgres/copying.ts');
}
