import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, at, rejection } from './samples.ts';

const KINDS = ['import', 'reindex'];

function lease(owner: string, minute: number) {
  return { owner, until: at(minute) };
}

export function jobContract(open: OpenStore): void {
  describe('jobs', () => {
    it('keeps a job and its progress to the end', async () => {
      const store = await open();
      const input = { file: 'a.tmx', memories: [1, 2] };
      const job = await store.createJob('import', input, actor(1));
      const { id } = job;
      expect(job).toEqual({
        id,
        kind: 'import',
        state: 'queued',
        input,
        done: 0,
        attempts: 0,
        cancelRequested: false,
        createdAt: at(1),
        createdBy: 'translator',
        changedAt: at(1),
      });
      const running = { ...job, state: 'running', attempts: 1, changedAt: at(2) };
      expect(await store.claimJob(KINDS, lease('a', 9), at(2))).toEqual(running);
      const moved = await store.renewJob(id, lease('a', 12), { done: 5, total: 9 }, at(3));
      expect(moved).toEqual({ ...running, done: 5, total: 9, changedAt: at(3) });
      const ended = await store.finishJob(id, 'a', { state: 'done', result: { added: 9 } }, at(4));
      expect(ended).toMatchObject({ state: 'done', result: { added: 9 }, changedAt: at(4) });
      expect(await store.getJob(id)).toEqual(ended);
    });

    it('keeps why a job failed', async () => {
      const store = await open();
      const { id } = await store.createJob('import', undefined, actor(1));
      await store.claimJob(KINDS, lease('a', 9), at(2));
      const error = { code: 'database-full', message: 'The disk is full.' } as const;
      expect(await store.finishJob(id, 'a', { state: 'failed', error }, at(2))).toMatchObject({
        state: 'failed',
        error,
      });
      expect((await store.getJob(id)).input).toBeNull();
    });

    it('lists the newest first, a page at a time', async () => {
      const store = await open();
      for (const kind of ['train', 'reindex', 'export']) await store.createJob(kind, null, actor(1));
      const first = await store.listJobs({ limit: 2 });
      expect(first.items.map(({ kind }) => kind)).toEqual(['export', 'reindex']);
      const second = await store.listJobs({ limit: 2, cursor: first.next ?? '' });
      expect(second.items.map(({ kind }) => kind)).toEqual(['train']);
      expect(second.next).toBeUndefined();
      await rejection(store.listJobs({ limit: 0 }), 'bad-request');
      await rejection(store.listJobs({ limit: 1, cursor: 'x' }), 'bad-request');
    });

    it('gives each job to one of those that ask, oldest first, and only of the kinds they know', async () => {
      const [one, other] = [await open(), await open()];
      const made = [];
      for (const kind of ['import', 'later', 'reindex']) made.push((await one.createJob(kind, null, actor(1))).id);
      const claims = await Promise.all([
        one.claimJob(KINDS, lease('a', 9), at(2)),
        other.claimJob(KINDS, lease('b', 9), at(2)),
        one.claimJob(KINDS, lease('a', 9), at(2)),
      ]);
      expect(claims.map((job) => job?.id).sort()).toEqual([made[0], made[2], undefined]);
    });

    it('takes a job up again whose process is silent, and no longer listens to that process', async () => {
      const store = await open();
      const { id } = await store.createJob('import', null, actor(1));
      await store.claimJob(KINDS, lease('a', 5), at(2));
      expect(await store.claimJob(KINDS, lease('b', 9), at(4))).toBeUndefined();
      expect(await store.claimJob(KINDS, lease('b', 9), at(5))).toMatchObject({ id, attempts: 2 });
      expect(await store.renewJob(id, lease('a', 20), { done: 1 }, at(6))).toBeUndefined();
      expect(await store.finishJob(id, 'a', { state: 'done' }, at(6))).toBeUndefined();
      await store.releaseJob(id, 'a', at(6));
      expect(await store.getJob(id)).toMatchObject({ state: 'running', done: 0 });
      expect(await store.finishJob(id, 'b', { state: 'done' }, at(6))).toMatchObject({ state: 'done' });
    });

    it('takes a job up again whose lease was given before the clock was set back', async () => {
      const store = await open();
      const { id } = await store.createJob('import', null, actor(1));
      await store.claimJob(KINDS, lease('a', 62), at(61));
      expect(await store.claimJob(KINDS, lease('b', 53), at(52))).toBeUndefined();
      expect(await store.claimJob(KINDS, lease('b', 2), at(1))).toMatchObject({ id, attempts: 2 });
    });

    it('gives a job back as if it had not been begun', async () => {
      const store = await open();
      const { id } = await store.createJob('import', null, actor(1));
      await store.claimJob(KINDS, lease('a', 5), at(2));
      await store.releaseJob(id, 'a', at(3));
      expect(await store.getJob(id)).toMatchObject({ state: 'queued', attempts: 0 });
      expect(await store.claimJob(KINDS, lease('b', 9), at(4))).toMatchObject({ id, attempts: 1 });
    });

    it('keeps the result a job has so far, past those who run it and where it does not come to its end', async () => {
      const store = await open();
      const { id } = await store.createJob('import', null, actor(1));
      await store.claimJob(KINDS, lease('a', 5), at(2));
      await store.renewJob(id, lease('a', 5), { done: 2, result: ['one', 'two'] }, at(3));
      await store.renewJob(id, lease('a', 5), { done: 2 }, at(3));
      await store.releaseJob(id, 'a', at(4));
      expect(await store.claimJob(KINDS, lease('b', 9), at(5))).toMatchObject({ result: ['one', 'two'] });
      const ended = await store.finishJob(id, 'b', { state: 'cancelled' }, at(6));
      expect(ended).toMatchObject({ state: 'cancelled', result: ['one', 'two'] });
    });

    it('cancels a waiting job at once, asks a running one, and leaves one that has ended', async () => {
      const store = await open();
      const waiting = await store.createJob('import', null, actor(1));
      expect(await store.cancelJob(waiting.id, at(2))).toMatchObject({ state: 'cancelled', changedAt: at(2) });
      expect(await store.claimJob(KINDS, lease('a', 9), at(3))).toBeUndefined();

      const { id } = await store.createJob('import', null, actor(3));
      await store.claimJob(KINDS, lease('a', 9), at(4));
      expect(await store.cancelJob(id, at(5))).toMatchObject({ state: 'running', cancelRequested: true });
      expect(await store.renewJob(id, lease('a', 12), { done: 1 }, at(6))).toMatchObject({ cancelRequested: true });
      const ended = await store.finishJob(id, 'a', { state: 'cancelled' }, at(7));
      expect(ended).toMatchObject({ state: 'cancelled' });
      expect(await store.cancelJob(id, at(8))).toEqual(ended);
    });

    it('forgets the jobs that ended long ago, and no others', async () => {
      const store = await open();
      const [old, running, young] = [
        await store.createJob('import', null, actor(1)),
        await store.createJob('import', null, actor(1)),
        await store.createJob('import', null, actor(1)),
      ];
      await store.cancelJob(old.id, at(2));
      await store.claimJob(KINDS, lease('a', 9), at(3));
      await store.cancelJob(young.id, at(4));
      expect(await store.forgetJobs(at(4))).toBe(1);
      expect((await store.listJobs({ limit: 9 })).items.map(({ id }) => id)).toEqual([young.id, running.id]);
    });

    it('answers not-found for jobs that are not there', async () => {
      const store = await open();
      await rejection(store.getJob(1), 'not-found');
      await rejection(store.cancelJob(1, at(1)), 'not-found');
    });
  });
}
