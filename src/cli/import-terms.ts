import { parseTermColumns } from '../../memory/formats/tables/term-columns.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { ImportMode } from '../services/imports/arrival.ts';
import { termFormatOf } from '../services/imports/read-terms.ts';
import type { ImportSource } from '../services/imports/source.ts';
import type { TermImportReport } from '../services/imports/term-imports.ts';
import type { Program, Terminal } from './command.ts';
import { writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { progressBar } from './progress.ts';
import { refusedLines } from './refused.ts';

interface TermsWanted {
  readonly source: ImportSource;
  readonly columns: string | undefined;
  readonly termbase: string;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly json: boolean;
}

/** `calque import` of a file of terms, into a termbase. */
export async function importTermFile(
  { source, columns: stated, termbase, mode, dryRun, json }: TermsWanted,
  terminal: Terminal,
  program: Program,
): Promise<void> {
  const format = termFormatOf(source.name);
  const columns = stated === undefined ? {} : { columns: parseTermColumns(stated, '--columns') };
  await withInstallation(terminal, program, async ({ termImports }) => {
    const { report, end } = progressBar(terminal, 'entries', false);
    try {
      const wish = { source, format, ...columns, termbase, mode, dryRun };
      const done = await termImports.run(wish, actorAt(Date.now, LOCAL_PERSON), report);
      end();
      if (json) writeLine(terminal.stdout, JSON.stringify(done));
      else for (const line of readable(done, source.name, termbase)) writeLine(terminal.stdout, line);
    } finally {
      end();
    }
  });
}

function readable(report: TermImportReport, name: string, termbase: string): readonly string[] {
  const { dryRun, added, merged, skipped, overwritten, refused, refusedCount } = report;
  const would = (done: string, doing: string) => (dryRun ? doing : done);
  return [
    `${added} entries ${would('added', 'would be added')} to the termbase “${termbase}”, ${merged} it ${would('held', 'holds')} already.`,
    ...(skipped > 0 ? [`${skipped} left out for what it has of the same terms.`] : []),
    ...(overwritten > 0 ? [`${overwritten} ${would('given', 'would be given')} the newer version.`] : []),
    ...refusedLines(name, refused, refusedCount),
  ];
}
