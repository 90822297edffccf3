import { z } from 'zod';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { filterOf, replacementFields } from '../contract/management.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { Replacement, ReplacementHit } from '../services/management/replacement.ts';
import { previewReplacement } from '../services/management/replacement.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { parseOptions } from './options.ts';
import { memoryIn, readUnitFilters, UNIT_OPTIONS, UNIT_USAGE, unitFilters } from './unit-options.ts';
import { doWork } from './work.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = { memory: text, side: text, 'ignore-case': flag, 'whole-words': flag, yes: flag, json: flag } as const;
/** Units that are shown at most before anything is done. */
const SHOWN = 50;

export const replaceCommand: Command = {
  summary:
    'Shows what replacing a text across a memory would change; with --yes it is done, as one change that `undo` takes back',
  usage: `replace FIND REPLACEMENT --memory NAME [--side fr|en|both] [--ignore-case] [--whole-words] ${UNIT_USAGE} [--yes] [--json]`,
  async run(args, terminal, program) {
    const { values, positionals } = readArguments(args, { ...OPTIONS, ...UNIT_OPTIONS });
    const wanted = replacementIn(positionals, values);
    const filters = unitFilters(values);
    const json = values.json === true;
    const say = (line: string): void => writeLine(terminal.stdout, line);
    await withInstallation(terminal, program, async (installation) => {
      const { store } = installation;
      const memory = await memoryIn(store, values.memory, '--memory');
      if (values.yes !== true) {
        const filter = { ...filterOf(readUnitFilters(filters)), memoryId: memory.id };
        const { items, next } = await previewReplacement(store, filter, asServices(wanted), { limit: SHOWN });
        if (json) return say(JSON.stringify({ items, ...(next !== undefined && { next }) }));
        for (const line of items.flatMap(readable)) say(line);
        const more = next === undefined ? '' : ', and there may be more';
        return say(`${items.length} units would change${more}. With --yes they do.`);
      }
      const { find, replacement, side } = wanted;
      const about = { find, replacement, side };
      const actor = actorAt(Date.now, LOCAL_PERSON);
      const { id: batch } = await store.openBatch({ memoryId: memory.id, kind: 'replace', about }, actor);
      const input = { memory: memory.id, batch, ...wanted, ...filters };
      const done = await doWork('replace', input, installation, { terminal, what: 'units', json });
      if (json) return say(JSON.stringify(done));
      say(`${done.changed} units were changed. \`calque undo ${batch}\` takes it back.`);
      for (const { id, message } of done.refused) say(`unit ${id} was not: ${message}`);
    });
    return 0;
  },
};

type Wanted = z.output<z.ZodObject<typeof replacementFields>>;

function replacementIn(positionals: readonly string[], values: Readonly<Record<string, unknown>>): Wanted {
  const [find, replacement, ...more] = positionals;
  if (find === undefined || replacement === undefined || more.length > 0) {
    throw new CalqueError('usage', 'FIND and REPLACEMENT are taken, and nothing else.');
  }
  return parseOptions(
    z.object(replacementFields),
    {
      find,
      replacement,
      ...(values['side'] !== undefined && { side: values['side'] }),
      matchCase: values['ignore-case'] === true ? 'no' : 'yes',
      wholeWords: values['whole-words'] === true ? 'yes' : 'no',
    },
    { find: 'FIND', replacement: 'REPLACEMENT' },
  );
}

function asServices({ matchCase, wholeWords, ...same }: Wanted): Replacement {
  return { ...same, matchCase: matchCase === 'yes', wholeWords: wholeWords === 'yes' };
}

function readable({ unitId, sides, empties }: ReplacementHit): readonly string[] {
  return sides.flatMap(({ language, before, after }) => [
    `unit ${unitId} ${language} - ${contentText(before)}`,
    `unit ${unitId} ${language} + ${contentText(after)}${empties ? ' (left as it is: the side would be empty)' : ''}`,
  ]);
}
