import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import type { ConcordanceHit, ConcordanceSide } from '../../memory/model/concordance.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { concordanceExportQuery, concordanceQuery } from '../contract/concordance.ts';
import { wording } from '../contract/wording.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { memoryIds, withInstallation } from './installation.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = {
  language: text,
  mode: text,
  within: text,
  memory: { type: 'string', multiple: true },
  publication: text,
  translator: text,
  'published-from': text,
  'published-to': text,
  'changed-from': text,
  'changed-to': text,
  'original-language': text,
  status: text,
  limit: text,
  cursor: text,
  json: flag,
  csv: flag,
} as const;

export const concordanceCommand: Command = {
  summary: 'Searches inside the memories, newest units first; --csv writes every hit as a table',
  usage:
    'concordance TEXT [--language fr|en] [--mode words|phrase|near] [--within N] [--memory NAME]… [--publication TEXT] ' +
    '[--translator TEXT] [--published-from DATE] [--published-to DATE] [--changed-from DATE] [--changed-to DATE] ' +
    '[--original-language fr|en] [--status STATUS] [--limit N] [--cursor CURSOR] [--json|--csv]',
  async run(args, { stdout, ...terminal }, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const { memory: names, json, csv, ...filters } = values;
    if (json && csv) throw new CalqueError('usage', 'Take --json or --csv, not both.', { where: '--csv' });
    const given = { q: onlyArgument(positionals, 'TEXT'), ...inCamelCase(filters) };
    await withInstallation({ ...terminal, stdout }, program, async ({ store, concordance }) => {
      const ids = names && (await memoryIds(store, names));
      const asked = { ...given, ...(ids && { memory: ids.join(',') }) };
      if (csv) {
        await pipeline(concordance.export(parse(concordanceExportQuery, asked)), stdout, { end: false });
        return;
      }
      const page = await concordance.search(parse(concordanceQuery, asked));
      if (json) return writeLine(stdout, JSON.stringify(page));
      const { count, exact } = page.total;
      writeLine(stdout, `${exact ? '' : 'at least '}${count} found`);
      for (const row of page.items.flatMap(readable)) writeLine(stdout, row);
      if (page.next !== undefined) writeLine(stdout, `More with --cursor ${page.next}`);
    });
    return 0;
  },
};

/** @throws CalqueError `usage`, naming the option that is wrong */
function parse<T extends z.ZodType>(schema: T, given: object): z.output<T> {
  const parsed = schema.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : (issue?.path[0] ?? ''));
  const option = field === 'q' ? 'TEXT' : `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const message = issue?.code === 'unrecognized_keys' ? 'is not taken with --csv' : issue?.message;
  throw new CalqueError('usage', `${option} ${message}.`, { where: option });
}

function inCamelCase(options: object): Readonly<Record<string, unknown>> {
  const camel = (name: string) => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
}

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
