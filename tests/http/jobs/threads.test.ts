import { describe, expect, it } from 'vitest';
import { beadsOf } from '../../../memory/alignment/article.ts';
import { readConfig } from '../../../src/config.ts';
import { JobStopped } from '../../../src/jobs/kind.ts';
import { createThreads } from '../../../src/jobs/threads.ts';
import { readerInThreads } from '../../../src/services/article-reader.ts';
import { learnLexicon } from '../../../src/services/lexicon.ts';
import { DOUBTFUL, teach } from '../../support/doubtful.ts';
import { builtThreads, newInstallation } from './installation.ts';

const BREAKING = new URL('breaking.mjs', import.meta.url);

describe('a worker thread', () => {
  it('does the work in a store of its own and gives the result back', async () => {
    const { config, store } = await newInstallation(30);
    const seen: [number, number | undefined][] = [];
    const report = (done: number, total: number | undefined) => void seen.push([done, total]);
    expect(await builtThreads(config).run('reindex', {}, { report })).toEqual({ units: 30 });
    expect(seen.at(-1)).toEqual([30, 30]);
    expect((await store.checkIndex()).wrong).toEqual([]);
  });

  it('does one piece of work after another, whatever the one before was to do', async () => {
    const { config, store } = await newInstallation(2);
    const threads = builtThreads(config);
    const controller = new AbortController();
    controller.abort(new JobStopped('cancelled'));
    await expect(threads.run('dream', {})).rejects.toMatchObject({ code: 'not-found' });
    expect(await threads.run('reindex', {})).toEqual({ units: 2 });
    await expect(threads.run('reindex', {}, { signal: controller.signal })).rejects.toMatchObject({
      reason: 'cancelled',
    });
    expect(await threads.run('reindex', {})).toEqual({ units: 2 });
    expect((await store.checkIndex()).wrong).toEqual([]);
  });

  it('runs the sources where nothing is built', async () => {
    const { config } = await newInstallation(3);
    expect(await createThreads(config).run('reindex', {})).toEqual({ units: 3 });
  });

  it('aligns by the words that the memories have taught', async () => {
    const { config, store } = await newInstallation();
    await teach(store);
    const file = (language: 'fr' | 'en') => {
      const name = `article.${language}.txt`;
      return { name, where: language, bytes: Buffer.from(DOUBTFUL[language]) };
    };
    const reader = readerInThreads(builtThreads(config), store);
    const align = async () => beadsOf((await reader.align({ fr: file('fr'), en: file('en') })).bitext);
    expect((await align()).unaligned.fr).not.toContain(DOUBTFUL.alone);
    await learnLexicon(store, undefined, () => {}, Date.now);
    expect((await align()).unaligned).toEqual({ fr: [DOUBTFUL.alone], en: [] });
  });

  it('fails with the error of the work', async () => {
    const { config } = await newInstallation();
    const threads = builtThreads(config);
    await expect(threads.run('reindex', { often: 2 })).rejects.toMatchObject({
      code: 'bad-request',
      message: expect.stringContaining('input'),
    });
    await expect(threads.run('dream', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('fails where the installation cannot be opened', async () => {
    const threads = builtThreads(readConfig({ CALQUE_DATA: '/dev/null/calque' }, '/'));
    await expect(threads.run('reindex', {})).rejects.toMatchObject({ code: 'read-only-database' });
  });

  it('that breaks off is an error that says so', async () => {
    const threads = createThreads(readConfig({}, '/'), { file: BREAKING });
    await expect(threads.run('reindex', 'throws')).rejects.toMatchObject({
      code: 'job-crashed',
      message: 'The work “reindex” broke off: a wire came loose.',
    });
    await expect(threads.run('reindex', 'ends')).rejects.toMatchObject({ code: 'job-crashed' });
  });

  it('stops at a safe point where it is told to, and has changed nothing', async () => {
    const { config, store } = await newInstallation(30);
    const controller = new AbortController();
    controller.abort(new JobStopped('cancelled'));
    const stopped = builtThreads(config).run('reindex', {}, { signal: controller.signal });
    await expect(stopped).rejects.toMatchObject({ name: 'JobStopped', reason: 'cancelled' });
    expect((await store.checkIndex()).wrong).toEqual([]);
  });

  it('is ended where it reaches no safe point', async () => {
    const controller = new AbortController();
    const running = createThreads(readConfig({}, '/'), { file: BREAKING, grace: 50 }).run('reindex', 'hangs', {
      signal: controller.signal,
    });
    controller.abort(new JobStopped('stopping'));
    await expect(running).rejects.toMatchObject({ reason: 'stopping' });
  });
});
