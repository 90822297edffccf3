import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
  const { id } = await api.call('createMemory', { body: { name: 'Harbour' } });
  const fr = { language: 'fr', content: 'Le port rouvre lundi.' };
  const en = { language: 'en', content: 'The port reopens on Monday.' };
  await api.call('createUnits', { body: { memoryId: id, units: [{ fr, en }] } });
});
afterAll(() => api?.stop());

async function ended(id: number) {
  for (;;) {
    const job = await api.call('getJob', { params: { id } });
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a job', () => {
  it('is begun by an operation, done in the background, and read', async () => {
    const job = await api.call('rebuildIndex', {});
    expect(job).toMatchObject({ kind: 'reindex', done: 0, createdBy: 'local' });
    expect(await ended(job.id)).toMatchObject({ state: 'done', done: 1, total: 1, result: { units: 1 }, attempts: 1 });
    const request = { text: 'Le port rouvre lundi.', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    expect((await api.call('lookup', { body: request })).matches).toHaveLength(1);
  });

  it('stands in the list, newest first, and is not changed by being cancelled late', async () => {
    const { id } = await api.call('rebuildIndex', {});
    const job = await ended(id);
    const { items, next } = await api.call('listJobs', { query: { limit: 1 } });
    expect(items).toEqual([job]);
    expect((await api.call('listJobs', { query: { limit: 1, ...(next && { cursor: next }) } })).items).toHaveLength(1);
    expect(await api.call('cancelJob', { params: { id } })).toEqual(job);
  });

  it('that is not there is not found', async () => {
    expect(await problemOf(api.call('getJob', { params: { id: 999 } }))).toMatchObject({ code: 'not-found' });
    expect(await problemOf(api.call('cancelJob', { params: { id: 999 } }))).toMatchObject({ code: 'not-found' });
  });

  it('shows on the page of jobs', async () => {
    const page = await (await fetch(`${api.url}/jobs`)).text();
    expect(page).toContain('Build the index anew');
    const { status, url } = await fetch(`${api.url}/jobs/1/cancel`, { method: 'POST' });
    expect([status, new URL(url).pathname]).toEqual([200, '/jobs']);
  });
});
