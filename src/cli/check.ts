import { existsSync } from 'node:fs';
import { inspectDatabase } from '../../memory/store/sqlite/inspection.ts';
import type { DatabaseKind } from '../../memory/store/store-size.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { databaseFile } from './database-file.ts';
import { withInstallation } from './installation.ts';

/** Units named at most. */
const NAMED = 20;

export const checkCommand: Command = {
  summary:
    'Reads the whole database through for damage, and holds the index against the units, word by word; ends with status 1 where something is wrong',
  usage: 'check [--json]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, { json: { type: 'boolean' } });
    const file = databaseFile(terminal);
    const { damage } = file !== undefined && existsSync(file) ? inspectDatabase(file) : { damage: [] };
    if (damage.length > 0) {
      if (values.json) writeLine(terminal.stdout, JSON.stringify({ damage }));
      else for (const line of damage) writeLine(terminal.stdout, `The database is damaged: ${line}.`);
      return 1;
    }
    return withInstallation(terminal, program, async ({ store }) => {
      const { units, wrong, rebuilt, left } = await store.checkIndex();
      const citus = citusLines(await store.databases());
      if (values.json) {
        writeLine(terminal.stdout, JSON.stringify({ units, wrong, rebuilt, left, ...(citus.length > 0 && { citus }) }));
        return wrong.length === 0 ? 0 : 1;
      }
      for (const line of citus) writeLine(terminal.stdout, line);
      if (rebuilt !== undefined) {
        writeLine(
          terminal.stdout,
          `The index was being built anew and has come to ${rebuilt} of ${units} units; \`calque reindex\` goes on. Until then the one before is in use.`,
        );
      }
      if (left !== undefined) {
        writeLine(
          terminal.stdout,
          `Of an earlier index ${left} rows are left, which take room and nothing else; \`calque compact\`, or the next \`calque reindex\`, removes them.`,
        );
      }
      if (wrong.length === 0) writeLine(terminal.stdout, `The index and the ${units} units agree.`);
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

/** What is said of Citus, where a server has it. */
export function citusLines(databases: readonly DatabaseKind[]): readonly string[] {
  return databases.flatMap(({ citus }, place) => {
    if (citus === undefined) return [];
    const where = place === 0 ? 'The database' : `Shard ${place}`;
    const is = citus.version === undefined ? 'could be made part of it' : `${citus.version} is part of it`;
    return `${where}: Citus ${is}. Calque does not use it, as its units lie in the databases that CALQUE_SHARDS names.`;
  });
}
