import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';

export const reindexCommand: Command = {
  summary: 'Builds the index of all memories anew from their units',
  usage: 'reindex [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    await withInstallation(terminal, program, async ({ store }) => {
      let units = 0;
      await store.reindex((done) => {
        units = done;
        if (values.json) writeLine(terminal.stdout, JSON.stringify({ progress: { units } }));
        else writeLine(terminal.stderr, `${units} units`);
      });
      if (values.json) writeLine(terminal.stdout, JSON.stringify({ units }));
      else writeLine(terminal.stdout, `${units} units are in the index.`);
    });
    return 0;
  },
};
