import { readFile, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { name } from '../../contract/values.ts';
import { fileError } from '../../files.ts';
import type { BatchPlan, ImportedArticles, PairOutcome } from '../../services/article-batches.ts';
import { importPlanned, planBatch } from '../../services/article-batches.ts';
import { actorAt } from '../../services/clock.ts';
import { archiveSource, folderSource, type PairSource } from '../../services/pair-sources.ts';
import type { JobParts } from '../kind.ts';
import { kindOf } from '../kind.ts';

/** Milliseconds between two notes of what is done, so that thousands of pairs are not written down thousands of times. */
const NOTE_PAUSE = 1_000;

const input = z.union([
  z.strictObject({ file: z.string(), name: z.string(), memory: name }).describe('A spooled ZIP archive'),
  z
    .strictObject({ path: z.string(), memory: name })
    .describe('On the command line: a folder, archive or table of pairs'),
]);

/**
 * Imports the articles of an archive or folder, each pair in a transaction of its own. Begun again, it goes on after the
 * last pair that it kept; one imported since then is found again and counts as known.
 * @returns what became of each pair; kept also where it is cancelled or fails
 */
export const importArticles = kindOf({
  kind: 'import-articles',
  input,
  files: (given) => ('file' in given ? [given.file] : []),
  async run(given, parts, { by, report, keep, kept }) {
    const { source, plan } = await open(given, parts);
    const outcomes: PairOutcome[] = [...((kept as ImportedArticles | undefined)?.outcomes ?? [])];
    const result = (): ImportedArticles => ({ memory: given.memory, outcomes: [...outcomes] });
    let noted = Date.now();
    try {
      report(outcomes.length, plan.pairs.length);
      for (const pair of plan.pairs.slice(outcomes.length)) {
        outcomes.push(await importPlanned(pair, source, given.memory, parts.articles, actorAt(Date.now, by)));
        if (Date.now() - noted >= NOTE_PAUSE) {
          keep(result());
          noted = Date.now();
        }
        report(outcomes.length, plan.pairs.length);
      }
    } catch (error) {
      keep(result());
      throw error;
    }
    outcomes.push(...plan.refused);
    return result();
  },
});

async function open(
  given: z.output<typeof input>,
  { spool }: JobParts,
): Promise<{ readonly source: PairSource; readonly plan: BatchPlan }> {
  if ('file' in given) return planned(archiveSource(await spool.read(given.file), given.name));
  const { path } = given;
  if (await isFolder(path)) return planned(await folderSource(path, path));
  if (!path.toLowerCase().endsWith('.zip'))
    return planned(await folderSource(dirname(path), dirname(path)), basename(path));
  try {
    return await planned(archiveSource(await readFile(path), path));
  } catch (error) {
    throw error instanceof CalqueError ? error : fileError(error, path);
  }
}

async function planned(source: PairSource, table?: string) {
  return { source, plan: await planBatch(source, table) };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw fileError(error, path);
  }
}
