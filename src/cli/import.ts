import { parseRoles } from '../../memory/formats/tables/roles.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { ImportMode } from '../services/imports/arrival.ts';
import { IMPORT_MODES } from '../services/imports/arrival.ts';
import { extensionOf } from '../services/imports/files.ts';
import type { ImportReport } from '../services/imports/imports.ts';
import { formatOf } from '../services/imports/read.ts';
import { HOUSE_MEMORY } from '../services/memories.ts';
import { HOUSE_TERMBASE } from '../services/termbases.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { importTermFile } from './import-terms.ts';
import { givenSource, shownName, withInstallation } from './installation.ts';
import { progressBar } from './progress.ts';
import { refusedLines } from './refused.ts';
import { beThrifty } from './thrift.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
/** In percent: a table is read by a thread of its own, and leaves little behind in this one. */
const HEAP_GROWTH = { table: 100, other: 50 } as const;
const OPTIONS = { memory: text, termbase: text, columns: text, mode: text, 'dry-run': flag, json: flag } as const;

export const importCommand: Command = {
  summary:
    'Stores the units of a file in a memory, which is made when there is none of that name: TMX, CSV, TSV, XLSX, PO, ' +
    'SDLTM, also as .gz or .zip; where the memory has a text with another translation, both are kept (add), ' +
    'it stays as it is (skip), or the newer one is taken (newer). Terms go into a termbase in the same way: TBX, and ' +
    'with --termbase CSV, TSV, XLSX',
  usage:
    'import FILE|- [--memory NAME | --termbase NAME] [--mode add|skip|newer] [--dry-run] [--columns en,fr,origin,note,-] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const file = onlyArgument(positionals, 'FILE');
    const mode = readMode(values.mode ?? 'add');
    const memory = values.memory ?? HOUSE_MEMORY;
    const json = values.json === true;
    const dryRun = values['dry-run'] === true;
    const format = formatOf(file);
    const isTable = format === 'csv' || format === 'tsv' || format === 'xlsx';
    beThrifty(isTable ? HEAP_GROWTH.table : HEAP_GROWTH.other);
    if (values.termbase !== undefined || extensionOf(file) === 'tbx') {
      if (values.memory !== undefined) {
        throw new CalqueError('usage', 'A file of terms goes into a termbase, not a memory.', { where: '--memory' });
      }
      const { columns, termbase = HOUSE_TERMBASE } = values;
      const wanted = { source: await givenSource(file, terminal), columns, termbase, mode, dryRun, json };
      await importTermFile(wanted, terminal, program);
      return 0;
    }
    if (values.columns !== undefined && !isTable) {
      throw new CalqueError('usage', '--columns is for tables: CSV, TSV or XLSX.', { where: '--columns' });
    }
    const columns = values.columns === undefined ? {} : { columns: parseRoles(values.columns, '--columns') };
    const source = await givenSource(file, terminal);
    await withInstallation(terminal, program, async ({ imports }) => {
      const { report, end } = progressBar(terminal, 'units', false);
      try {
        const wish = { source, format, ...columns, memory, mode, dryRun };
        const done = await imports.run(wish, actorAt(Date.now, LOCAL_PERSON), report);
        end();
        if (json) writeLine(terminal.stdout, JSON.stringify(done));
        else for (const line of readable(done, shownName(file), memory)) writeLine(terminal.stdout, line);
      } finally {
        end();
      }
    });
    return 0;
  },
};

function readMode(text: string): ImportMode {
  const mode = IMPORT_MODES.find((one) => one === text);
  if (mode !== undefined) return mode;
  throw new CalqueError('usage', `--mode is one of ${IMPORT_MODES.join(', ')}.`, { where: '--mode' });
}

function readable(report: ImportReport, name: string, memory: string): readonly string[] {
  const { dryRun, added, merged, skipped, overwritten, refused, refusedCount, otherLanguages } = report;
  const others = Object.entries(otherLanguages).map(([language, count]) => `${count} ${language}`);
  return [
    `${added} units ${dryRun ? 'would be added' : 'added'} to the memory “${memory}”, ${merged} it ${dryRun ? 'holds' : 'held'} already.`,
    ...(skipped > 0 ? [`${skipped} left out for what it has of the same text.`] : []),
    ...(overwritten > 0
      ? [`${overwritten} ${dryRun ? 'would be' : ''} given the newer translation.`.replace('  ', ' ')]
      : []),
    ...(others.length > 0 ? [`Variants in other languages, left out: ${others.join(', ')}.`] : []),
    ...refusedLines(name, refused, refusedCount),
  ];
}
