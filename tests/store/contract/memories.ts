import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, makeWork, nth, rejection, segment, THREE, unit } from './samples.ts';

export function memoryContract(open: OpenStore): void {
  describe('memories', () => {
    it('keeps what a memory is created with', async () => {
      const store = await open();
      const memory = await store.createMemory({ name: 'Presse', priority: 2, penalty: 5 }, actor(7));
      expect(memory).toEqual({
        id: memory.id,
        name: 'Presse',
        priority: 2,
        penalty: 5,
        readOnly: false,
        createdAt: at(7),
        unitCount: 0,
      });
      expect(await store.getMemory(memory.id)).toEqual(memory);
      expect(await store.findMemory('Presse')).toEqual(memory);
      expect(await store.findMemory('presse ')).toBeUndefined();
    });

    it('lists by priority, then name', async () => {
      const store = await open();
      for (const [name, priority] of [
        ['b', 0],
        ['a', 0],
        ['c', 9],
        ['d', -1],
      ] as const) {
        await store.createMemory({ name, priority }, actor());
      }
      expect((await store.listMemories()).map((memory) => memory.name)).toEqual(['c', 'a', 'b', 'd']);
    });

    it('changes what is named and leaves the rest', async () => {
      const store = await open();
      const { id } = await store.createMemory({ name: 'Presse', priority: 2 }, actor());
      expect(await store.changeMemory(id, { penalty: 30 })).toMatchObject({ name: 'Presse', priority: 2, penalty: 30 });
      expect(await store.changeMemory(id, { name: 'Agence', readOnly: true })).toMatchObject({
        name: 'Agence',
        readOnly: true,
        penalty: 30,
      });
      expect(await store.changeMemory(id, { name: 'Agence' })).toMatchObject({ name: 'Agence' });
    });

    it('refuses a name that is taken, blank or endless, and numbers out of range', async () => {
      const store = await open();
      await makeMemory(store, 'Presse');
      const { id } = await makeMemory(store, 'Agence');
      await rejection(makeMemory(store, 'Presse'), 'already-exists');
      await rejection(store.changeMemory(id, { name: 'Presse' }), 'already-exists');
      await rejection(makeMemory(store, ' \t'), 'bad-request');
      await rejection(makeMemory(store, 'x'.repeat(201)), 'bad-request');
      for (const penalty of [-1, 31, 1.5, Number.NaN]) {
        await rejection(store.createMemory({ name: 'x', penalty }, actor()), 'bad-request');
      }
      await rejection(store.changeMemory(id, { priority: 0.5 }), 'bad-request');
      await rejection(store.createMemory({ name: 'x' }, { by: 'x', at: 'yesterday' }), 'bad-request');
      expect(await store.listMemories()).toHaveLength(2);
    });

    it('answers not-found for ids that no memory has', async () => {
      const store = await open();
      for (const id of [0, -1, 1, 1.5, Number.NaN, 2 ** 53]) {
        await rejection(store.getMemory(id), 'not-found');
        await rejection(store.changeMemory(id, { penalty: 1 }), 'not-found');
        await rejection(store.deleteMemory(id), 'not-found');
        await rejection(store.addUnits(id, THREE, actor()), 'not-found');
      }
    });

    it('deletes a memory with all that is in it, and gives its ids to nothing else', async () => {
      const store = await open();
      const kept = await makeMemory(store, 'kept');
      await store.addUnits(kept.id, THREE, actor());
      const gone = await makeMemory(store, 'gone');
      const stored = await store.addDocument(gone.id, { provenance: { title: 'Procès' }, units: THREE }, actor());
      await store.deleteMemory(gone.id);

      await rejection(store.getMemory(gone.id), 'not-found');
      await rejection(store.getDocument(stored.documentId ?? 0), 'not-found');
      for (const id of stored.unitIds) await rejection(store.unitHistory(id), 'not-found');
      expect((await store.listUnits({}, { limit: 10 })).items).toHaveLength(3);

      const again = await makeMemory(store, 'gone');
      expect(again.id).toBeGreaterThan(gone.id);
      const anew = await store.addUnits(again.id, THREE, actor());
      expect(anew.unitIds.filter((id) => stored.unitIds.includes(id))).toEqual([]);
    });

    it('is emptied of so many units at a time, for good', async () => {
      const store = await open();
      const kept = await makeMemory(store, 'kept');
      const going = await makeMemory(store, 'going');
      const stored = await store.addDocument(going.id, { provenance: {}, units: THREE }, actor());
      await store.addUnits(kept.id, THREE, actor());
      await store.deleteUnit(nth(stored.unitIds, 0), 1, actor());
      expect(await store.emptyMemory(going.id, 2)).toBe(2);
      expect((await store.getMemory(going.id)).unitCount).toBe(1);
      await rejection(store.unitHistory(nth(stored.unitIds, 0)), 'not-found');
      expect(await store.emptyMemory(going.id, 2)).toBe(1);
      expect(await store.emptyMemory(going.id, 2)).toBe(0);
      expect((await store.getMemory(going.id)).unitCount).toBe(0);
      expect((await store.listUnits({ memoryId: kept.id }, { limit: 10 })).items).toHaveLength(3);
      expect((await store.checkIndex()).wrong).toEqual([]);
      await store.changeMemory(kept.id, { readOnly: true });
      await rejection(store.emptyMemory(kept.id, 1), 'read-only-memory');
      await rejection(store.emptyMemory(going.id, 0), 'bad-request');
    });

    it('leaves the projects and segments of a deleted memory as they are, without it', async () => {
      const store = await open();
      const { memory, project, segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      await store.confirmSegment(id, 1, { target: ['Hello.'], origin: { kind: 'human' } }, actor());
      await store.deleteMemory(memory.id);
      expect((await store.getProject(project.id)).memories).toEqual([]);
      const left = await store.getSegment(id);
      expect(left).toMatchObject({ status: 'confirmed', target: ['Hello.'] });
      expect(left.unitId).toBeUndefined();
    });

    it('lets nothing change in a read-only memory but whether it is', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const document = { provenance: {}, units: THREE };
      const { unitIds, documentId = 0 } = await store.addDocument(id, document, actor());
      const first = nth(unitIds, 0);
      await store.changeUnit(first, 1, { note: 'seen' }, actor());
      await store.changeMemory(id, { readOnly: true });

      await rejection(store.addUnits(id, [unit('Oui.', 'Yes.')], actor()), 'read-only-memory');
      await rejection(store.addDocument(id, document, actor()), 'read-only-memory');
      await rejection(store.changeUnit(first, 2, { note: '' }, actor()), 'read-only-memory');
      await rejection(store.deleteUnit(first, 2, actor()), 'read-only-memory');
      await rejection(store.undoUnit(first, actor()), 'read-only-memory');
      await rejection(store.changeDocument(documentId, { title: 'x' }), 'read-only-memory');
      await rejection(store.deleteMemory(id), 'read-only-memory');
      await store.markUsed(first, at(1));

      await store.changeMemory(id, { readOnly: false });
      expect(await store.undoUnit(first, actor())).toMatchObject({ version: 3, useCount: 1 });
    });

    it('counts every change of what a memory holds, and no other', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const seen = [await store.memoryRevision(id)];
      const count = async () => void seen.push(await store.memoryRevision(id));
      const { unitIds } = await store.addUnits(id, [unit('Oui.', 'Yes.')], actor());
      await count();
      const [unitId = 0] = unitIds;
      await store.changeUnit(unitId, 1, { note: 'certain' }, actor(1));
      await count();
      await store.deleteUnit(unitId, 2, actor(2));
      await count();
      await store.undoUnit(unitId, actor(3));
      await count();
      const document = await store.addDocument(id, { provenance: {}, units: [unit('Oui.', 'Yes.')] }, actor(4));
      await count();
      await store.changeDocument(document.documentId ?? 0, { publication: 'Le Journal' });
      await count();
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
      await store.markUsed(unitId, at(5));
      await makeMemory(store, 'Another');
      expect(await store.memoryRevision(id)).toBe(seen.at(-1));
      await rejection(store.memoryRevision(99), 'not-found');
    });
  });
}
