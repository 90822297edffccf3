import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CalqueError } from '../../memory/model/errors.ts';
import { fileError } from '../files.ts';
import type { PretranslationReport } from '../services/pretranslation-rules.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { memoryIds, readBytes, shownName, withInstallation } from './installation.ts';

const OPTIONS = {
  out: { type: 'string' },
  memory: { type: 'string', multiple: true },
  fuzzy: { type: 'string' },
  machine: { type: 'boolean' },
  'no-adapted': { type: 'boolean' },
  'no-candidates': { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const pretranslateCommand: Command = {
  summary:
    'Fills the empty targets of an XLIFF file with what the memories know (context, 100 %, adapted; fuzzy from a rate and machine on request), adds candidates, and counts the words by match rate',
  usage:
    'pretranslate IN.xlf|- --out OUT.xlf [--memory NAME]… [--fuzzy 50–99] [--machine] [--no-adapted] [--no-candidates] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const given = onlyArgument(positionals, 'IN.xlf');
    const out = required(values.out, '--out');
    const fuzzy = values.fuzzy === undefined ? undefined : readRate(values.fuzzy);
    const file = { name: shownName(given), bytes: await readBytes(given, terminal) };
    await withInstallation(terminal, program, async ({ store, pretranslation }) => {
      const { bytes, report } = await pretranslation.file(file, {
        adapted: values['no-adapted'] !== true,
        ...(fuzzy !== undefined && { fuzzy }),
        machine: values.machine === true,
        candidates: values['no-candidates'] !== true,
        ...(values.memory && { memories: await memoryIds(store, values.memory) }),
      });
      try {
        await writeFile(resolve(terminal.folder, out), bytes);
      } catch (error) {
        throw fileError(error, out, 'read-only-database');
      }
      if (values.json) writeLine(terminal.stdout, JSON.stringify(report));
      else for (const line of readable(report)) writeLine(terminal.stdout, line);
    });
    return 0;
  },
};

function readRate(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 50 && rate <= 99) return rate;
  throw new CalqueError('usage', '--fuzzy takes a rate from 50 to 99.', { where: '--fuzzy' });
}

function readable({ bands, filled, withCandidates }: PretranslationReport): readonly string[] {
  const rows = bands.map(
    ({ band, segments, words }) =>
      `${band.padEnd(12)}${String(segments).padStart(8)} segments${String(words).padStart(9)} words`,
  );
  const kinds = Object.entries(filled).filter(([, count]) => count > 0);
  const said = kinds.map(([kind, count]) => `${count} ${kind}`).join(', ') || 'nothing';
  return [...rows, `filled: ${said}; ${withCandidates} segments with candidates`];
}
