import { CalqueError } from '../../memory/model/errors.ts';
import { actorAt } from '../services/clock.ts';
import { HOUSE_MEMORY } from '../services/memories.ts';
import type { Command, Program, Terminal } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { type GivenFile, importTable } from './import-table.ts';
import { readBytes, shownName, withInstallation } from './installation.ts';

const text = { type: 'string' } as const;
const OPTIONS = { memory: text, columns: text, json: { type: 'boolean' } } as const;

export const importCommand: Command = {
  summary:
    'Stores the units of a TMX file (also .gz or .zip), or of a table of pairs (a line each, tabs between the columns, ' +
    'also .gz), in a memory, which is made when there is none of that name',
  usage: 'import FILE.tmx|FILE.tsv[.gz] [--columns en,fr,origin] [--memory NAME] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const file = onlyArgument(positionals, 'FILE');
    const given = { file, memory: values.memory ?? HOUSE_MEMORY, json: values.json === true };
    if (/\.tsv(\.gz)?$/i.test(file)) {
      await importTable(required(values.columns, '--columns'), given, terminal, program);
      return 0;
    }
    if (values.columns !== undefined) {
      throw new CalqueError('usage', '--columns is for tables: FILE.tsv or FILE.tsv.gz.', { where: '--columns' });
    }
    await importTmx(given, terminal, program);
    return 0;
  },
};

async function importTmx({ file, memory, json }: GivenFile, terminal: Terminal, program: Program): Promise<void> {
  const bytes = await readBytes(file, terminal);
  await withInstallation(terminal, program, async ({ transfers }) => {
    const imported = await transfers.importTmx(bytes, shownName(file), memory, actorAt(Date.now));
    if (json) return writeLine(terminal.stdout, JSON.stringify(imported));
    writeLine(
      terminal.stdout,
      `${imported.added} units added to the memory “${memory}”, ${imported.merged} it held already.`,
    );
    for (const { line, reason } of imported.refused)
      writeLine(terminal.stdout, `${shownName(file)}:${line}: not taken: ${reason}`);
  });
}
