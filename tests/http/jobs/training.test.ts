import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../../src/context.ts';
import type { Jobs } from '../../../src/jobs/jobs.ts';
import { createJobs } from '../../../src/jobs/jobs.ts';
import { keepLexicon } from '../../../src/jobs/training.ts';
import { newInstallation } from './installation.ts';

const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };

function startJobs(context: Context): Jobs {
  const jobs = createJobs({ ...context, clock: Date.now, logger: pino({ level: 'silent' }) });
  onTestFinished(() => jobs.stop());
  return jobs;
}

/** Resolves when a job of the kind has ended, or was asked for where `queued`. */
function once(jobs: Jobs, wanted: string, state: 'queued' | 'done'): Promise<void> {
  return new Promise((resolve) => {
    const end = jobs.watch((job) => {
      if (job.kind !== wanted || job.state !== state) return;
      end();
      resolve();
    });
  });
}

const trainings = async (jobs: Jobs) => (await jobs.list({ limit: 100 })).items.filter(({ kind }) => kind === 'train');

describe('the lexicon', () => {
  it('is learnt at the start where there are enough units, and again when an import has made them many more', async () => {
    const context = await newInstallation(2500);
    const jobs = startJobs(context);
    const learnt = once(jobs, 'train', 'done');
    keepLexicon(context.store, jobs, 'calque', Date.now);
    await jobs.start();
    await learnt;
    expect(await context.store.lexiconVersion()).toMatchObject({ units: 2500 });

    const [memory] = await context.store.listMemories();
    const units = Array.from({ length: 600 }, (_, at) => ({
      fr: { language: 'fr' as const, content: [`Le quai ${at} ferme.`] },
      en: { language: 'en' as const, content: [`Quay ${at} closes.`] },
      origin: { kind: 'human' } as const,
      status: 'confirmed' as const,
    }));
    await context.store.addUnits(memory?.id ?? 0, units, ACTOR);
    expect(await trainings(jobs)).toHaveLength(1);
    const again = once(jobs, 'train', 'done');
    await jobs.add('reindex', {}, ACTOR);
    await again;
    expect(await context.store.lexiconVersion()).toMatchObject({ units: 3100, unitsThen: 3100 });
    expect(await trainings(jobs)).toHaveLength(2);
  });

  it('is asked for once, however many look whether it is due', async () => {
    const context = await newInstallation(2500);
    const jobs = startJobs(context);
    const asked = once(jobs, 'train', 'queued');
    keepLexicon(context.store, jobs, 'calque', Date.now);
    await asked;
    keepLexicon(context.store, jobs, 'calque', Date.now);
    const reindexed = once(jobs, 'reindex', 'done');
    await jobs.add('reindex', {}, ACTOR);
    await jobs.start();
    await reindexed;
    expect(await trainings(jobs)).toHaveLength(1);
  });

  it('is not asked for where there is little to learn from', async () => {
    const context = await newInstallation(20);
    const jobs = startJobs(context);
    keepLexicon(context.store, jobs, 'calque', Date.now);
    const reindexed = once(jobs, 'reindex', 'done');
    await jobs.add('reindex', {}, ACTOR);
    await jobs.start();
    await reindexed;
    expect(await trainings(jobs)).toEqual([]);
  });
});
