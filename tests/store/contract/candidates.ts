import { describe, expect, it } from 'vitest';
import type { FoundPair } from '../../../memory/model/candidate-pair.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, rejection } from './samples.ts';

function pair(fr: string, en: string, score: number): FoundPair {
  return { fr, en, key: `${fr}\n${en}`, frUnits: 4, enUnits: 5, together: 3, score, examples: [7, 9] };
}

const [SPYWARE, INQUIRY, TRIAL] = [
  pair('logiciel espion', 'spyware', 0.7),
  pair('enquête', 'inquiry', 0.431),
  pair('procès', 'trial', 0.9),
] as const;

export function candidateContract(open: OpenStore): void {
  describe('candidates for a termbase', () => {
    it('are listed by their score, in pages, as far as they were found in the memories asked for', async () => {
      const store = await open();
      const { id: termbaseId } = await store.createTermbase('Presse', actor());
      const [one, two] = [await makeMemory(store, 'one'), await makeMemory(store, 'two')];
      expect(await store.keepCandidates(termbaseId, one.id, [SPYWARE, INQUIRY, TRIAL])).toBe(3);
      await store.keepCandidates(termbaseId, two.id, [pair('bac', 'ferry', 0.8)]);
      const filter = { termbaseId, state: 'open', memories: [one.id] } as const;
      const first = await store.listCandidates(filter, { limit: 2 });
      expect(first.items.map(({ fr }) => fr)).toEqual(['procès', 'logiciel espion']);
      const { key: _, ...said } = SPYWARE;
      expect(first.items[1]).toEqual({ id: first.items[1]?.id, termbaseId, memoryId: one.id, ...said, state: 'open' });
      const second = await store.listCandidates(filter, { limit: 2, ...(first.next && { cursor: first.next }) });
      expect([second.items.map(({ score }) => score), second.next]).toEqual([[0.431], undefined]);
      const both = await store.listCandidates({ ...filter, memories: [one.id, two.id] }, { limit: 9 });
      expect(both.items.map(({ fr }) => fr)).toEqual(['procès', 'bac', 'logiciel espion', 'enquête']);
      expect((await store.listCandidates({ ...filter, memories: [] }, { limit: 9 })).items).toEqual([]);
    });

    it('come once, and never again once they are decided on', async () => {
      const store = await open();
      const { id: termbaseId } = await store.createTermbase('Presse', actor());
      const [one, two] = [await makeMemory(store, 'one'), await makeMemory(store, 'two')];
      await store.keepCandidates(termbaseId, one.id, [SPYWARE, INQUIRY]);
      await store.keepCandidates(termbaseId, two.id, [SPYWARE]);
      const listed = async (state: 'open' | 'rejected' | 'accepted') =>
        (await store.listCandidates({ termbaseId, state, memories: [one.id, two.id] }, { limit: 9 })).items;
      const [spyware] = await listed('open');
      const id = spyware?.id ?? 0;
      const rejected = await store.decideCandidate(id, { state: 'rejected' }, actor(3));
      expect(rejected).toMatchObject({ state: 'rejected', decidedAt: at(3), decidedBy: actor().by });
      // It is the same pair in either memory.
      expect((await listed('open')).map(({ fr }) => fr)).toEqual(['enquête']);
      expect(await store.keepCandidates(termbaseId, one.id, [SPYWARE, TRIAL])).toBe(1);
      expect((await listed('open')).map(({ fr }) => fr)).toEqual(['procès']);
      expect(await listed('rejected')).toHaveLength(2);
      await store.decideCandidate(id, { state: 'accepted', entryId: 12 }, actor());
      expect((await store.getCandidate(id)).entryId).toBe(12);
      const reopened = await store.decideCandidate(id, { state: 'open' }, actor());
      expect(reopened).not.toHaveProperty('decidedAt');
      expect(reopened).not.toHaveProperty('entryId');
    });

    it('go with their termbase; what was decided outlives the memory', async () => {
      const store = await open();
      const { id: termbaseId } = await store.createTermbase('Presse', actor());
      const { id: memoryId } = await makeMemory(store, 'one');
      await store.keepCandidates(termbaseId, memoryId, [SPYWARE]);
      const [found] = (await store.listCandidates({ termbaseId, state: 'open', memories: [memoryId] }, { limit: 1 }))
        .items;
      const id = found?.id ?? 0;
      await store.decideCandidate(id, { state: 'rejected' }, actor());
      await store.deleteMemory(memoryId);
      const { id: other } = await makeMemory(store, 'two');
      expect(await store.keepCandidates(termbaseId, other, [SPYWARE])).toBe(0);
      expect(await store.getCandidate(id)).not.toHaveProperty('memoryId');
      await store.deleteTermbase(termbaseId);
      await rejection(store.getCandidate(id), 'not-found');
      await rejection(store.keepCandidates(termbaseId, other, []), 'not-found');
    });
  });
}
