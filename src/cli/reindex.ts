import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { doWork } from './work.ts';

export const reindexCommand: Command = {
  summary: 'Builds the index of all memories anew from their units',
  usage: 'reindex [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    const json = values.json === true;
    await withInstallation(terminal, program, async (installation) => {
      const { units } = await doWork('reindex', {}, installation, { terminal, what: 'units', json });
      if (json) writeLine(terminal.stdout, JSON.stringify({ units }));
      else writeLine(terminal.stdout, `${units} units are in the index.`);
    });
    return 0;
  },
};
