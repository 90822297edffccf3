import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { at, rejection } from './samples.ts';

export function jobContract(open: OpenStore): void {
  describe('jobs', () => {
    it('keeps a job and its progress to the end', async () => {
      const store = await open();
      const input = { file: 'a.tmx', memories: [1, 2] };
      const job = await store.createJob('import', input, at(1));
      const { id } = job;
      expect(job).toEqual({ id, kind: 'import', state: 'queued', input, done: 0, createdAt: at(1), changedAt: at(1) });
      expect(await store.updateJob(id, { state: 'running', done: 5, total: 9 }, at(2))).toEqual({
        ...job,
        state: 'running',
        done: 5,
        total: 9,
        changedAt: at(2),
      });
      await store.updateJob(id, { state: 'done', done: 9, result: { added: 9 } }, at(3));
      expect(await store.getJob(id)).toMatchObject({ state: 'done', done: 9, total: 9, result: { added: 9 } });
    });

    it('keeps why a job failed', async () => {
      const store = await open();
      const { id } = await store.createJob('backup', undefined, at(1));
      const error = { code: 'database-full', message: 'The disk is full.' } as const;
      expect(await store.updateJob(id, { state: 'failed', error }, at(2))).toMatchObject({ state: 'failed', error });
      expect((await store.getJob(id)).input).toBeNull();
    });

    it('lists the newest first', async () => {
      const store = await open();
      for (const kind of ['train', 'reindex', 'export'] as const) await store.createJob(kind, null, at(1));
      expect((await store.listJobs(2)).map(({ kind }) => kind)).toEqual(['export', 'reindex']);
      await rejection(store.listJobs(0), 'bad-request');
    });

    it('answers not-found for jobs that are not there', async () => {
      const store = await open();
      await rejection(store.getJob(1), 'not-found');
      await rejection(store.updateJob(1, { done: 1 }, at(1)), 'not-found');
    });
  });
}
