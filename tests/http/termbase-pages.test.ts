import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function get(path: string) {
  const response = await fetch(api.url + path, { headers: { 'accept-language': 'en' } });
  return { status: response.status, html: (await response.text()).replaceAll('&amp;', '&') };
}

async function post(path: string, fields: Readonly<Record<string, string>> = {}) {
  const body = new URLSearchParams(fields);
  const headers = { 'accept-language': 'en' };
  const response = await fetch(api.url + path, { method: 'POST', body, headers, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

async function upload(text: string, fields: Readonly<Record<string, string>>) {
  const body = new FormData();
  body.append('termFile', new File([text], 'terms.csv'));
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { 'accept-language': 'en' };
  const response = await fetch(`${api.url}/termbases/import`, { method: 'POST', body, headers });
  return { status: response.status, html: await response.text() };
}

/** What the form of an entry sends. */
const TERMS = {
  terms: '3',
  'terms.0.text': 'cessez-le-feu',
  'terms.0.language': 'fr',
  'terms.0.status': 'preferred',
  'terms.0.partOfSpeech': 'noun',
  'terms.1.text': '',
  'terms.1.language': 'fr',
  'terms.1.status': 'admitted',
  'terms.2.text': 'cease-fire',
  'terms.2.language': 'en-GB',
  'terms.2.status': 'forbidden',
  definition: 'Arrêt des combats.',
};

describe('the page of termbases', () => {
  it('makes one, and says why not', async () => {
    expect((await get('/termbases')).html).toContain('No termbase yet');
    const made = await post('/termbases', { name: ' Press ' });
    expect([made.status, made.location]).toEqual([303, '/termbases/1']);
    expect((await get('/termbases')).html).toContain('href="/termbases/1">Press</a>');
    const twice = await post('/termbases', { name: 'Press' });
    expect([twice.status, twice.html]).toEqual([409, expect.stringContaining('id="name-error"')]);
    expect((await post('/termbases', { name: ' ' })).status).toBe(400);
  });

  it('imports a file, or says what importing it would do', async () => {
    const file = 'fr,en\nchapeau,standfirst\nlégende,caption\n';
    const tried = await upload(file, { termbase: 'Desk', mode: 'add', dryRun: 'yes' });
    expect(tried.html).toContain('What importing terms.csv into “Desk” would do');
    expect((await api.call('listTermbases', {})).items).toHaveLength(1);
    const done = await upload(file, { termbase: 'Desk', mode: 'add' });
    expect([done.status, done.html]).toEqual([201, expect.stringContaining('2 entries are new')]);
    const wrong = await upload(file, { termbase: 'Desk', columns: 'fr,nonsense' });
    expect([wrong.status, wrong.html]).toEqual([400, expect.stringContaining('id="columns-error"')]);
    expect((await upload('', { termbase: 'Desk' })).html).toContain('id="termFile-error"');
  });
});

describe('the page of a termbase', () => {
  it('shows its entries, searches them, and gives them as files', async () => {
    const [desk] = (await api.call('listTermbases', {})).items;
    const home = `/termbases/${desk?.id}`;
    const { html } = await get(home);
    expect(html).toContain('chapeau');
    expect(html).toContain('2 entries');
    const found = await get(`${home}?text=CAPT&language=en`);
    expect(found.html).toContain('légende');
    expect(found.html).not.toContain('chapeau');
    expect((await get(`${home}?text=capt&language=fr`)).html).toContain('No entry has such a term');
    expect((await get(`${home}?status=best`)).status).toBe(400);
    const [, file = ''] = /href="(\/api\/v1\/exports\?[^"]*format=tbx)"/.exec(html) ?? [];
    expect(await (await fetch(api.url + file)).text()).toContain('<term>standfirst</term>');
    expect((await get('/termbases/99')).status).toBe(404);
  });

  it('is renamed and deleted', async () => {
    const { id } = await api.call('createTermbase', { body: { name: 'Spare' } });
    const path = `/termbases/${id}/settings`;
    expect((await post(path, { name: 'Sport' })).location).toBe(`${path}?saved=1`);
    expect((await get(path)).html).toContain('value="Sport"');
    expect((await post(path, { name: 'Press' })).html).toContain('id="name-error"');
    expect((await post(`/termbases/${id}/delete`)).location).toBe('/termbases');
    expect((await get(path)).status).toBe(404);
  });
});

describe('the page of an entry', () => {
  const home = '/termbases/1/entries';
  let path: string;

  it('adds one, and leaves room that nothing was written in', async () => {
    const blank = await get(`${home}/new`);
    expect(blank.html.match(/name="terms\.\d\.text"/g)).toHaveLength(2);
    const more = await post(`${home}/new`, { ...TERMS, another: 'yes' });
    expect(more.html.match(/name="terms\.\d\.text"/g)).toHaveLength(4);
    expect(more.html).toContain('autofocus');
    const made = await post(`${home}/new`, TERMS);
    expect(made.status).toBe(303);
    path = made.location.split('?')[0] ?? '';
    const id = Number(path.split('/').at(-1));
    expect(await api.call('getTerm', { params: { id } })).toMatchObject({
      definition: 'Arrêt des combats.',
      terms: [
        { language: 'fr', text: 'cessez-le-feu', status: 'preferred', partOfSpeech: 'noun' },
        { language: 'en-GB', text: 'cease-fire', status: 'forbidden' },
      ],
    });
    expect((await post(`${home}/new`, TERMS)).status).toBe(409);
  });

  it('names the row in which something is wrong', async () => {
    const long = await post(`${home}/new`, { ...TERMS, 'terms.2.text': 'x'.repeat(501) });
    expect([long.status, long.html]).toEqual([400, expect.stringContaining('id="terms.2.text-error"')]);
    const noted = await post(`${home}/new`, { ...TERMS, 'terms.1.note': 'Which?' });
    expect([noted.status, noted.html]).toEqual([400, expect.stringContaining('id="terms.1.text-error"')]);
  });

  it('changes it, keeps its history, and takes a change back', async () => {
    const { html } = await get(path);
    expect(html).toContain('value="cessez-le-feu"');
    const changed = {
      ...TERMS,
      version: '1',
      terms: '3',
      'terms.0.place': '0',
      'terms.0.drop': '',
      'terms.1.text': 'trêve',
      'terms.2.place': '1',
      'terms.2.drop': 'yes',
      note: 'AFP',
    };
    expect((await post(path, changed)).location).toBe(`${path}?saved=1`);
    const after = await get(path);
    expect(after.html).toContain('value="trêve"');
    expect(after.html).not.toContain('value="cease-fire"');
    const stale = await post(path, { ...changed, 'terms.1.text': 'armistice' });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="armistice"');
    expect(stale.html).toContain('It was changed meanwhile');
    await post(`${path}/undo`);
    expect((await get(path)).html).toContain('value="cease-fire"');
  });

  it('deletes it and brings it back', async () => {
    expect((await post(`${path}/delete`, { version: '3' })).status).toBe(303);
    expect((await get(path)).html).toContain('This entry is deleted');
    await post(`${path}/undo`);
    expect((await get(path)).html).toContain('value="cessez-le-feu"');
    const other = path.replace('/termbases/1/', '/termbases/2/');
    expect((await get(other)).status).toBe(404);
    expect((await get(`${home}/999`)).status).toBe(404);
  });
});

describe('the settings of a project', () => {
  it('say which memories and termbases it uses, and what each memory is worth there', async () => {
    const { id: house } = await api.call('createMemory', { body: { name: 'House', penalty: 2 } });
    const { id: staging } = await api.call('createMemory', { body: { name: 'Staging' } });
    const pair = { fr: { language: 'fr', content: 'Le quai.' }, en: { language: 'en', content: 'The quay.' } };
    await api.call('createUnits', { body: { memoryId: staging, units: [pair] } });
    const memories = [{ memoryId: house, write: true }];
    const body = { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en', memories };
    const project = await api.call('createProject', { body });
    const params = { id: project.id };
    const path = `/projects/${project.id}/settings`;
    const { html } = await get(path);
    expect(html).toContain('Empty for 2, as the memory has it.');
    expect(html).toMatch(new RegExp(`name="memory.${house}.use"[^>]*checked`));
    const wanted = {
      name: 'Ferries',
      [`memory.${staging}.use`]: 'yes',
      [`memory.${staging}.priority`]: '7',
      [`memory.${staging}.penalty`]: '10',
      write: String(house),
      termbases: 'some',
      'termbase.1': 'yes',
    };
    expect((await post(path, wanted)).location).toBe(`${path}?saved=1`);
    expect(await api.call('getProject', { params })).toMatchObject({
      name: 'Ferries',
      memories: [
        { memoryId: house, write: true },
        { memoryId: staging, write: false, priority: 7, penalty: 10 },
      ],
      termbases: [1],
    });
    const document = await api.call('addProjectDocument', { params, body: { name: 'quai', text: 'Le quai.' } });
    const { items } = await api.call('listSegments', { params: { ...params, documentId: document.id } });
    const { matches } = await api.call('segmentSuggestions', { params: { id: items[0]?.id ?? 0 } });
    expect(matches).toMatchObject([{ rate: 90, penalties: [{ points: 10 }] }]);
    const wrong = await post(path, { ...wanted, [`memory.${staging}.penalty`]: '31', name: ' ' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain(`id="memory.${staging}.penalty-error"`);
    expect(wrong.html).toContain('id="name-error"');
    await post(path, { name: 'Ferries', write: '', termbases: 'all' });
    const emptied = await api.call('getProject', { params });
    expect(emptied.memories).toEqual([]);
    expect(emptied).not.toHaveProperty('termbases');
  });
});
