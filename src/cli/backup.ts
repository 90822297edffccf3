import { resolve } from 'node:path';
import { backUpDatabase } from '../../memory/store/sqlite/restoring.ts';
import { writing } from '../files.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { requireDatabaseFile } from './database-file.ts';

export const backupCommand: Command = {
  summary: 'Writes the whole database into a file, while others work with it, and reads that file through',
  usage: 'backup FILE [--json]',
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const file = onlyArgument(positionals, 'FILE');
    const path = requireDatabaseFile(terminal);
    const schema = writing(file, () => backUpDatabase(path, resolve(terminal.folder, file)));
    if (values.json) writeLine(terminal.stdout, JSON.stringify({ file, schema }));
    else writeLine(terminal.stdout, `The database was written to ${file}; it is whole.`);
    return 0;
  },
};
