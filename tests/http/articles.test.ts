import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { zip } from '../support/office.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

const { fr, en } = HARBOUR;

async function ended(id: number) {
  for (;;) {
    const job = await api.call('getJob', { params: { id } });
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function send(bytes: Uint8Array, memory: string): Promise<Response> {
  return fetch(`${api.url}/api/v1/imports/articles?memory=${encodeURIComponent(memory)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/zip' },
    body: new Uint8Array(bytes),
  });
}

describe('POST /api/v1/imports/articles', () => {
  it('imports an archive as a job, whose page says what became of each pair', async () => {
    const table = 'fr,en,publication\nfr.txt,en.txt,Le Port en ligne\nfollow.txt,en.txt,\n';
    const files = { 'pairs.csv': table, 'fr.txt': fr, 'en.txt': en, 'follow.txt': HARBOUR.followUp };
    const response = await send(zip(...Object.entries(files).map(([name, data]) => ({ name, data }))), 'Archive');
    expect(response.status).toBe(202);
    const { id } = (await response.json()) as { id: number };
    const job = await ended(id);
    expect(job).toMatchObject({ state: 'done', kind: 'import-articles', done: 2, total: 2 });
    expect(job.result).toMatchObject({
      memory: 'Archive',
      outcomes: [
        { outcome: 'taken', name: 'pairs.csv:2', added: 26 },
        { outcome: 'refused', name: 'pairs.csv:3', code: 'unrelated-texts' },
      ],
    });
    const page = await (await fetch(`${api.url}/import/articles/${id}`)).text();
    expect(page).toContain('1 article taken, 0 already there, 1 refused');
    expect(page).toContain('26 units added');
    expect(await (await fetch(`${api.url}/jobs`)).text()).toContain(`href="/import/articles/${id}"`);
  });

  it.each([
    ['no archive', Buffer.from('no archive'), 'ill-formed-file'],
    ['an archive without pairs', zip({ name: 'a.txt', data: fr }), 'empty-text'],
    ['one that leads out of itself', zip({ name: '/etc/a.fr.txt', data: fr }), 'ill-formed-file'],
  ])('refuses %s at once', async (_, bytes, code) => {
    const response = await send(bytes, 'None');
    expect({ status: response.status, body: await response.json() }).toMatchObject({ status: 422, body: { code } });
  });
});

describe('the form that imports an archive', () => {
  const post = (form: FormData) =>
    fetch(`${api.url}/import/articles`, { method: 'POST', body: form, redirect: 'manual' });

  it('leads to the page of its job, or is given back', async () => {
    const form = new FormData();
    form.append('memory', 'Form');
    const missing = await post(form);
    expect(missing.status).toBe(422);
    expect(await missing.text()).toContain('Choose a ZIP archive');
    form.append(
      'archiveFile',
      new Blob([new Uint8Array(zip({ name: 'a.fr.txt', data: fr }, { name: 'a.en.txt', data: en }))]),
      'a.zip',
    );
    const sent = await post(form);
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toMatch(/^\/import\/articles\/\d+$/);
  });
});

describe('an article that takes long to align', () => {
  it('leaves the server free to answer others', async () => {
    const many = (text: string) =>
      Array.from({ length: 10 }, (_, k) => text.replaceAll(/Port-Lannec/g, `Lannec ${k}`)).join('\n');
    const importing = api.call('importArticle', { body: { fr: many(fr), en: many(en), memory: 'Long' } });
    let answered = 0;
    let isOver = false;
    const over = importing.finally(() => {
      isOver = true;
    });
    for (; !isOver; answered++) await api.call('health', {});
    expect((await over).beads.length).toBeGreaterThan(250);
    expect(answered).toBeGreaterThan(10);
  });

  it('is refused as a short one is', async () => {
    const long = { fr: `${fr}\n`.repeat(12), en: `${fr}\n`.repeat(12) };
    expect(await problemOf(api.call('importArticle', { body: long }))).toMatchObject({
      code: 'same-language',
      where: 'en',
    });
  });
});

describe('a document from a file', () => {
  const PAGE =
    '<!doctype html><html lang="fr"><link rel="canonical" href="https://www.example.org/port"><article><h1>Le port rouvre ses portes au printemps</h1><figure><figcaption>Le quai nord de la ville</figcaption></figure><p>La traversée durera quatre heures. Elle sera assurée six jours par semaine, sauf le mardi.</p></article></html>';
  const LATIN1 = Buffer.from('La traversée durera quatre heures et sera assurée par la compagnie.', 'latin1');

  it('keeps what its blocks are with the segments, and what it says of itself with the document', async () => {
    const body = { name: 'P', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const { id } = await api.call('createProject', { body });
    const file = { name: 'port.html', content: Buffer.from(PAGE).toString('base64') };
    const document = await api.call('addProjectDocument', { params: { id }, body: { name: 'port', file } });
    expect(document).toMatchObject({ provenance: { url: 'https://www.example.org/port' }, warnings: [] });
    const { items } = await api.call('listSegments', { params: { id, documentId: document.id } });
    expect(items.map(({ block, source }) => [block, String(source[0]).slice(0, 12)])).toEqual([
      ['headline', 'Le port rouv'],
      ['caption', 'Le quai nord'],
      ['paragraph', 'La traversée'],
      ['paragraph', 'Elle sera as'],
    ]);
  });

  it('keeps what its blocks are with the units, gives it with what is looked up, and brings it through TMX', async () => {
    const page = (language: string, [head, caption, said, item, rest]: readonly string[]) =>
      `<!doctype html><html lang="${language}"><article><h1>${head}</h1><figure><figcaption>${caption}</figcaption></figure><blockquote>${said}</blockquote><p>${rest}</p><ul><li>${item}</li></ul></article></html>`;
    const file = (name: string, html: string) => ({ name, content: Buffer.from(html).toString('base64') });
    const body = {
      fr: file(
        'a.fr.html',
        page('fr', [
          'La ligne de ferry rouvre le 14 avril à Wexcombe',
          'Le quai nord de Wexcombe, où le terminal est en construction',
          '« Nous attendons cette ligne depuis dix ans », a dit Anne Dupont au conseil municipal de Wexcombe.',
          'Les billets coûtent 45 euros.',
          'La traversée de 187 kilomètres durera quatre heures. Elle sera assurée six jours par semaine, sauf le mardi, par la compagnie du port.',
        ]),
      ),
      en: file(
        'a.en.html',
        page('en', [
          'The Wexcombe ferry line reopens on 14 April',
          'The north quay of Wexcombe, where the terminal is under construction',
          '“We have been waiting ten years for this line,” Anne Dupont told the Wexcombe town council.',
          'The tickets cost 45 euros.',
          'The crossing of 187 kilometres will take four hours. It will run six days a week, except Tuesday, by the company of the port.',
        ]),
      ),
    };
    const imported = await api.call('importArticle', { body: { ...body, memory: 'Blocks' } });
    expect(imported.beads.map(({ block }) => block)).toEqual(
      expect.arrayContaining(['headline', 'caption', 'quotation', 'list-item', 'paragraph']),
    );
    const caption = imported.beads.find(({ block }) => block === 'caption');
    const look = async (memory: number) => {
      const query = { text: caption?.fr ?? '', sourceLanguage: 'fr', targetLanguage: 'en', memories: [memory] };
      return (await api.call('lookup', { body: query })).matches[0];
    };
    expect(await look(imported.memoryId)).toMatchObject({ unitId: caption?.unitId, block: 'caption' });
    const unit = await api.call('getUnit', { params: { id: caption?.unitId ?? 0 } });
    expect(unit.occurrences).toMatchObject([{ block: 'caption' }]);

    const tmx = await fetch(`${api.url}/api/v1/memories/${imported.memoryId}/memory.tmx`);
    const again = await fetch(`${api.url}/api/v1/imports/tmx?memory=Blocks%20again`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-tmx+xml' },
      body: await tmx.arrayBuffer(),
    });
    expect(again.status).toBe(201);
    const memory = (await api.call('listMemories', {})).items.find(({ name }) => name === 'Blocks again');
    expect(await look(memory?.id ?? 0)).toMatchObject({ kind: 'exact', block: 'caption' });
  });

  it('says on the way what was decided while it was read', async () => {
    const form = new FormData();
    form.append('textFile', new Blob([new Uint8Array(LATIN1)]), 'port.txt');
    const project = await fetch(`${api.url}/projects/new`, { method: 'POST', body: form });
    expect(project.status).toBe(201);
    expect(await project.text()).toMatch(/read as Windows-1252[\s\S]*href="\/projects\/\d+\/documents\/\d+"/);

    const pair = new FormData();
    pair.append('frFile', new Blob([Buffer.from(fr.replace(/[^\0-\xff]/g, '-'), 'latin1')]), 'port.fr.txt');
    pair.append('en', en);
    const review = await fetch(`${api.url}/import`, { method: 'POST', body: pair });
    expect(review.url).toMatch(/\/reviews\/\d+$/);
    expect(await review.text()).toContain('read as Windows-1252');
  });
});
