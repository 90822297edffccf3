import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

const FILE = `<xliff version="1.2">\r\n<file original="a.txt" source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>Three reporters are charged with theft.</source></trans-unit>
<trans-unit id="2"><source>Nobody in the harbour knows why.</source></trans-unit></body></file></xliff>`;

function send(query: Readonly<Record<string, string>> = {}, body = FILE) {
  const address = `${api.url}/api/v1/pretranslations?${new URLSearchParams(query)}`;
  return fetch(address, { method: 'POST', headers: { 'content-type': 'application/x-xliff+xml' }, body });
}

async function store(): Promise<number> {
  const { id } = await api.call('createMemory', { body: { name: 'Presse' } });
  const unit = {
    fr: { language: 'fr', content: 'Trois journalistes sont accusés de vol.' },
    en: { language: 'en', content: 'Three reporters are charged with theft.' },
  };
  await api.call('createUnits', { body: { memoryId: id, units: [unit] } });
  return id;
}

async function ended(id: number) {
  for (;;) {
    const job = await api.call('getJob', { params: { id } });
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('pre-translation', () => {
  it('gives a file back as it was where the memories hold nothing, and filled where they do', async () => {
    const nothing = await send({ candidates: 'no' });
    expect(nothing.status).toBe(200);
    expect(await nothing.text()).toBe(FILE);

    const memory = await store();
    const filled = await send({ memory: String(memory), name: 'a.xlf' });
    const text = await filled.text();
    expect(text).toContain('<target state="translated" state-qualifier="leveraged-tm">Trois journalistes');
    expect(text).toContain('<alt-trans match-quality="100" origin="Presse"');
    expect(filled.headers.get('content-disposition')).toContain('a.xlf');
    const report = JSON.parse(filled.headers.get('calque-report') ?? '');
    expect(report.filled).toMatchObject({ exact: 1, fuzzy: 0 });
    expect(report.bands.filter(({ segments }: { segments: number }) => segments > 0)).toEqual([
      { band: '100', segments: 1, words: 6 },
      { band: 'new', segments: 1, words: 6 },
    ]);
  });

  it('of a project is a job: it fills what is empty as drafts, confirms nothing, and does it once', async () => {
    const project = await api.call('createProject', {
      body: { name: 'Work', sourceLanguage: 'en', targetLanguage: 'fr' },
    });
    const text = 'Three reporters are charged with theft. Nobody in the harbour knows why.';
    const params = { id: project.id };
    const document = await api.call('addProjectDocument', { params, body: { name: 'a', text } });
    for (const filled of [1, 0]) {
      const { id } = await api.call('pretranslateProject', { params, body: {} });
      const job = await ended(id);
      expect(job).toMatchObject({ kind: 'pretranslate', state: 'done', result: { filled: { exact: filled } } });
    }
    const ids = { id: project.id, documentId: document.id };
    const { items } = await api.call('listSegments', { params: ids });
    expect(items.map(({ target, status }) => [target, status])).toEqual([
      [['Trois journalistes sont accusés de vol.'], 'draft'],
      [[], 'untranslated'],
    ]);
    expect(items[0]?.origin).toMatchObject({ kind: 'match', match: 'exact', rate: 100 });

    const form = new FormData();
    form.append('fuzzy', '85');
    const sent = await fetch(`${api.url}/projects/${project.id}/pretranslate`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, '/jobs']);
    const [job] = (await api.call('listJobs', { query: { limit: 1 } })).items;
    expect(job).toMatchObject({ kind: 'pretranslate', input: { project: project.id, fuzzy: 85, machine: false } });
  });

  it('refuses what is wrong, and says what', async () => {
    const wrong = await send({}, FILE.replace('"fr"', '"de"'));
    expect(await wrong.json()).toMatchObject({ status: 422, code: 'unknown-language' });
    const none = await send({ memory: '987' });
    expect(await none.json()).toMatchObject({ status: 404, code: 'not-found' });
    const rate = await send({ fuzzy: '20' });
    expect(await rate.json()).toMatchObject({ status: 400, where: 'query.fuzzy' });
    const call = api.call('pretranslateProject', { params: { id: 987 }, body: {} });
    expect(await problemOf(call)).toMatchObject({ status: 404, code: 'not-found' });
  });
});
