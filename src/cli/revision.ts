import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CalqueError } from '../../memory/model/errors.ts';
import { fileError } from '../files.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { RevisionReport } from '../services/revisions.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, required, writeLine } from './command.ts';
import { readBytes, shownName, withInstallation } from './installation.ts';

const OPTIONS = {
  project: { type: 'string' },
  document: { type: 'string' },
  out: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const revisionCommand: Command = {
  summary:
    'Writes a project as a bilingual Word file for a reviser (--out), or takes the edits of such a file back by segment, as drafts; what was changed here meanwhile stays, is shown, and makes the exit status 1',
  usage: 'revision (--project ID [--document ID] --out FILE.docx | FILE.docx|- --project ID [--json])',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, OPTIONS);
    const projectId = identity(required(values.project, '--project'), '--project');
    const { out } = values;
    if (out === undefined) {
      const file = onlyArgument(positionals, 'FILE.docx');
      if (values.document !== undefined) {
        throw new CalqueError('usage', '--document is for writing a file: its rows say where they belong.', {
          where: '--document',
        });
      }
      const bytes = await readBytes(file, terminal);
      return withInstallation(terminal, program, async ({ revisions }) => {
        const report = await revisions.read(projectId, bytes, shownName(file), actorAt(Date.now, LOCAL_PERSON));
        if (values.json) writeLine(terminal.stdout, JSON.stringify(report));
        else for (const line of readable(report, shownName(file))) writeLine(terminal.stdout, line);
        return report.conflicts.length + report.refused.length === 0 ? 0 : 1;
      });
    }
    const [extra] = positionals;
    if (extra !== undefined) {
      throw new CalqueError('usage', 'A file is either written, with --out, or taken back.', { where: '--out' });
    }
    const document = values.document === undefined ? undefined : identity(values.document, '--document');
    await withInstallation(terminal, program, async ({ transfers }) => {
      const wish = { format: 'revision', candidates: 'no', ...(document !== undefined && { document }) } as const;
      const { body } = await transfers.exportProject(projectId, wish);
      try {
        await writeFile(resolve(terminal.folder, out), body);
      } catch (error) {
        throw fileError(error, out, 'read-only-database');
      }
    });
    return 0;
  },
};

/** @throws CalqueError `usage` */
function identity(text: string, option: string): number {
  const id = Number(text);
  if (/^\d{1,15}$/.test(text) && id > 0) return id;
  throw new CalqueError('usage', `${option} takes a number, as in the address of the page.`, { where: option });
}

function readable({ changed, unchanged, conflicts, refused }: RevisionReport, name: string): readonly string[] {
  return [
    `${changed.length} segments have the reviser’s text now, ${unchanged} as before.`,
    ...conflicts.map(
      ({ number, revised, present }) =>
        `segment ${number}: changed here too; the reviser: ${revised} – here: ${present}`,
    ),
    ...refused.map(({ row, reason }) => `${name}, row ${row}: not taken: ${reason}`),
  ];
}
