import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, makeWork, nth, segment, unit } from './samples.ts';

const HUMAN = { kind: 'human' } as const;
/** An hour after everything else, which the clock was set back from. */
const AHEAD = 60;

export function clockContract(open: OpenStore): void {
  describe('a clock that was set back', () => {
    it('changes neither the order of a unit’s states nor what an undo brings back', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const [id = 0] = (await store.addUnits(memoryId, [unit('Oui.', 'Yes.')], actor(AHEAD))).unitIds;
      const first = await store.changeUnit(id, 1, { note: 'one' }, actor(AHEAD + 1));
      const second = await store.changeUnit(id, first.version, { note: 'two' }, actor(1));
      expect(second).toMatchObject({ version: 3, note: 'two', changedAt: at(1) });
      expect(await store.undoUnit(id, actor(2))).toMatchObject({ version: 4, note: 'one' });
      expect((await store.unitHistory(id)).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
      await store.deleteUnit(id, 4, actor(0));
      expect(await store.undoUnit(id, actor(0))).toMatchObject({ note: 'one' });
      expect((await store.checkIndex()).wrong).toEqual([]);
    });

    it('loses no confirmation, and tells of all in the order in which they came', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui.'), segment('Non.')]);
      for (const [index, minute] of [AHEAD, 1].entries()) {
        const { id } = nth(segments, index);
        await store.confirmSegment(id, 1, { target: [`Text ${index}.`], origin: HUMAN }, actor(minute));
      }
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 2 });
      const { id } = nth(segments, 0);
      await store.confirmSegment(id, 2, { target: ['Yes.'], origin: HUMAN }, actor(2));
      expect(await store.getSegment(id)).toMatchObject({ version: 3, status: 'confirmed', target: ['Yes.'] });
      const { events } = await store.eventsSince(0, 9);
      expect(events.map((event) => event.at)).toEqual([at(AHEAD), at(1), at(2)]);
    });
  });
}
