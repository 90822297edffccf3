import { CalqueError } from '../../memory/model/errors.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { doWork } from './work.ts';

export const undoCommand: Command = {
  summary: 'Takes back what replaced or promoted units, or repaired them, as one; units that were changed since stay',
  usage: 'undo CHANGE [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    const change = onlyArgument(positionals, 'CHANGE');
    if (!/^[1-9]\d{0,14}$/.test(change)) throw new CalqueError('usage', 'CHANGE is the number of a change.');
    const json = values.json === true;
    await withInstallation(terminal, program, async (installation) => {
      const { id } = await installation.store.getBatch(Number(change));
      const done = await doWork('undo-batch', { batch: id }, installation, { terminal, what: 'units', json });
      if (json) writeLine(terminal.stdout, JSON.stringify(done));
      else writeLine(terminal.stdout, `${done.undone} units are as they were, ${done.kept} were changed since.`);
    });
    return 0;
  },
};
