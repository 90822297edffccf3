import { compactDatabase } from '../../memory/store/sqlite/compacting.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { requireDatabaseFile } from './database-file.ts';
import { withInstallation } from './installation.ts';

export const compactCommand: Command = {
  summary:
    'Writes the database file anew without the room that nothing fills any more, as after reindex; nothing else may have it open',
  usage: 'compact [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    const path = requireDatabaseFile(terminal);
    await withInstallation(terminal, program, ({ store }) => store.removeEarlierIndexes());
    const { before, after } = compactDatabase(path);
    if (values.json) writeLine(terminal.stdout, JSON.stringify({ before, after }));
    else writeLine(terminal.stdout, `The database has ${megabytes(after)} MB now; it had ${megabytes(before)}.`);
    return 0;
  },
};

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
