import { CalqueError } from '../../memory/model/errors.ts';
import { terminalSentence } from '../files.ts';
import { VERSION } from '../version.ts';
import { adminCommand } from './admin.ts';
import { alignCommand } from './align.ts';
import { backupCommand } from './backup.ts';
import { checkCommand } from './check.ts';
import type { Command, Program, Terminal } from './command.ts';
import { writeLine } from './command.ts';
import { compactCommand } from './compact.ts';
import { concordanceCommand } from './concordance.ts';
import { exportCommand } from './export.ts';
import { extractTermsCommand } from './extract-terms.ts';
import { healthCommand } from './health.ts';
import { importCommand } from './import.ts';
import { importArticleCommand } from './import-article.ts';
import { importArticlesCommand } from './import-articles.ts';
import { lookupCommand } from './lookup.ts';
import { mcpCommand } from './mcp.ts';
import { memoriesCommand } from './memories.ts';
import { migrateCommand } from './migrate.ts';
import { migrateStoreCommand } from './migrate-store.ts';
import { pretranslateCommand } from './pretranslate.ts';
import { promoteCommand } from './promote.ts';
import { reindexCommand } from './reindex.ts';
import { replaceCommand } from './replace.ts';
import { restoreCommand } from './restore.ts';
import { revisionCommand } from './revision.ts';
import { segmentCommand } from './segment.ts';
import { serveCommand } from './serve.ts';
import { statsCommand } from './stats.ts';
import { trainCommand } from './train.ts';
import { undoCommand } from './undo.ts';
import { validateCommand } from './validate.ts';
import { validateIndexCommand } from './validate-index.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: serveCommand,
  'import-article': importArticleCommand,
  'import-articles': importArticlesCommand,
  import: importCommand,
  export: exportCommand,
  lookup: lookupCommand,
  mcp: mcpCommand,
  concordance: concordanceCommand,
  memories: memoriesCommand,
  health: healthCommand,
  replace: replaceCommand,
  promote: promoteCommand,
  undo: undoCommand,
  'extract-terms': extractTermsCommand,
  check: checkCommand,
  stats: statsCommand,
  backup: backupCommand,
  restore: restoreCommand,
  migrate: migrateCommand,
  'migrate-store': migrateStoreCommand,
  reindex: reindexCommand,
  compact: compactCommand,
  train: trainCommand,
  'validate-index': validateIndexCommand,
  align: alignCommand,
  pretranslate: pretranslateCommand,
  revision: revisionCommand,
  segment: segmentCommand,
  validate: validateCommand,
  admin: adminCommand,
};

/**
 * Runs one command.
 * @returns the exit status: 0 done, 1 failed, 2 used wrongly
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal, program: Program): Promise<number> {
  const [name = 'help', ...rest] = args;
  if (name === 'help' || name === '--help' || name === '-h') return answer(terminal, overview());
  if (name === '--version') return answer(terminal, VERSION);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command === undefined)
    return fail(terminal, new CalqueError('usage', `There is no command “${name}”. \`calque help\` lists them.`), rest);
  if (rest.includes('--help')) return answer(terminal, `calque ${command.usage}\n\n${command.summary}.`);
  try {
    return await command.run(rest, terminal, program);
  } catch (error) {
    return fail(terminal, error, rest, command);
  }
}

function answer({ stdout }: Terminal, text: string): number {
  writeLine(stdout, text);
  return 0;
}

/** Says on the error stream what went wrong: a sentence, or with `--json` one line of JSON. */
function fail({ stderr }: Terminal, error: unknown, args: readonly string[], command?: Command): number {
  const meant = error instanceof CalqueError ? error : undefined;
  const code = meant?.code ?? 'internal';
  const message = error instanceof Error ? error.message : String(error);
  if (args.includes('--json')) writeLine(stderr, JSON.stringify({ error: { code, message, ...meant?.details } }));
  else {
    writeLine(stderr, `calque: ${terminalSentence(error)}`);
    if (code === 'usage' && command) writeLine(stderr, `usage: calque ${command.usage}`);
  }
  return meant?.exit ?? 1;
}

function overview(): string {
  const commands = Object.values(COMMANDS).map(({ usage, summary }) => `  calque ${usage}\n      ${summary}.`);
  return ['Calque, a translation memory for French and English news.', '', ...commands, '', ENVIRONMENT].join('\n');
}

const ENVIRONMENT =
  'CALQUE_DATA names the folder of the database (default: data), CALQUE_DATABASE a PostgreSQL database to use in its place;\nPORT and HOST where `serve` listens; CALQUE_API_KEY the key that `mcp` acts under.';
