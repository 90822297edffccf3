import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';

/** Units named at most. */
const NAMED = 20;

export const checkCommand: Command = {
  summary: 'Holds the index against the units, word by word; ends with status 1 where they differ',
  usage: 'check [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    return withInstallation(terminal, program, async ({ store }) => {
      const { units, wrong } = await store.checkIndex();
      if (values.json) writeLine(terminal.stdout, JSON.stringify({ units, wrong }));
      else if (wrong.length === 0) writeLine(terminal.stdout, `The index and the ${units} units agree.`);
      else {
        const named = wrong.slice(0, NAMED).join(', ');
        const more = wrong.length > NAMED ? ' …' : '';
        writeLine(
          terminal.stdout,
          `The index is wrong of ${wrong.length} of ${units} units: ${named}${more}. \`calque reindex\` builds it anew.`,
        );
      }
      return wrong.length === 0 ? 0 : 1;
    });
  },
};
