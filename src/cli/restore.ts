import { basename, resolve } from 'node:path';
import { restoreDatabase } from '../../memory/store/sqlite/restoring.ts';
import { writing } from '../files.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { requireDatabaseFile } from './database-file.ts';

export const restoreCommand: Command = {
  summary: 'Puts a backup in the place of the database, which is kept beside it; no server may be running',
  usage: 'restore FILE [--json]',
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const file = onlyArgument(positionals, 'FILE');
    const path = requireDatabaseFile(terminal);
    const backup = resolve(terminal.folder, file);
    const { schema, former } = writing(path, () => restoreDatabase(backup, path, Date.now()));
    const kept = former && basename(former);
    if (values.json) writeLine(terminal.stdout, JSON.stringify({ file, schema, ...(kept && { former: kept }) }));
    else {
      writeLine(terminal.stdout, `The database is that of ${file}.`);
      if (kept) writeLine(terminal.stdout, `The one before it is kept beside it, as ${kept}.`);
    }
    return 0;
  },
};
