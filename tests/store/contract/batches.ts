import { describe, expect, it } from 'vitest';
import type { BatchStep } from '../../../memory/model/batch.ts';
import type { MemoryId, TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, nth, rejection, unit } from './samples.ts';

/** @param apart whether units may lie in different databases, where one cannot take the places of another */
export function batchContract(open: OpenStore, apart: boolean): void {
  describe('a batch of changes', () => {
    it('changes units, each with a version in its history, and takes all of it back', async () => {
      const { store, memoryId, ids } = await fill(open);
      const [first = 0, second = 0] = ids;
      const { id } = await store.openBatch({ memoryId, kind: 'replace', about: { find: 'Un' } }, actor(1, 'editor'));
      const outcome = await store.changeUnits(
        id,
        [flag(first), { does: 'delete', id: second, version: 1 }],
        'refuse',
        actor(2),
      );
      expect(outcome).toEqual({ changed: 2, refused: [] });
      expect(await store.getUnit(first)).toMatchObject({ unit: { version: 2, flagged: true } });
      await rejection(store.getUnit(second), 'not-found');
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 2 });
      expect(await store.getBatch(id)).toEqual({
        ...{ id, memoryId, kind: 'replace', about: { find: 'Un' } },
        ...{ createdAt: at(1), createdBy: 'editor', units: 2, undone: 0, kept: 0 },
      });

      expect(await store.undoBatch(id, 1, actor(3, 'undoer'))).toMatchObject({ undone: 1, kept: 0 });
      expect(await store.undoBatch(id, 10, actor(4))).toMatchObject({ undone: 2, undoneAt: at(3), undoneBy: 'undoer' });
      expect(await textsOf(store, memoryId)).toEqual(['Un. One.', 'Deux. Two.', 'Trois. Three.']);
      expect(await store.getUnit(first)).not.toHaveProperty('unit.flagged');
      expect((await store.unitHistory(first)).map(({ action, flagged }) => [action, flagged])).toEqual([
        ['create', undefined],
        ['change', true],
        ['undo', undefined],
      ]);
      expect(await store.undoBatch(id, 10, actor(5))).toMatchObject({ undone: 2, kept: 0 });
    });

    it('takes a unit once, so that work which was cut off can be done again', async () => {
      const { store, memoryId, ids } = await fill(open);
      const { id } = await store.openBatch({ memoryId, kind: 'replace', about: {} }, actor());
      const double = async (unitId: UnitId): Promise<BatchStep> => {
        const { unit: now } = await store.getUnit(unitId);
        const fr = { language: 'fr', content: [`${now.fr.content.join('')} !`] } as const;
        return { does: 'change', id: unitId, version: now.version, change: { fr } };
      };
      await store.changeUnits(id, [await double(nth(ids, 0))], 'pass', actor());
      const again = await Promise.all(ids.map(double));
      expect(await store.changeUnits(id, again, 'pass', actor())).toMatchObject({ changed: 2 });
      expect(await textsOf(store, memoryId)).toEqual(['Un. ! One.', 'Deux. ! Two.', 'Trois. ! Three.']);
    });

    it('passes over what was changed meanwhile, or refuses all of it with the present state', async () => {
      const { store, memoryId, ids } = await fill(open);
      const [first = 0, second = 0] = ids;
      const present = await store.changeUnit(first, 1, { note: 'vu' }, actor());
      const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
      const steps = [flag(second), flag(first), flag(999)];
      const conflict = await rejection(store.changeUnits(id, steps, 'refuse', actor()), 'version-conflict');
      expect(conflict.details.current).toEqual(present);
      expect(await store.getBatch(id)).toMatchObject({ units: 0 });
      const outcome = await store.changeUnits(id, steps, 'pass', actor());
      expect(outcome.changed).toBe(1);
      expect(outcome.refused.map(({ id: refused, code }) => [refused, code])).toEqual([
        [first, 'version-conflict'],
        [999, 'not-found'],
      ]);
    });

    it('keeps what was changed since when it is taken back', async () => {
      const { store, memoryId, ids } = await fill(open);
      const [first = 0, second = 0] = ids;
      const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
      await store.changeUnits(id, [flag(first), flag(second)], 'refuse', actor());
      await store.changeUnit(second, 2, { note: 'mine' }, actor());
      expect(await store.undoBatch(id, 10, actor())).toMatchObject({ units: 2, undone: 1, kept: 1 });
      expect((await store.getUnit(second)).unit).toMatchObject({ note: 'mine', flagged: true });
    });

    if (!apart) {
      it('merges units into one that stands wherever they stood, and parts them again', async () => {
        const store = await open();
        const { id: memoryId } = await makeMemory(store);
        const add = (provenance: object, pairs: readonly [string, string][]) =>
          store.addDocument(memoryId, { provenance, units: pairs.map(([fr, en]) => unit(fr, en)) }, actor());
        const one = await add({ title: 'A' }, [['Oui.', 'Yes.']]);
        const two = await add({ title: 'B' }, [
          ['oui', 'yes'],
          ['Non.', 'No.'],
        ]);
        const [keeper = 0] = one.unitIds;
        const [twin = 0, no = 0] = two.unitIds;
        const before = await store.getUnit(twin);
        const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
        await store.changeUnits(id, [{ does: 'merge', id: twin, version: 1, into: keeper }], 'refuse', actor());
        await rejection(store.getUnit(twin), 'not-found');
        expect((await store.getUnit(keeper)).unit.occurrences).toMatchObject([
          { documentId: one.documentId, position: 0 },
          { documentId: two.documentId, position: 0, nextUnitId: no },
        ]);
        await store.undoBatch(id, 10, actor(1));
        expect(await store.getUnit(twin)).toEqual({
          ...before,
          unit: { ...before.unit, version: 3, changedAt: at(1) },
        });
        expect((await store.getUnit(keeper)).unit.occurrences).toHaveLength(1);
        expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 3 });
      });
    }

    it('gives a merged unit its places back when it alone is taken back', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const units = [unit('Oui.', 'Yes.'), unit('oui', 'yes')];
      const { unitIds } = await store.addDocument(memoryId, { provenance: {}, units }, actor());
      const [keeper = 0, twin = 0] = unitIds;
      const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
      await store.changeUnits(id, [{ does: 'merge', id: twin, version: 1, into: keeper }], 'refuse', actor());
      await store.undoUnit(twin, actor());
      expect((await store.getUnit(twin)).places).toMatchObject([{ position: 1, previous: { fr: 'Oui.' } }]);
      expect(await store.undoBatch(id, 10, actor())).toMatchObject({ undone: 0, kept: 1 });
    });

    it('merges a unit that would say what another says', async () => {
      const { store, memoryId, ids } = await fill(open);
      const [first = 0, second = 0] = ids;
      const change = {
        fr: { language: 'fr', content: ['Un.'] },
        en: { language: 'en', content: ['One.'] },
      } as const;
      const { id } = await store.openBatch({ memoryId, kind: 'replace', about: {} }, actor());
      const steps: BatchStep[] = [{ does: 'change', id: second, version: 1, change }];
      expect(await store.changeUnits(id, steps, 'pass', actor())).toEqual({ changed: 1, refused: [] });
      expect(await textsOf(store, memoryId)).toEqual(['Un. One.', 'Trois. Three.']);
      expect((await store.getUnit(first)).unit.version).toBe(1);
      await store.undoBatch(id, 10, actor());
      expect(await textsOf(store, memoryId)).toEqual(['Un. One.', 'Deux. Two.', 'Trois. Three.']);
    });

    it('takes units of another memory with their documents, and takes them out again', async () => {
      const { store, memoryId, ids } = await fill(open);
      const { id: master } = await store.createMemory({ name: 'Master' }, actor());
      const held = (await store.addUnits(master, [unit('Un.', 'One.', { status: 'draft' })], actor())).unitIds[0] ?? 0;
      const { id } = await store.openBatch({ memoryId: master, kind: 'promote', about: {} }, actor());
      const steps = await Promise.all(ids.map((from) => addition(store, from)));
      expect(await store.changeUnits(id, steps, 'pass', actor())).toMatchObject({ changed: 3 });
      expect(await textsOf(store, master)).toEqual(['Un. One.', 'Deux. Two.', 'Trois. Three.']);
      expect((await store.getUnit(held)).unit).toMatchObject({ status: 'confirmed', version: 2 });
      const [document] = (await store.listDocuments(master, { limit: 5 })).items;
      expect(document).toMatchObject({ provenance: { title: 'Numbers' }, unitCount: 3 });
      expect(await store.changeUnits(id, steps, 'pass', actor())).toMatchObject({ changed: 0 });

      await store.undoBatch(id, 10, actor());
      expect(await textsOf(store, master)).toEqual(['Un. One.']);
      expect((await store.getUnit(held)).unit).toMatchObject({ status: 'draft' });
      expect(await textsOf(store, memoryId)).toHaveLength(3);
    });

    it('leaves a read-only memory alone, and units of other memories', async () => {
      const { store, memoryId, ids } = await fill(open);
      const { id: other } = await store.createMemory({ name: 'Other' }, actor());
      const { id: wrong } = await store.openBatch({ memoryId: other, kind: 'repair', about: {} }, actor());
      await rejection(store.changeUnits(wrong, [flag(nth(ids, 0))], 'refuse', actor()), 'not-found');
      const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
      await store.changeUnits(id, [flag(nth(ids, 0))], 'refuse', actor());
      await store.changeMemory(memoryId, { readOnly: true });
      await rejection(store.openBatch({ memoryId, kind: 'repair', about: {} }, actor()), 'read-only-memory');
      await rejection(store.changeUnits(id, [flag(nth(ids, 1))], 'pass', actor()), 'read-only-memory');
      await rejection(store.undoBatch(id, 10, actor()), 'read-only-memory');
      await rejection(store.getBatch(99), 'not-found');
    });

    it('is listed with its memory once it took a unit, newest first', async () => {
      const { store, memoryId, ids } = await fill(open);
      const make = async (steps: readonly BatchStep[]) => {
        const { id } = await store.openBatch({ memoryId, kind: 'repair', about: {} }, actor());
        await store.changeUnits(id, steps, 'refuse', actor());
        return id;
      };
      const made = [await make([flag(nth(ids, 0))]), await make([flag(nth(ids, 1))]), await make([])];
      const first = await store.listBatches(memoryId, { limit: 1 });
      expect(first.items.map(({ id }) => id)).toEqual([made[1]]);
      const second = await store.listBatches(memoryId, { limit: 1, ...(first.next && { cursor: first.next }) });
      expect(second.items.map(({ id }) => id)).toEqual([made[0]]);
      expect(second).not.toHaveProperty('next');
    });
  });
}

async function fill(open: OpenStore) {
  const store = await open();
  const { id: memoryId } = await makeMemory(store);
  const units = [unit('Un.', 'One.'), unit('Deux.', 'Two.'), unit('Trois.', 'Three.')];
  const { unitIds: ids } = await store.addDocument(memoryId, { provenance: { title: 'Numbers' }, units }, actor());
  return { store, memoryId, ids };
}

function flag(id: UnitId): BatchStep {
  return { does: 'change', id, version: 1, change: { flagged: true } };
}

async function addition(store: Store, from: UnitId): Promise<BatchStep> {
  const { fr, en, origin, status } = (await store.getUnit(from)).unit;
  return { does: 'add', from, unit: { fr, en, origin, status } };
}

async function textsOf(store: Store, memoryId: MemoryId): Promise<string[]> {
  const { items } = await store.listUnits({ memoryId }, { limit: 50 });
  return items.map(({ fr, en }: TranslationUnit) => `${fr.content.join('')} ${en.content.join('')}`);
}
