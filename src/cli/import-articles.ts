import { resolve } from 'node:path';
import type { ImportedArticles, PairOutcome } from '../services/article-batches.ts';
import { HOUSE_MEMORY } from '../services/memories.ts';
import type { Command } from './command.ts';
import { onlyArgument, readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { doWork } from './work.ts';

export const importArticlesCommand: Command = {
  summary:
    'Imports all the articles of a folder or ZIP archive, paired by their names (port.fr.html and port.en.docx, fr/port.txt and en/port.txt), or those that a table lists (columns fr, en, title, publication, url, date, author, translator, rights)',
  usage: 'import-articles FOLDER|FILE.zip|PAIRS.csv [--memory NAME] [--json]',
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, { memory: { type: 'string' }, json: { type: 'boolean' } });
    const path = resolve(terminal.folder, onlyArgument(positionals, 'FOLDER, FILE.zip or PAIRS.csv'));
    const json = values.json === true;
    return withInstallation(terminal, program, async (installation) => {
      const input = { path, memory: values.memory ?? HOUSE_MEMORY };
      const done = await doWork('import-articles', input, installation, { terminal, what: 'articles', json });
      if (json) writeLine(terminal.stdout, JSON.stringify(done));
      else for (const line of report(done)) writeLine(terminal.stdout, line);
      return done.outcomes.some(({ outcome }) => outcome === 'refused') ? 1 : 0;
    });
  },
};

function report({ memory, outcomes }: ImportedArticles): readonly string[] {
  const count = (kind: PairOutcome['outcome']) => outcomes.filter(({ outcome }) => outcome === kind).length;
  return [
    ...outcomes.flatMap(outcomeLines),
    `Articles taken into the memory “${memory}”: ${count('taken')}; already there: ${count('known')}; refused: ${count('refused')}.`,
  ];
}

function outcomeLines(outcome: PairOutcome): readonly string[] {
  if (outcome.outcome === 'refused') return [`${outcome.name}: refused: ${outcome.message}`];
  const { name, added, merged, alone, leftOut, warnings } = outcome;
  const units = `${added} units added, ${merged} held already, ${alone} sentences without a partner, ${leftOut} beads left out`;
  return [`${name}: ${units}`, ...warnings.map(({ message }) => `  ${message}`)];
}
