import { pipeline } from 'node:stream/promises';
import type { ConcordanceHit, ConcordanceSide } from '../../memory/model/concordance.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { concordanceExportQuery, concordanceQuery } from '../contract/concordance.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { memoryIds, withInstallation } from './installation.ts';
import { sayNotSearched } from './not-asked.ts';
import { inCamelCase, parseOptions } from './options.ts';
import { CONDITION_OPTIONS, CONDITION_USAGE } from './unit-options.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  language: text,
  mode: text,
  within: text,
  memory: { type: 'string', multiple: true },
  ...CONDITION_OPTIONS,
  limit: text,
  cursor: text,
  json: flag,
  csv: flag,
} as const;

/** What is no option. */
const NAMED = { q: 'TEXT' };

export const concordanceCommand: Command = {
  summary: 'Searches inside the memories, newest units first; --csv writes every hit as a table',
  usage:
    'concordance TEXT [--language fr|en] [--mode words|phrase|near] [--within N] [--memory NAME]… ' +
    `${CONDITION_USAGE} [--limit N] [--cursor CURSOR] [--json|--csv]`,
  async run(args, { stdout, ...terminal }, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const { memory: names, json, csv, ...filters } = values;
    if (json && csv) throw new CalqueError('usage', 'Take --json or --csv, not both.', { where: '--csv' });
    const given = { q: onlyArgument(positionals, 'TEXT'), ...inCamelCase(filters) };
    await withInstallation({ ...terminal, stdout }, program, async ({ store, concordance }) => {
      const ids = names && (await memoryIds(store, names));
      const asked = { ...given, ...(ids && { memory: ids.join(',') }) };
      if (csv) {
        await pipeline(
          concordance.export(parseOptions(concordanceExportQuery, asked, NAMED, 'is not taken with --csv')),
          stdout,
          { end: false },
        );
        return;
      }
      const page = await concordance.search(parseOptions(concordanceQuery, asked, NAMED));
      sayNotSearched(page.missing, terminal);
      if (json) return writeLine(stdout, JSON.stringify(page));
      const { count, exact } = page.total;
      writeLine(stdout, `${exact ? '' : 'at least '}${count} found`);
      for (const row of page.items.flatMap(readable)) writeLine(stdout, row);
      if (page.next !== undefined) writeLine(stdout, `More with --cursor ${page.next}`);
    });
    return 0;
  },
};

function readable({ fr, en, unitId, memory, provenance }: ConcordanceHit): readonly string[] {
  const { publication, publishedOn, translator, credit } = provenance;
  const from = [publication, publishedOn, translator && `translated by ${translator}`, credit].filter(Boolean);
  return [
    `fr  ${withMarks(fr)}`,
    `en  ${withMarks(en)}`,
    `    ${[`unit ${unitId}`, memory.name, ...from].join(' · ')}`,
  ];
}

/** The text with what was found between asterisks, as terminals and files can show it. */
function withMarks({ content, marks }: ConcordanceSide): string {
  const said = contentText(content);
  const parts = marks.map(
    ({ start, end }, place) => `${said.slice(marks[place - 1]?.end ?? 0, start)}*${said.slice(start, end)}*`,
  );
  return parts.join('') + said.slice(marks.at(-1)?.end ?? 0);
}
