import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MemoryId, UnitId } from '../../../memory/model/unit.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, rejection, unit } from './samples.ts';

export function historyContract(open: OpenStore): void {
  describe('the history of a unit', () => {
    it('changes what is named, and keeps the state before', async () => {
      const store = await open();
      const { unitId } = await makeUnit(store);
      const fr = { language: 'fr-CA', content: ['Ouais.'] } as const;
      const changed = await store.changeUnit(unitId, 1, { fr, status: 'reviewed' }, actor(1, 'reviewer'));
      expect(changed).toMatchObject({
        version: 2,
        fr,
        en: { content: ['Yes.'] },
        status: 'reviewed',
        createdAt: at(0),
        createdBy: 'translator',
        changedAt: at(1),
        changedBy: 'reviewer',
      });
      expect((await store.getUnit(unitId)).unit).toEqual(changed);
      const [before, now, ...rest] = await store.unitHistory(unitId);
      expect(rest).toEqual([]);
      expect(before).toEqual({
        version: 1,
        action: 'create',
        at: at(0),
        by: 'translator',
        fr: { language: 'fr', content: ['Oui.'] },
        en: { language: 'en', content: ['Yes.'] },
        status: 'confirmed',
      });
      expect(now).toMatchObject({ version: 2, action: 'change', at: at(1), by: 'reviewer', fr });
    });

    it('makes no version of a change that changes nothing', async () => {
      const store = await open();
      const { unitId } = await makeUnit(store);
      const same = { fr: { language: 'fr', content: ['Ou', 'i.'] }, status: 'confirmed', note: '' } as const;
      expect(await store.changeUnit(unitId, 1, same, actor(5))).toMatchObject({ version: 1, changedAt: at(0) });
      expect(await store.unitHistory(unitId)).toHaveLength(1);
    });

    it('takes a note and takes it away', async () => {
      const store = await open();
      const { unitId } = await makeUnit(store);
      expect(await store.changeUnit(unitId, 1, { note: 'vu' }, actor())).toMatchObject({ note: 'vu' });
      expect(await store.changeUnit(unitId, 2, { note: '' }, actor())).not.toHaveProperty('note');
    });

    it('refuses a change made on another version, and gives the present state', async () => {
      const store = await open();
      const { unitId } = await makeUnit(store);
      const present = await store.changeUnit(unitId, 1, { note: 'vu' }, actor());
      for (const version of [1, 3, 0, Number.NaN]) {
        const conflict = await rejection(store.changeUnit(unitId, version, { note: 'x' }, actor()), 'version-conflict');
        expect(conflict.details.current).toEqual(present);
        await rejection(store.deleteUnit(unitId, version, actor()), 'version-conflict');
      }
      expect(await store.unitHistory(unitId)).toHaveLength(2);
    });

    it('refuses an empty side, and a pair that another unit says', async () => {
      const store = await open();
      const { memoryId, unitId } = await makeUnit(store);
      const [other = 0] = (await store.addUnits(memoryId, [unit('Oui.', 'Indeed.')], actor())).unitIds;
      const en = { language: 'en', content: ['Yes.'] } as const;
      await rejection(store.changeUnit(other, 1, { en }, actor()), 'already-exists');
      await rejection(store.changeUnit(other, 1, { en: { language: 'en', content: [] } }, actor()), 'empty-text');
      await store.deleteUnit(unitId, 1, actor());
      expect(await store.changeUnit(other, 1, { en }, actor())).toMatchObject({ version: 2 });
      await rejection(store.undoUnit(unitId, actor()), 'already-exists');
    });

    it('undoes change after change, and then has nothing to undo', async () => {
      const store = await open();
      const { unitId } = await makeUnit(store);
      await rejection(store.undoUnit(unitId, actor()), 'nothing-to-undo');
      await store.changeUnit(unitId, 1, { note: 'a' }, actor());
      await store.changeUnit(unitId, 2, { note: 'b' }, actor());
      expect(await store.undoUnit(unitId, actor(3, 'undoer'))).toMatchObject({ note: 'a', version: 4 });
      await store.changeUnit(unitId, 4, { note: 'c' }, actor());
      expect(await store.undoUnit(unitId, actor())).toMatchObject({ note: 'a', version: 6 });
      expect(await store.undoUnit(unitId, actor())).not.toHaveProperty('note');
      await rejection(store.undoUnit(unitId, actor()), 'nothing-to-undo');
      expect((await store.unitHistory(unitId)).map(({ version, action }) => `${version} ${action}`)).toEqual([
        '1 create',
        '2 change',
        '3 change',
        '4 undo',
        '5 change',
        '6 undo',
        '7 undo',
      ]);
    });

    it('deletes a unit, keeps its history, and brings it back with its places', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const units = [unit('Un.', 'One.'), unit('Deux.', 'Two.', { note: 'vu' })];
      const { unitIds, documentId } = await store.addDocument(memoryId, { provenance: {}, units }, actor());
      const [first = 0, second = 0] = unitIds;
      const whole = await store.getUnit(second);
      await store.deleteUnit(second, 1, actor(1, 'deleter'));

      await rejection(store.getUnit(second), 'not-found');
      await rejection(store.changeUnit(second, 2, { note: 'x' }, actor()), 'not-found');
      await rejection(store.deleteUnit(second, 2, actor()), 'not-found');
      await rejection(store.markUsed(second, at(1)), 'not-found');
      expect((await store.listUnits({ memoryId }, { limit: 5 })).items.map((item) => item.id)).toEqual([first]);
      expect((await store.getUnit(first)).places).toEqual([{ documentId, position: 0, provenance: {} }]);
      expect((await store.getUnit(first)).unit.occurrences).toEqual([{ documentId, position: 0 }]);
      expect(await store.documentUnits(documentId ?? 0)).toHaveLength(1);
      expect(await store.getDocument(documentId ?? 0)).toMatchObject({ unitCount: 1 });
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 1 });
      expect((await store.unitHistory(second)).at(-1)).toMatchObject({ action: 'delete', by: 'deleter', note: 'vu' });

      const back = await store.undoUnit(second, actor(2));
      expect(back).toEqual({ ...whole.unit, version: 3, changedAt: at(2), changedBy: 'translator' });
      expect(await store.getUnit(second)).toEqual({ ...whole, unit: back });
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 2 });
      await rejection(store.undoUnit(second, actor()), 'nothing-to-undo');
    });

    it('stores a deleted pair anew when it comes again', async () => {
      const store = await open();
      const { memoryId, unitId } = await makeUnit(store);
      await store.deleteUnit(unitId, 1, actor());
      const again = await store.addUnits(memoryId, [unit('Oui.', 'Yes.')], actor());
      expect(again).toMatchObject({ added: 1, merged: 0 });
      expect(again.unitIds[0]).toBeGreaterThan(unitId);
    });

    it('answers not-found for units that never were', async () => {
      const store = await open();
      for (const id of [0, -5, 1.5, 12]) {
        await rejection(store.getUnit(id), 'not-found');
        await rejection(store.changeUnit(id, 1, {}, actor()), 'not-found');
        await rejection(store.deleteUnit(id, 1, actor()), 'not-found');
        await rejection(store.undoUnit(id, actor()), 'not-found');
        await rejection(store.unitHistory(id), 'not-found');
      }
    });

    it('undoes any course of changes like an editor does', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const step = fc.oneof(
        fc.record({ note: fc.string() }),
        fc.constant('undo' as const),
        fc.constant('delete' as const),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          run += 1;
          const [id = 0] = (await store.addUnits(memoryId, [unit(`Essai ${run}.`, 'Try.')], actor())).unitIds;
          // What the unit would be after each undo: its notes so far, `undefined` where it is deleted.
          const stack: (string | undefined)[] = [''];
          let version = 1;
          for (const one of steps) version = await take(store, id, version, one, stack);
          const history = await store.unitHistory(id);
          expect(history.map((revision) => revision.version)).toEqual(
            Array.from({ length: version }, (_, index) => index + 1),
          );
        }),
        { numRuns: 40 },
      );
    });
  });
}

/** @param version of the unit as it is @returns that which it has then */
async function take(
  store: Store,
  id: UnitId,
  version: number,
  step: 'undo' | 'delete' | { readonly note: string },
  stack: (string | undefined)[],
): Promise<number> {
  const present = stack.at(-1);
  if (step === 'undo') {
    if (stack.length === 1) {
      await rejection(store.undoUnit(id, actor()), 'nothing-to-undo');
      return version;
    }
    stack.pop();
    const undone = await store.undoUnit(id, actor());
    expect(undone.note ?? '').toBe(stack.at(-1));
    return undone.version;
  }
  if (present === undefined) {
    await rejection(store.changeUnit(id, version, {}, actor()), 'not-found');
    return version;
  }
  if (step === 'delete') {
    await store.deleteUnit(id, version, actor());
    stack.push(undefined);
    return version + 1;
  }
  const changed = await store.changeUnit(id, version, step, actor());
  expect(changed.note ?? '').toBe(step.note);
  if (step.note !== present) stack.push(step.note);
  return changed.version;
}

async function makeUnit(store: Store): Promise<{ readonly memoryId: MemoryId; readonly unitId: UnitId }> {
  const { id: memoryId } = await makeMemory(store);
  const [unitId = 0] = (await store.addUnits(memoryId, [unit('Oui.', 'Yes.')], actor())).unitIds;
  return { memoryId, unitId };
}
