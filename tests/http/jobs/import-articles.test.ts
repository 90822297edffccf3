import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Job } from '../../../memory/model/job.ts';
import type { Context } from '../../../src/context.ts';
import { createJobs, type Jobs } from '../../../src/jobs/jobs.ts';
import type { ImportedArticles } from '../../../src/services/article-batches.ts';
import { HARBOUR } from '../../support/fixtures.ts';
import { zip } from '../../support/office.ts';
import { newInstallation } from './installation.ts';

const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };

function startJobs(context: Context): Jobs {
  const jobs = createJobs(
    { ...context, clock: Date.now, logger: pino({ level: 'silent' }) },
    { lease: 2_000, pause: 50 },
  );
  onTestFinished(() => jobs.stop());
  return jobs;
}

/** The name of an article in an archive. */
const nameOf = (_: unknown, k: number) => String(k).padStart(3, '0');

/** An archive of so many articles, each of an address of its own. */
function archive(count: number): Buffer {
  const names = Array.from({ length: count }, nameOf);
  const lines = names.map((name) => `${name}.fr.txt,${name}.en.txt,https://example.org/${name}`);
  const files = names.flatMap((name) => [
    { name: `${name}.fr.txt`, data: HARBOUR.fr.replaceAll('Port-Lannec', `Port-Lannec-${name}`) },
    { name: `${name}.en.txt`, data: HARBOUR.en.replaceAll('Port-Lannec', `Port-Lannec-${name}`) },
  ]);
  return zip({ name: 'pairs.csv', data: ['fr,en,url', ...lines, ''].join('\n') }, ...files);
}

async function add(jobs: Jobs, bytes: Uint8Array): Promise<Job> {
  const file = await jobs.spool.keep(bytes);
  return jobs.add('import-articles', { file, name: 'a.zip', memory: 'Many' }, ACTOR);
}

async function until(jobs: Jobs, id: number, isThere: (job: Job) => boolean): Promise<Job> {
  for (;;) {
    const job = await jobs.get(id);
    if (isThere(job)) return job;
    if (job.state === 'failed') throw new Error(job.error?.message);
    await new Promise((done) => setTimeout(done, 20));
  }
}

describe('the import of many articles', () => {
  it('goes on after a restart where it was, and says what became of each', async () => {
    const context = await newInstallation();
    const first = startJobs(context);
    await first.start();
    const { id } = await add(first, archive(6));
    await until(first, id, ({ done }) => done >= 1);
    await first.stop();
    expect((await context.store.getJob(id)).state).toBe('queued');

    const second = startJobs(context);
    await second.start();
    const done = await until(second, id, ({ state }) => state === 'done');
    expect(done).toMatchObject({ done: 6, total: 6 });
    const { outcomes } = done.result as ImportedArticles;
    expect(outcomes.map(({ name }) => name)).toEqual(Array.from({ length: 6 }, (_, k) => `pairs.csv:${k + 2}`));
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toEqual([]);
    const memory = await context.store.findMemory('Many');
    const documents = await context.store.listDocuments(memory?.id, { limit: 100 });
    expect(documents.items).toHaveLength(6);
  });

  it('is cancelled between two pairs, keeps those it took, and says which', async () => {
    const context = await newInstallation();
    const jobs = startJobs(context);
    await jobs.start();
    const { id } = await add(jobs, archive(20));
    await until(jobs, id, ({ done }) => done >= 1);
    await jobs.cancel(id);
    const ended = await until(jobs, id, ({ state }) => state === 'cancelled');
    const memory = await context.store.findMemory('Many');
    const { items } = await context.store.listDocuments(memory?.id, { limit: 100 });
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThan(20);
    expect(items.every(({ unitCount }) => unitCount >= 25)).toBe(true);
    const { outcomes } = ended.result as ImportedArticles;
    expect(outcomes.map((one) => 'documentId' in one && one.documentId)).toEqual(items.map((one) => one.id));
  });
});
