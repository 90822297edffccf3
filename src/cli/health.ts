import { HEALTH_KINDS, type HealthFinding } from '../../memory/model/health.ts';
import { lastHealth } from '../services/management/health.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { memoryIn } from './unit-options.ts';
import { doWork } from './work.ts';

export const healthCommand: Command = {
  summary: 'Looks at every unit of a memory for what is likely to be wrong with it; status 1 where anything is',
  usage: 'health --memory NAME [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { memory: { type: 'string' }, json: { type: 'boolean' } });
    const json = values.json === true;
    return withInstallation(terminal, program, async (installation) => {
      const { store } = installation;
      const { id } = await memoryIn(store, values.memory, '--memory');
      await doWork('check-memory', { memory: id }, installation, { terminal, what: 'units', json });
      const health = await lastHealth(store, id);
      if (health === undefined) return 1;
      if (json) writeLine(terminal.stdout, JSON.stringify(health));
      let all = 0;
      for (const kind of HEALTH_KINDS) {
        const { count, listed } = health.found[kind];
        all += count;
        if (json || count === 0) continue;
        writeLine(terminal.stdout, `${count}\t${kind}`);
        for (const finding of listed) writeLine(terminal.stdout, `\t${readable(finding)}`);
        if (count > listed.length) writeLine(terminal.stdout, `\tand ${count - listed.length} more`);
      }
      if (!json && all === 0) writeLine(terminal.stdout, `Nothing was found in ${health.units} units.`);
      return all === 0 ? 0 : 1;
    });
  },
};

function readable({ units, about = [] }: HealthFinding): string {
  const ids = units.map(({ id }) => id).join(', ');
  return `${units.length === 1 ? 'unit' : 'units'} ${ids}${about.length > 0 ? `: ${about.join(', ')}` : ''}`;
}
