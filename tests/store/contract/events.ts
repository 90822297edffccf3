import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeWork, rejection, segment } from './samples.ts';

const HUMAN = { kind: 'human' } as const;

export function eventContract(open: OpenStore): void {
  describe('events', () => {
    it('tell of every segment that was changed, in order, by whoever changed it', async () => {
      const [store, elsewhere] = [await open(), await open()];
      const { document, segments } = await makeWork(store, [segment('Oui.'), segment('Non.')]);
      const [one = { id: 0 }, two = { id: 0 }] = segments;
      await store.saveSegment(one.id, 1, { target: ['Yes.'], origin: HUMAN }, actor(1));
      await elsewhere.confirmSegment(two.id, 1, { target: ['No.'], origin: HUMAN }, actor(2, 'other'));
      await store.unconfirmSegment(two.id, 2, actor(3));
      const { events, last, complete } = await elsewhere.eventsSince(0, 9);
      const ofSegment = { kind: 'segment', documentId: document.id };
      expect(events).toEqual([
        { id: 1, at: at(1), by: 'translator', ...ofSegment, segmentId: one.id, version: 2, status: 'draft' },
        { id: 2, at: at(2), by: 'other', ...ofSegment, segmentId: two.id, version: 2, status: 'confirmed' },
        { id: 3, at: at(3), by: 'translator', ...ofSegment, segmentId: two.id, version: 3, status: 'draft' },
      ]);
      expect({ last, complete }).toEqual({ last: 3, complete: true });
    });

    it('tell nothing of a change that changes nothing, or did not come to be', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Oui.')]);
      const id = segments[0]?.id ?? 0;
      await store.saveSegment(id, 1, { target: ['Yes.'], origin: HUMAN }, actor(1));
      await store.saveSegment(id, 2, { target: ['Yes.'], origin: HUMAN }, actor(2));
      await rejection(store.saveSegment(id, 1, { target: ['No.'], origin: HUMAN }, actor(3)), 'version-conflict');
      expect((await store.eventsSince(0, 9)).events).toHaveLength(1);
    });

    it('tell of a job from its beginning to its end', async () => {
      const store = await open();
      const { id: jobId } = await store.createJob('import', null, actor(1, 'editor'));
      const lease = { owner: 'a', until: at(9) };
      await store.claimJob(['import'], lease, at(2));
      await store.renewJob(jobId, lease, { done: 1 }, at(3));
      await store.releaseJob(jobId, 'a', at(4));
      await store.claimJob(['import'], lease, at(5));
      await store.cancelJob(jobId, at(6));
      await store.finishJob(jobId, 'a', { state: 'cancelled' }, at(7));
      await store.cancelJob(jobId, at(8));
      const { events } = await store.eventsSince(0, 9);
      const states = events.map((event) => (event.kind === 'job' ? [event.state, event.by, event.at] : []));
      expect(states).toEqual([
        ['queued', 'editor', at(1)],
        ['running', 'editor', at(2)],
        ['queued', 'editor', at(4)],
        ['running', 'editor', at(5)],
        ['running', 'editor', at(6)],
        ['cancelled', 'editor', at(7)],
      ]);
    });

    it('are read from where somebody left off, so many at a time', async () => {
      const store = await open();
      expect(await store.eventsSince(undefined, 9)).toEqual({ events: [], last: 0, complete: true });
      for (let made = 0; made < 5; made++) await store.createJob('import', null, actor(made));
      expect(await store.eventsSince(undefined, 9)).toEqual({ events: [], last: 5, complete: true });
      const { events, last } = await store.eventsSince(2, 2);
      expect([events.map(({ id }) => id), last]).toEqual([[3, 4], 5]);
      expect(await store.eventsSince(5, 2)).toEqual({ events: [], last: 5, complete: true });
      await rejection(store.eventsSince(0, 0), 'bad-request');
    });

    it('say where something between was forgotten, or is not of this database', async () => {
      const store = await open({ keptEvents: 100 });
      for (let made = 0; made < 120; made++) await store.createJob('import', null, actor());
      expect(await store.eventsSince(0, 1)).toMatchObject({ complete: false, last: 120, events: [{ id: 21 }] });
      expect(await store.eventsSince(20, 1)).toMatchObject({ complete: true });
      expect(await store.eventsSince(121, 1)).toMatchObject({ complete: false, events: [] });
    });
  });
}
