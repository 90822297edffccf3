import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

const TEXT = 'Le port de Port-Lannec est fermé depuis lundi. Les ferries attendent au large.';
const QUAY = 'Le quai nord\n\nLes riverains du quai nord attendent une réponse de la mairie.';
const ENGLISH = 'The residents of the north quay are still waiting for an answer from the town hall.';
/** From French into English. */
const XLIFF = readFileSync(join(PROJECT_ROOT, 'tests', 'browser', 'codes.xlf'), 'utf8');

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

type Files = Readonly<Record<string, string>>;

async function send(path: string, files: Files, fields: Readonly<Record<string, string>> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, text] of Object.entries(files)) form.append('textFile', new Blob([text]), name);
  const response = await fetch(api.url + path, { method: 'POST', body: form, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

const idIn = (location: string) => Number(/\/projects\/(\d+)/.exec(location)?.[1]);

async function documentsOf(id: number) {
  const { items } = await api.call('listProjectDocuments', { params: { id } });
  return items.map(({ name, progress }) => `${name} ${progress.segments}`);
}

describe('several files at once', () => {
  it('become the documents of one project, whatever kinds they are, and the page of it is shown', async () => {
    const made = await send('/projects/new', { 'port.txt': TEXT, 'quai.txt': QUAY, 'codes.xlf': XLIFF });
    expect(made).toMatchObject({ status: 303, location: expect.stringMatching(/^\/projects\/\d+$/) });
    const id = idIn(made.location);
    expect(await documentsOf(id)).toEqual(['port.txt 2', 'quai.txt 2', expect.stringMatching(/^codes\.xlf /)]);
    const { name, sourceLanguage } = await api.call('getProject', { params: { id } });
    expect({ name, sourceLanguage: sourceLanguage.slice(0, 2) }).toEqual({ name: 'port.txt', sourceLanguage: 'fr' });
    const added = await send(`/projects/${id}/documents`, { 'a.txt': TEXT, 'b.txt': TEXT });
    expect(added).toMatchObject({ status: 303, location: `/projects/${id}` });
    expect(await documentsOf(id)).toHaveLength(5);
  });

  it('are all refused where one cannot be taken, which is named, and nothing is kept', async () => {
    const before = (await api.call('listProjects', {})).items.length;
    for (const [name, text] of [
      ['english.txt', ENGLISH],
      ['empty.txt', ' '],
      ['broken.xlf', '<xliff version="1.2"><file>'],
    ] as const) {
      const refused = await send('/projects/new', { 'port.txt': TEXT, [name]: text });
      expect(refused.status).toBeGreaterThanOrEqual(400);
      expect(refused.html).toContain('href="#textFile"');
      expect(refused.html).toContain(name);
    }
    const both = await send('/projects/new', { 'a.txt': TEXT, 'b.txt': TEXT }, { text: TEXT });
    expect(both.status).toBe(400);
    expect((await api.call('listProjects', {})).items).toHaveLength(before);
  });
});

describe('a project without documents', () => {
  it('is begun with a name and a direction, turned round as long as it is empty, and again once it is', async () => {
    const fields = { empty: 'yes', emptyName: 'Election night', emptySource: 'fr' };
    const id = idIn((await send('/projects/new', {}, fields)).location);
    expect((await send(`/projects/${id}/direction`, {}, { direction: 'en' })).status).toBe(303);
    expect(await api.call('getProject', { params: { id } })).toMatchObject({
      sourceLanguage: 'en',
      targetLanguage: 'fr',
    });
    const added = await send(`/projects/${id}/documents`, { 'a.txt': ENGLISH });
    const documentId = Number(/documents\/(\d+)/.exec(added.location)?.[1]);
    expect((await send(`/projects/${id}/direction`, {}, { direction: 'fr' })).status).toBe(422);
    const body = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const refused = await problemOf(api.call('changeProject', { params: { id }, body }));
    expect(refused.code).toBe('impossible-step');
    expect((await send(`/projects/${id}/documents/${documentId}/delete`, {})).location).toBe(`/projects/${id}`);
    expect(await api.call('changeProject', { params: { id }, body })).toMatchObject(body);
  });

  it('needs a name', async () => {
    const nameless = await send('/projects/new', {}, { empty: 'yes', emptyName: ' ', emptySource: 'fr' });
    expect(nameless.status).toBeGreaterThanOrEqual(400);
    expect(nameless.html).toContain('href="#emptyName"');
  });
});

describe('work across projects', () => {
  it('is counted by day, week and month, and mentions are listed with where they stand', async () => {
    const { location } = await send('/projects/new', { 'a.txt': TEXT, 'b.txt': TEXT });
    const id = idIn(location);
    const [document] = (await api.call('listProjectDocuments', { params: { id } })).items;
    const params = { id, documentId: document?.id ?? 0 };
    const [first, second] = (await api.call('listSegments', { params })).items;
    const body = {
      version: 1,
      target: 'The harbour has been closed since Monday.',
      origin: { kind: 'human' },
    } as const;
    await api.call('confirmSegment', { params: { id: first?.id ?? 0 }, body });
    await api.call('addComment', { params: { id: second?.id ?? 0 }, body: { text: '@desk <b>which</b> ferries?' } });
    for (const by of ['day', 'week', 'month', 'nonsense']) {
      const html = await (await fetch(`${api.url}/statistics?by=${by}`)).text();
      expect(html).toMatch(/: 8<\/title>/);
      expect(html).toContain(`href="/projects/${id}"`);
    }
    const html = await (await fetch(`${api.url}/mentions`)).text();
    expect(html).toContain('<strong>@desk</strong> &lt;b>which&lt;/b> ferries?');
    expect(html).toContain(`/projects/${id}/documents/${params.documentId}#segment-2`);
  });
});
