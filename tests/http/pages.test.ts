import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

/** Every field that a person can fill is filled with this once; no page may give it back as markup. */
const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;';

let api: ServedApi;
let memoryId: number;
let documentId: number;
let projectId: number;
let workId: number;

beforeAll(async () => {
  api = await serveApi();
  const { fr, en } = HARBOUR;
  const provenance = { title: SCRIPT, publication: SCRIPT, author: SCRIPT, translator: SCRIPT, rights: SCRIPT };
  const imported = await api.call('importArticle', { body: { fr, en, memory: SCRIPT, provenance } });
  ({ memoryId, documentId } = imported);
  const units = [{ fr: { language: 'fr', content: SCRIPT }, en: { language: 'en', content: SCRIPT }, note: SCRIPT }];
  await api.call('createUnits', { body: { memoryId, units } });
  const body = { name: SCRIPT, sourceLanguage: 'fr', targetLanguage: 'en' };
  projectId = (await api.call('createProject', { body })).id;
  const text = `${SCRIPT} Le port de Port-Lannec est fermé depuis lundi.`;
  const document = { name: SCRIPT, text, provenance };
  workId = (await api.call('addProjectDocument', { params: { id: projectId }, body: document })).id;
});
afterAll(() => api?.stop());

async function get(path: string) {
  const response = await fetch(api.url + path);
  return { status: response.status, type: response.headers.get('content-type'), html: await response.text() };
}

type Sent = string | { readonly name: string; readonly bytes: string | Uint8Array<ArrayBuffer> };

/** Sends a form as a browser does. */
async function post(path: string, fields: Readonly<Record<string, Sent>>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, new Blob([value.bytes]), value.name);
  }
  const response = await fetch(api.url + path, { method: 'POST', body: form, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}

function titleOf(html: string): string | undefined {
  return /<title>(.*?)<\/title>/s.exec(html)?.[1];
}

/** The sentences at the head of a form that was refused. */
function faultsOf(html: string): readonly string[] {
  const summary = /id="errors".*?<ul>(.*?)<\/ul>/s.exec(html)?.[1] ?? '';
  return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].map(([, fault = '']) => fault.replaceAll(/<[^>]+>/g, ''));
}

/** The field that a fault at the head leads to. */
function faultyFields(html: string): readonly string[] {
  return [...html.matchAll(/<a href="#(\w+)">/g)].map(([, field = '']) => field).filter((field) => field !== 'main');
}

async function stored(): Promise<string> {
  const memories = (await api.call('listMemories', {})).items.map(({ name, unitCount }) => `${name} ${unitCount}`);
  const projects = (await api.call('listProjects', {})).items.map(
    ({ name, progress }) => `${name} ${progress.segments}`,
  );
  return JSON.stringify({ memories, projects });
}

const pages = (): readonly [string, RegExp][] => [
  ['/', /^Projects – Calque$/],
  ['/projects/new', /^New translation – Calque$/],
  [`/projects/${projectId}`, /alert\(1\).* – Calque$/],
  [`/projects/${projectId}/documents/${workId}`, /alert\(1\).* – Calque$/],
  ['/memories', /^Memories – Calque$/],
  ['/concordance', /^Concordance – Calque$/],
  [
    `/concordance?q=${encodeURIComponent(SCRIPT)}&publication=${encodeURIComponent(SCRIPT)}`,
    / – Concordance – Calque$/,
  ],
  [`/memories/${memoryId}`, /alert\(1\).* – Calque$/],
  [`/memories/${memoryId}?document=${documentId}`, / – Calque$/],
  [`/memories/${memoryId}?text=${encodeURIComponent(SCRIPT)}`, / – Calque$/],
  ['/import', /^Import an article – Calque$/],
];

describe('every page', () => {
  it('is there, and has its title', async () => {
    for (const [path, title] of pages()) {
      const { status, type, html } = await get(path);
      expect(status, path).toBe(200);
      expect(type, path).toBe('text/html; charset=utf-8');
      expect(titleOf(html), path).toMatch(title);
    }
  });

  it('shows what people wrote as text, never as markup', async () => {
    for (const [path] of pages()) {
      const { html } = await get(path);
      expect(html, path).not.toContain('<script>alert');
      expect(html, path).not.toContain('<img src=x');
      expect(html, path).not.toMatch(/="[^"]*"'&amp;amp;/);
    }
    const page = await get(`/projects/${projectId}`);
    expect(page.html).toContain('&lt;script>alert(1)');
  });

  it('shows an article that was just imported as text, too', async () => {
    const { html } = await post('/import', {
      aim: 'store',
      fr,
      en,
      memory: SCRIPT,
      title: SCRIPT,
      publication: SCRIPT,
    });
    expect(titleOf(html)).toBe('Article imported – Calque');
    expect(html).toContain('&lt;script>alert(1)');
    expect(html).not.toContain('<script>alert');
  });

  it.each([
    '/nothing',
    '/projects/987',
    '/projects/abc',
    '/projects/0',
    '/memories/987',
    '/memories/1e3',
    '/assets/../package.json',
    '/assets/%2e%2e%2fmain.js',
  ])('%s is a page that says there is nothing', async (path) => {
    const { status, html } = await get(path);
    expect(status).toBe(404);
    expect(titleOf(html)).toBe('There is nothing here – Calque');
    expect(html).toContain('href="/"');
  });

  it('has its scripts and styles packed for those who take that, and plain for others', async () => {
    const { html } = await get('/projects/new');
    const address = api.url + (/\/assets\/[^"]+\.css/.exec(html)?.[0] ?? '');
    const [packed, plain] = await Promise.all(
      ['gzip', 'identity'].map((encoding) => fetch(address, { headers: { 'accept-encoding': encoding } })),
    );
    expect(packed?.headers.get('content-encoding')).toBe('gzip');
    expect(plain?.headers.get('content-encoding')).toBeNull();
    for (const answer of [packed, plain]) {
      expect(answer?.headers.get('content-type')).toContain('text/css');
      expect(answer?.headers.get('vary')).toBe('accept-encoding');
      expect(answer?.headers.get('cache-control')).toContain('immutable');
    }
    expect(Number(packed?.headers.get('content-length')) * 3).toBeLessThan(
      Number(plain?.headers.get('content-length')),
    );
    expect(await packed?.text()).toBe(await plain?.text());
  });

  it('with a page mark or document that is none says so', async () => {
    expect((await get(`/memories/${memoryId}?cursor=zzz`)).status).toBe(400);
    expect((await get(`/memories/${memoryId}?document=987`)).status).toBe(404);
    expect((await get('/projects/%E0%A4%A')).status).toBe(400);
  });

  it('keeps its insides to itself when it fails', async () => {
    for (const path of ['/nothing', '/projects/%E0%A4%A', `/memories/${memoryId}?cursor=zzz`])
      expect((await get(path)).html).not.toMatch(/node_modules|\bat .+:\d+:\d+|Error:/);
  });
});

const { fr, en, followUp } = HARBOUR;
const file = (bytes: string | Uint8Array<ArrayBuffer>, name = 'article.txt') => ({ name, bytes });
/** Windows-1251, which nothing here is written in. */
const CYRILLIC = Uint8Array.of(0xcf, 0xee, 0xf0, 0xf2);

describe('the form of a new translation', () => {
  it('leads into the editor', async () => {
    const { status, location } = await post('/projects/new', { text: followUp, sourceLanguage: 'detect', name: '' });
    expect(status).toBe(303);
    expect(location).toMatch(/^\/projects\/\d+\/documents\/\d+$/);
    const { html } = await get(location ?? '');
    expect(titleOf(html)).toBe('La nouvelle ligne de ferry entre Port-Lannec et Wexcombe… – Calque');
  });

  it('takes a file, and names the project by it', async () => {
    const name = `${'très-long-'.repeat(30)}.txt`;
    const { location } = await post('/projects/new', { text: '', textFile: file(followUp, name) });
    expect(titleOf((await get(location ?? '')).html)).toMatch(/^très-long-très-long-.*… – Calque$/);
  });

  it.each<[string, Record<string, Sent>, number, string, RegExp]>([
    ['nothing', {}, 422, 'text', /^The text is missing/],
    ['an empty file', { textFile: file('', 'vide.txt') }, 422, 'textFile', /^vide\.txt is empty/],
    [
      'a binary file',
      { textFile: file('PK\u0003\u0004\0\0', 'a.docx') },
      422,
      'textFile',
      /^a\.docx begins as a ZIP archive/,
    ],
    [
      'another alphabet',
      { textFile: file(CYRILLIC, 'étude.txt') },
      422,
      'textFile',
      /^étude\.txt is not in UTF-8.*line 1/,
    ],
    ['a line of 2 MB', { textFile: file('Oui. '.repeat(400_000)) }, 422, 'textFile', /^Line 1 of article\.txt has/],
    ['English given as French', { text: en, sourceLanguage: 'fr' }, 422, 'text', /^The text is in English/],
    ['an unknown language', { text: followUp, sourceLanguage: 'de' }, 422, 'sourceLanguage', /^“de” is not French/],
    ['too little to tell the language', { text: 'ok' }, 422, 'sourceLanguage', /state its language/],
    ['a NUL', { text: 'a\0b' }, 422, 'text', /NUL/],
    ['a text twice', { text: 'Oui.', textFile: file('Oui.') }, 400, 'textFile', /pasted and chosen as a file/],
    ['a day that is none', { text: followUp, publishedOn: '2021-02-30' }, 400, 'publishedOn', /^The date .*calendar/],
    ['no web address', { text: followUp, url: 'javascript:alert(1)' }, 400, 'url', /^The web address must/],
    ['too long a name', { text: followUp, name: 'n'.repeat(10_000) }, 400, 'name', /^The name is longer than 200/],
  ])(
    'is given back for %s, with the fault at its field and what was typed',
    async (_, fields, status, field, fault) => {
      const before = await stored();
      const answer = await post('/projects/new', { name: 'Typed <name>', publication: 'Typed & kept', ...fields });
      expect(answer.status).toBe(status);
      expect(titleOf(answer.html)).toBe('New translation – Calque');
      expect(faultsOf(answer.html)).toEqual([expect.stringMatching(fault)]);
      expect(faultyFields(answer.html)).toEqual([field]);
      expect(answer.html).toContain('value="Typed &amp; kept"');
      if (!('name' in fields)) expect(answer.html).toContain('value="Typed &lt;name>"');
      if (typeof fields['text'] === 'string')
        expect(answer.html).toContain(fields['text'].trim().slice(0, 20).split('\0')[0]);
      expect(await stored()).toBe(before);
    },
  );
});

describe('a form that is not what a browser sends', () => {
  it.each([
    ['breaks off', 'multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="fr"\r\n\r\nOui'],
    ['has no boundary', 'multipart/form-data', '--x\r\n'],
  ])('because it %s is refused as such', async (_, type, body) => {
    const response = await fetch(`${api.url}/import`, { method: 'POST', headers: { 'content-type': type }, body });
    expect(response.status).toBe(400);
    expect(titleOf(await response.text())).toBe('The request is not of the expected form – Calque');
    expect(api.errors()).toBe('');
  });

  it('is refused when it is too large, and the server goes on', async () => {
    const { status, html } = await post('/import', { fr: 'Oui.\n'.repeat(2_600_000), en });
    expect(status).toBe(413);
    expect(titleOf(html)).toBe('It is larger than is taken – Calque');
    expect((await get('/import')).status).toBe(200);
  });
});

describe('the form that adds a document to a project', () => {
  it('leads into the editor, or is given back open', async () => {
    const path = `/projects/${projectId}/documents`;
    expect((await post(path, { text: followUp, name: 'Second' })).location).toMatch(
      /^\/projects\/\d+\/documents\/\d+$/,
    );
    const before = await stored();
    const { status, html } = await post(path, { text: en, name: 'Typed' });
    expect(status).toBe(422);
    expect(html).toContain('<details open');
    expect(html).toContain('value="Typed"');
    expect(faultsOf(html)).toEqual([expect.stringMatching(/^The text is in English/)]);
    expect(await stored()).toBe(before);
    expect((await post('/projects/987/documents', { text: followUp })).status).toBe(404);
  });
});

describe('the form that imports an article', () => {
  it('shows the beads, and finds the same article again', async () => {
    const first = await post('/import', {
      aim: 'store',
      fr,
      en,
      memory: 'Pages',
      publication: 'Le Port',
      publishedOn: '2023-02-01',
    });
    expect(first.status).toBe(201);
    expect(first.html).toContain('26 units stored');
    expect(first.html).toContain('Rédaction du Port');
    const again = await post('/import', {
      aim: 'store',
      frFile: file(fr),
      enFile: file(en),
      memory: 'Pages',
      publication: 'Le Port',
    });
    expect(again.status).toBe(201);
    expect(again.html).toContain('26 units the memory held already');
  });

  it.each<[string, Record<string, Sent>, number, string, RegExp]>([
    ['one side missing', { fr }, 422, 'en', /^The English text is missing/],
    ['an empty file', { frFile: file('', 'fr.txt'), en }, 422, 'frFile', /^fr\.txt is empty/],
    [
      'a picture',
      { fr, enFile: file(new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), 'a.png') },
      422,
      'enFile',
      /PNG/,
    ],
    ['another alphabet', { frFile: file(CYRILLIC, '../<b>.txt'), en }, 422, 'frFile', /is not in UTF-8/],
    ['a line of 2 MB', { fr: 'Oui. '.repeat(400_000), en }, 422, 'fr', /^Line 1 of The French text has/],
    ['one language twice', { fr, en: fr }, 422, 'en', /^Both texts are in French/],
    ['a name that no memory can have', { fr, en, memory: 'm'.repeat(300) }, 400, 'memory', /longer than 200/],
  ])('is given back for %s, and nothing is stored', async (_, fields, status, field, fault) => {
    const before = await stored();
    const { status: answered, html } = await post('/import', { memory: 'Nowhere', title: 'Typed "title"', ...fields });
    expect(answered).toBe(status);
    expect(faultsOf(html)).toEqual([expect.stringMatching(fault)]);
    expect(faultyFields(html)).toEqual([field]);
    expect(html).toContain('value="Typed &quot;title&quot;"');
    expect(html).not.toContain('<b>.txt');
    expect(await stored()).toBe(before);
  });
});

describe('the form that imports TMX', () => {
  const tmx = (fr: string, en: string) =>
    `<tmx version="1.4"><header srclang="fr"/><body>\n<tu><tuv xml:lang="fr"><seg>${fr}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu></body></tmx>`;

  it('says what was stored', async () => {
    const { status, html } = await post('/memories', { memory: 'TMX', tmxFile: file(tmx('Oui.', 'Yes.'), 'a<b>.tmx') });
    expect(status).toBe(201);
    expect(html).toContain('a&lt;b>.tmx was imported into “TMX”');
  });

  it.each<[string, Record<string, Sent>, RegExp]>([
    ['no file', {}, /^No file was chosen/],
    ['an empty file', { tmxFile: file('', 'a.tmx') }, /^a\.tmx is empty/],
    [
      'ill-formed XML',
      { tmxFile: file('<tmx>\n <a></tmx>', 'a.tmx') },
      /^a\.tmx is not well-formed XML at line 2, column/,
    ],
    ['a file of another kind', { tmxFile: file('<html/>', 'a.tmx') }, /^a\.tmx is not TMX/],
    ['only what cannot be taken', { tmxFile: file(tmx('Oui.', ''), 'a.tmx') }, /^a\.tmx holds no .*line 2/],
  ])('is given back for %s, and nothing is stored', async (_, fields, fault) => {
    const before = await stored();
    const { status, html } = await post('/memories', { memory: 'Nowhere', ...fields });
    expect(status).toBe(422);
    expect(faultsOf(html)).toEqual([expect.stringMatching(fault)]);
    expect(faultyFields(html)).toEqual(['tmxFile']);
    expect(html).toContain('value="Nowhere"');
    expect(await stored()).toBe(before);
  });
});

describe('the form that checks a file', () => {
  const check = (name: string, bytes: string) => post('/import/validate', { checkedFile: { name, bytes } });

  it('says where each fault is, and that a file has none', async () => {
    expect((await get('/import/validate')).status).toBe(200);
    const faulty = await check('a<b>.tmx', '<tmx version="1.4">\n<body/></tmx>');
    expect(faulty.status).toBe(200);
    expect(faulty.html).toContain('a&lt;b>.tmx: 1 fault');
    expect(faulty.html).toContain('&lt;tmx> lacks &lt;header> before &lt;body>.');
    const valid =
      '<xliff version="1.2"><file original="a" source-language="fr" datatype="plaintext"><body/></file></xliff>';
    expect((await check('a.xlf', valid)).html).toContain('a.xlf is valid');
  });

  it('wants a file', async () => {
    const { status, html } = await post('/import/validate', {});
    expect(status).toBe(422);
    expect(faultyFields(html)).toEqual(['checkedFile']);
  });
});

describe('the button that deletes a project', () => {
  it('deletes it and leads to the list', async () => {
    const body = { name: 'Gone', sourceLanguage: 'fr', targetLanguage: 'en' };
    const { id } = await api.call('createProject', { body });
    expect(await post(`/projects/${id}/delete`, {})).toMatchObject({ status: 303, location: '/' });
    expect((await get(`/projects/${id}`)).status).toBe(404);
    expect((await post(`/projects/${id}/delete`, {})).status).toBe(404);
  });
});
