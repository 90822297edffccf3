import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { sayNotCounted } from './not-asked.ts';

export const memoriesCommand: Command = {
  summary: 'Lists the memories with their units, priority and penalty',
  usage: 'memories [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    await withInstallation(terminal, program, async ({ store }) => {
      const memories = await store.listMemories();
      await sayNotCounted(store, terminal);
      if (values.json) return writeLine(terminal.stdout, JSON.stringify(memories));
      for (const { name, unitCount, priority, penalty, readOnly } of memories) {
        const worth = `priority ${priority}, penalty ${penalty}${readOnly ? ', read-only' : ''}`;
        writeLine(terminal.stdout, `${unitCount}\t${name}\t${worth}`);
      }
    });
    return 0;
  },
};
