import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeWork, nth, rejection, segment } from './samples.ts';

export function commentContract(open: OpenStore): void {
  describe('comments', () => {
    it('are kept with their segment, and listed in the order of the document, then as they came', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [segment('Un.'), segment('Deux.')]);
      const [first, second] = [nth(segments, 0), nth(segments, 1)];
      const late = await store.addComment(second.id, 'Which pier?', actor(1));
      const early = await store.addComment(first.id, '@desk is this quoted?', actor(2, 'second'));
      const answer = await store.addComment(second.id, 'The western one.', actor(3));
      expect(early).toMatchObject({ segmentId: first.id, text: '@desk is this quoted?', at: at(2), by: 'second' });
      expect(await store.listComments(document.id)).toEqual([early, late, answer]);
      expect(await store.getComment(late.id)).toEqual(late);
    });

    it('go one by one, and with their document', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [segment('Un.')]);
      const { id } = await store.addComment(nth(segments, 0).id, 'Gone soon.', actor());
      await store.deleteComment(id, actor());
      expect(await store.listComments(document.id)).toEqual([]);
      await rejection(store.deleteComment(id, actor()), 'not-found');
      await rejection(store.getComment(id), 'not-found');
      await store.addComment(nth(segments, 0).id, 'Gone with it.', actor());
      await store.deleteProjectDocument(document.id);
      await rejection(store.listComments(document.id), 'not-found');
    });

    it('that speak to somebody are listed over all projects, newest first, with where they stand', async () => {
      const store = await open();
      const { segments, document, project } = await makeWork(store, [segment('Un.'), segment('Deux.')]);
      const first = await store.addComment(nth(segments, 1).id, '@desk which pier?', actor(1));
      await store.addComment(nth(segments, 0).id, 'Nobody is meant.', actor(2));
      const last = await store.addComment(nth(segments, 0).id, 'Ask @ada.', actor(3));
      const where = { projectId: project.id, projectName: project.name, documentId: document.id };
      expect(await store.listSpeakingComments(10)).toEqual([
        { ...last, ...where, documentName: document.name, position: 0 },
        { ...first, ...where, documentName: document.name, position: 1 },
      ]);
      expect(await store.listSpeakingComments(1)).toHaveLength(1);
    });

    it('are told to those who look at the document elsewhere, when they come and when they go', async () => {
      const store = await open();
      const { segments, document } = await makeWork(store, [segment('Un.')]);
      const { last } = await store.eventsSince(undefined, 1);
      const segmentId = nth(segments, 0).id;
      const { id } = await store.addComment(segmentId, 'Here.', actor(1, 'second'));
      await store.deleteComment(id, actor(2));
      const told = { kind: 'comment', documentId: document.id, segmentId };
      expect((await store.eventsSince(last, 10)).events).toMatchObject([{ ...told, by: 'second' }, told]);
    });

    it('are of segments that there are', async () => {
      const store = await open();
      await rejection(store.addComment(99, 'Hello?', actor()), 'not-found');
    });
  });
}
