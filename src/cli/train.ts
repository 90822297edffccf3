import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { memoryIds, withInstallation } from './installation.ts';
import { doWork } from './work.ts';

export const trainCommand: Command = {
  summary:
    'Learns the bilingual lexicon anew, by which related sentences are found and articles are aligned; the server does so by itself when the memories have grown',
  usage: 'train [--memory NAME]… [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, {
      memory: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    });
    const json = values.json === true;
    await withInstallation(terminal, program, async (installation) => {
      const memories = values.memory && (await memoryIds(installation.store, values.memory));
      const input = memories === undefined ? {} : { memories };
      const learnt = await doWork('train', input, installation, { terminal, what: 'steps', json });
      if (json) writeLine(terminal.stdout, JSON.stringify(learnt));
      else writeLine(terminal.stdout, `${learnt.pairs} pairs of words were learnt from ${learnt.units} units.`);
    });
    return 0;
  },
};
