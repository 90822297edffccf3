import { describe, expect, it } from 'vitest';
import type { SegmentationChoice, SegmentPart } from '../../../memory/model/project.ts';
import type { OpenStore } from './open-store.ts';
import { actor, makeWork, nth, rejection, segment } from './samples.ts';

const part = (text: string, before = '', target: string[] = []): SegmentPart => ({
  before,
  source: [text],
  target,
  words: 1,
  ...(target.length > 0 && { origin: { kind: 'human' } }),
});
const CHOICE: SegmentationChoice = { first: 'Deux.', gap: ' ', second: 'Encore.', breaks: true };

export function resegmentingContract(open: OpenStore): void {
  describe('splitting and joining segments', () => {
    it('puts one in the place of two that were confirmed, whose units stay in the memory', async () => {
      const store = await open();
      const { segments, document, memory } = await makeWork(store, [
        segment('Un.'),
        segment('Deux.'),
        segment('Trois.'),
      ]);
      const unitIds: number[] = [];
      for (const { id, source } of segments) {
        const change = { target: [`${source[0]} (en)`], origin: { kind: 'human' } } as const;
        unitIds.push((await store.confirmSegment(id, 1, change, actor())).unitId ?? 0);
      }
      const rows = segments.slice(0, 2).map(({ id }) => ({ id, version: 2 }));
      await store.resegment(rows, [part('Un. Deux.', '', ['One. Two.'])], { ...CHOICE, breaks: false }, actor(4));
      expect((await store.listSegments(document.id)).map(({ source, status }) => [source[0], status])).toEqual([
        ['Un. Deux.', 'draft'],
        ['Trois.', 'confirmed'],
      ]);
      const places = await Promise.all(unitIds.map(async (id) => (await store.getUnit(id)).unit.occurrences));
      expect(places.map((own) => own.map(({ position }) => position))).toEqual([[0], [], [1]]);
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 3 });
    });

    it('puts two in the place of one, keeps its identity and history, and moves the others along', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [
        segment('Un.'),
        segment('Deux. Encore.', { before: ' ', target: ['Two. More.'] }),
        segment('Trois.', { before: ' ', after: '\n' }),
      ]);
      const { id } = nth(segments, 1);
      const confirmed = await store.confirmSegment(
        nth(segments, 2).id,
        1,
        { target: ['Three.'], origin: { kind: 'human' } },
        actor(),
      );
      const parts = [part('Deux.', ' ', ['Two.']), part('Encore.', ' ', ['More.'])];
      const [first, second] = await store.resegment([{ id, version: 1 }], parts, CHOICE, actor(4));
      expect(first).toMatchObject({
        id,
        version: 2,
        before: ' ',
        source: ['Deux.'],
        target: ['Two.'],
        status: 'draft',
      });
      expect(second).toMatchObject({ version: 1, before: ' ', source: ['Encore.'], target: ['More.'], position: 2 });
      const all = await store.listSegments(document.id);
      expect(all.map(({ source, position }) => [source[0], position])).toEqual([
        ['Un.', 0],
        ['Deux.', 1],
        ['Encore.', 2],
        ['Trois.', 3],
      ]);
      expect(nth(all, 3)).toMatchObject({ after: '\n', status: 'confirmed' });
      expect((await store.segmentHistory(id)).map(({ target }) => target)).toEqual([['Two. More.'], ['Two.']]);
      const { unit } = await store.getUnit(confirmed.unitId ?? 0);
      expect(unit.occurrences).toMatchObject([{ position: 3 }]);
      expect(await store.getProjectDocument(document.id)).toMatchObject({ progress: { segments: 4 } });
      expect((await store.eventsSince(0, 9)).events.at(-1)).toMatchObject({
        segmentId: id,
        version: 2,
        by: 'translator',
      });
    });

    it('puts one in the place of two, and the others move up', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [segment('Deux.'), segment('Encore.'), segment('Trois.')]);
      const both = segments.slice(0, 2).map(({ id, version }) => ({ id, version }));
      const joined = await store.resegment(both, [part('Deux. Encore.')], { ...CHOICE, breaks: false }, actor());
      expect(joined).toMatchObject([{ id: nth(segments, 0).id, status: 'untranslated', source: ['Deux. Encore.'] }]);
      expect((await store.listSegments(document.id)).map(({ position }) => position)).toEqual([0, 1]);
      await rejection(store.getSegment(nth(segments, 1).id), 'not-found');
    });

    it('remembers what was decided, and forgets it with the contrary', async () => {
      const store = await open();
      const { segments, project } = await makeWork(store, [segment('Deux. Encore.')]);
      const { id } = nth(segments, 0);
      const [first, second] = await store.resegment(
        [{ id, version: 1 }],
        [part('Deux.'), part('Encore.', ' ')],
        CHOICE,
        actor(),
      );
      expect(await store.segmentationChoices(project.id)).toEqual([CHOICE]);
      const both = [first, second].map((one) => ({ id: one?.id ?? 0, version: one?.version ?? 0 }));
      await store.resegment(both, [part('Deux. Encore.')], { ...CHOICE, breaks: false }, actor());
      expect(await store.segmentationChoices(project.id)).toEqual([]);
    });

    it('leaves locked segments, those of a file, those apart and those changed meanwhile as they are', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [
        segment('Deux.'),
        segment('Encore.', { locked: true }),
        segment('Trois.', { fileSegment: '1/u1' }),
        segment('Quatre.'),
      ]);
      const [one, locked, filed, last] = segments.map(({ id, version }) => ({ id, version }));
      if (!one || !locked || !filed || !last) throw new Error('there are four segments');
      const joined = [part('Deux. Encore.')];
      await rejection(store.resegment([one, locked], joined, CHOICE, actor()), 'locked');
      await rejection(store.resegment([filed, last], joined, CHOICE, actor()), 'impossible-step');
      await rejection(store.resegment([one, last], joined, CHOICE, actor()), 'impossible-step');
      await rejection(store.resegment([{ ...one, version: 2 }], joined, CHOICE, actor()), 'version-conflict');
      expect(await store.listSegments(document.id)).toEqual(segments);
    });
  });
}
