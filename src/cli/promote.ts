import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { filterOf } from '../contract/management.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { Compared, PromotionMode } from '../services/management/promotion.ts';
import { comparePromotion, PROMOTION_MODES } from '../services/management/promotion.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { withInstallation } from './installation.ts';
import { memoryIn, readUnitFilters, UNIT_OPTIONS, UNIT_USAGE, unitFilters } from './unit-options.ts';
import { doWork } from './work.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const OPTIONS = { memory: text, into: text, mode: text, yes: flag, json: flag } as const;
const SHOWN = 50;

export const promoteCommand: Command = {
  summary:
    'Shows how the units of a memory differ from another that they are to go to; with --yes they go, as one change that `undo` takes back; where the other has the same text with another translation, both are kept (add), this one takes its place (replace), or it stays as it is (skip)',
  usage: `promote --memory NAME --into NAME [--mode add|replace|skip] ${UNIT_USAGE} [--yes] [--json]`,
  async run(args, terminal, program) {
    const { values } = readArguments(args, { ...OPTIONS, ...UNIT_OPTIONS });
    const mode = modeIn(values.mode ?? 'add');
    const filters = unitFilters(values);
    const json = values.json === true;
    const say = (line: string): void => writeLine(terminal.stdout, line);
    await withInstallation(terminal, program, async (installation) => {
      const { store, retrieval } = installation;
      const memory = await memoryIn(store, values.memory, '--memory');
      const master = await memoryIn(store, values.into, '--into');
      if (memory.id === master.id) {
        throw new CalqueError('usage', 'A memory is not promoted into itself.', { where: '--into' });
      }
      if (values.yes !== true) {
        const filter = { ...filterOf(readUnitFilters(filters)), memoryId: memory.id };
        const { items, next } = await comparePromotion(store, retrieval, filter, master.id, { limit: SHOWN });
        if (json) return say(JSON.stringify({ items, ...(next !== undefined && { next }) }));
        for (const line of items.flatMap(readable)) say(line);
        return say(
          `${items.length} units${next === undefined ? '' : ', and more'}. With --yes they go to “${master.name}”.`,
        );
      }
      const about = { from: memory.name, mode };
      const actor = actorAt(Date.now, LOCAL_PERSON);
      const { id: batch } = await store.openBatch({ memoryId: master.id, kind: 'promote', about }, actor);
      const input = { memory: memory.id, batch, mode, ...filters };
      const done = await doWork('promote', input, installation, { terminal, what: 'units', json });
      if (json) return say(JSON.stringify(done));
      say(`${done.changed} units went to “${master.name}”, ${done.same} it had, ${done.skipped} were left out.`);
      say(`\`calque undo ${batch}\` takes it back.`);
    });
    return 0;
  },
};

function modeIn(text: string): PromotionMode {
  const mode = PROMOTION_MODES.find((one) => one === text);
  if (mode !== undefined) return mode;
  throw new CalqueError('usage', `--mode is one of ${PROMOTION_MODES.join(', ')}.`, { where: '--mode' });
}

function readable({ unit, standing, present }: Compared): readonly string[] {
  const sides = `${contentText(unit.fr.content)} | ${contentText(unit.en.content)}`;
  const others = standing === 'differs' ? present.map(({ id, target }) => `\tunit ${id}: ${contentText(target)}`) : [];
  return [`${standing}\tunit ${unit.id}: ${sides}`, ...others];
}
