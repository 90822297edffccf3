import { existsSync } from 'node:fs';
import { inspectSchema } from '../../memory/store/sqlite/inspection.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { databaseFile } from './database-file.ts';
import { withInstallation } from './installation.ts';

export const migrateCommand: Command = {
  summary: 'Brings the database forward to the schema of this version, after a backup; every other command does so too',
  usage: 'migrate [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    const path = databaseFile(terminal);
    if (path === undefined) {
      // Those that keep units must be there, too.
      const databases = await withInstallation(terminal, program, ({ store }) => store.databases());
      const shards = databases.length - 1;
      if (values.json) writeLine(terminal.stdout, JSON.stringify({ shards }));
      else
        writeLine(
          terminal.stdout,
          `The database has the schema of this version${shards > 0 ? `, and those of its ${shards} shards` : ''}.`,
        );
      return 0;
    }
    const from = existsSync(path) ? inspectSchema(path) : 0;
    await withInstallation(terminal, program, async () => {});
    const to = inspectSchema(path);
    if (values.json) writeLine(terminal.stdout, JSON.stringify({ from, to }));
    else if (from === to) writeLine(terminal.stdout, `The database has the schema of this version, ${to}.`);
    else writeLine(terminal.stdout, `The database was brought from schema ${from} to ${to}.`);
    return 0;
  },
};
