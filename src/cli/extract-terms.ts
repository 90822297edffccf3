import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import { HOUSE_TERMBASE, termbaseNamed } from '../services/termbases.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { memoryIn } from './unit-options.ts';
import { doWork } from './work.ts';

/** Pairs that are shown; the page of the termbase has all of them. */
const SHOWN = 100;

export const extractTermsCommand: Command = {
  summary: 'Looks through a memory for pairs of terms that a termbase has not, to be decided on in the browser',
  usage: 'extract-terms --memory NAME [--termbase NAME] [--json]',
  async run(args, terminal, program) {
    const text = { type: 'string' } as const;
    const { values } = readArguments(args, { memory: text, termbase: text, json: { type: 'boolean' } });
    const json = values.json === true;
    await withInstallation(terminal, program, async (installation) => {
      const { store } = installation;
      const memory = await memoryIn(store, values.memory, '--memory');
      const termbase = await termbaseNamed(store, values.termbase ?? HOUSE_TERMBASE, actorAt(Date.now, LOCAL_PERSON));
      const input = { termbase: termbase.id, memory: memory.id };
      const { units, open } = await doWork('extract-terms', input, installation, { terminal, what: 'units', json });
      const filter = { termbaseId: termbase.id, state: 'open', memories: [memory.id] } as const;
      const { items } = await store.listCandidates(filter, { limit: SHOWN });
      if (json) return writeLine(terminal.stdout, JSON.stringify({ units, open, items }));
      for (const { fr, en, score, together } of items) {
        writeLine(terminal.stdout, `${Math.floor(100 * score)} %\t${together}\t${fr}\t${en}`);
      }
      writeLine(terminal.stdout, `${open} pairs in ${units} units wait for a decision in “${termbase.name}”.`);
    });
    return 0;
  },
};
