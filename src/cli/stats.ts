import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { sayNotCounted } from './not-asked.ts';

export const statsCommand: Command = {
  summary: 'Counts what there is: units by memory, segments by project, and what the lexicon was learnt from',
  usage: 'stats [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    const say = (line: string): void => writeLine(terminal.stdout, line);
    await withInstallation(terminal, program, async ({ store }) => {
      const memories = await store.listMemories();
      await sayNotCounted(store, terminal);
      const projects = await store.listProjects();
      const lexicon = await store.lexiconVersion();
      const units = memories.reduce((sum, { unitCount }) => sum + unitCount, 0);
      if (values.json) {
        const counted = {
          units,
          memories: memories.map(({ name, unitCount }) => ({ name, units: unitCount })),
          projects: projects.map(({ name, progress }) => ({ name, ...progress })),
          ...(lexicon && { lexicon }),
        };
        return say(JSON.stringify(counted));
      }
      for (const { name, unitCount } of memories) say(`${unitCount}\tunits in the memory “${name}”`);
      for (const { name, progress } of projects) {
        say(`${progress.doneSegments} of ${progress.segments}\tsegments confirmed in the project “${name}”`);
      }
      if (lexicon) say(`${lexicon.units}\tunits taught the lexicon, on ${lexicon.learntAt.slice(0, 10)}`);
      else say('No lexicon was learnt yet; `calque train` learns it.');
    });
    return 0;
  },
};
