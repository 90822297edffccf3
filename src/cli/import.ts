import { actorAt } from '../services/clock.ts';
import { HOUSE_MEMORY } from '../services/memories.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { readBytes, shownName, withInstallation } from './installation.ts';

export const importCommand: Command = {
  summary: 'Stores the units of a TMX file in a memory, which is made when there is none of that name',
  usage: 'import FILE.tmx [--memory NAME] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, { memory: { type: 'string' }, json: { type: 'boolean' } });
    const file = onlyArgument(positionals, 'FILE');
    const bytes = await readBytes(file, terminal);
    await withInstallation(terminal, program, async ({ transfers }) => {
      const memory = values.memory ?? HOUSE_MEMORY;
      const imported = await transfers.importTmx(bytes, shownName(file), memory, actorAt(Date.now));
      if (values.json) return writeLine(terminal.stdout, JSON.stringify(imported));
      writeLine(
        terminal.stdout,
        `${imported.added} units added to the memory “${memory}”, ${imported.merged} it held already.`,
      );
      for (const { line, reason } of imported.refused)
        writeLine(terminal.stdout, `${shownName(file)}:${line}: not taken: ${reason}`);
    });
    return 0;
  },
};
