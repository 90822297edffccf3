import { describe, expect, it } from 'vitest';
import type { SegmentChange } from '../../../memory/model/project.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeWork, nth, rejection, segment } from './samples.ts';

const HELLO: SegmentChange = { target: ['Hello.'], origin: { kind: 'human' } };
const HI: SegmentChange = { target: ['Hi.'], origin: { kind: 'machine', engine: 'deepl' } };

export function segmentContract(open: OpenStore): void {
  describe('segments', () => {
    it('keeps drafts, each a version, and every state before', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      const draft = await store.saveSegment(id, 1, HI, actor(1, 'second'));
      expect(draft).toMatchObject({ version: 2, status: 'draft', ...HI, changedAt: at(1), changedBy: 'second' });
      expect(await store.getSegment(id)).toEqual(draft);
      await store.saveSegment(id, 2, HELLO, actor(2));
      expect(await store.segmentHistory(id)).toEqual([
        { version: 1, target: [], status: 'untranslated', at: at(0), by: 'translator' },
        { version: 2, ...HI, status: 'draft', at: at(1), by: 'second' },
        { version: 3, ...HELLO, status: 'draft', at: at(2), by: 'translator' },
      ]);
    });

    it('is untranslated, and of no origin, when its target is emptied', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      await store.saveSegment(id, 1, HELLO, actor());
      const emptied = await store.saveSegment(id, 2, { ...HELLO, target: [''] }, actor());
      expect(emptied).toMatchObject({ version: 3, status: 'untranslated', target: [] });
      expect(emptied).not.toHaveProperty('origin');
    });

    it('makes no version of what is saved twice', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      const once = await store.saveSegment(id, 1, HELLO, actor(1));
      expect(await store.saveSegment(id, 2, HELLO, actor(2))).toEqual(once);
      expect(await store.saveSegment(id, 2, { ...HELLO, origin: HI.origin }, actor(2))).toMatchObject({ version: 3 });
    });

    it('refuses what was made on another version, and gives the present state', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      const present = await store.saveSegment(id, 1, HELLO, actor());
      for (const attempt of [
        () => store.saveSegment(id, 1, HI, actor()),
        () => store.confirmSegment(id, 1, HI, actor()),
        () => store.unconfirmSegment(id, 3, actor()),
      ]) {
        expect((await rejection(attempt(), 'version-conflict')).details.current).toEqual(present);
      }
      expect(await store.getSegment(id)).toEqual(present);
    });

    it('leaves a locked segment alone', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.', { locked: true, target: ['Hello.'] })]);
      const { id } = nth(segments, 0);
      await rejection(store.saveSegment(id, 1, HI, actor()), 'locked');
      await rejection(store.confirmSegment(id, 1, HI, actor()), 'locked');
      await rejection(store.unconfirmSegment(id, 1, actor()), 'locked');
      expect(await store.segmentHistory(id)).toHaveLength(1);
    });

    it('takes a confirmation back, whoever made it, and leaves drafts as they are', async () => {
      const store = await open();
      const imported = segment('Oui.', { target: ['Yes.'], status: 'reviewed' });
      const { segments } = await makeWork(store, [segment('Bonjour.'), imported]);
      const [first = 0, second = 0] = segments.map(({ id }) => id);
      const { unitId } = await store.confirmSegment(first, 1, HELLO, actor());
      expect(await store.unconfirmSegment(first, 2, actor())).toMatchObject({
        ...HELLO,
        status: 'draft',
        version: 3,
        unitId,
      });
      expect(await store.unconfirmSegment(first, 3, actor())).toMatchObject({ version: 3 });
      const taken = await store.unconfirmSegment(second, 1, actor());
      expect(taken).toMatchObject({ status: 'draft', target: ['Yes.'] });
      expect(taken).not.toHaveProperty('origin');
    });

    it('drops to draft when a confirmed segment is edited', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      const { unitId = 0 } = await store.confirmSegment(id, 1, HELLO, actor());
      expect(await store.saveSegment(id, 2, HI, actor())).toMatchObject({ status: 'draft', unitId });
      expect((await store.getUnit(unitId)).unit.en.content).toEqual(['Hello.']);
    });

    it('gives the neighbours in the document', async () => {
      const store = await open();
      const { project, segments } = await makeWork(store, [segment('Un.'), segment('Deux.'), segment('Trois.')]);
      await store.addProjectDocument(project.id, { name: 'b', provenance: {}, segments: [segment('Seul.')] }, actor());
      const [first, second, third] = segments;
      expect(await store.segmentNeighbours(nth(segments, 1).id)).toEqual({ previous: first, next: third });
      expect(await store.segmentNeighbours(nth(segments, 0).id)).toEqual({ next: second });
      expect(await store.segmentNeighbours(nth(segments, 2).id)).toEqual({ previous: second });
    });

    it('answers not-found for segments that are not there', async () => {
      const store = await open();
      await rejection(store.getSegment(1), 'not-found');
      await rejection(store.segmentNeighbours(1), 'not-found');
      await rejection(store.saveSegment(1, 1, HI, actor()), 'not-found');
      await rejection(store.confirmSegment(1, 1, HI, actor()), 'not-found');
      await rejection(store.unconfirmSegment(1, 1, actor()), 'not-found');
      await rejection(store.segmentHistory(1), 'not-found');
    });
  });
}
