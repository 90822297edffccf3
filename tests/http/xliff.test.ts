import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

/** A file as a CAT tool writes one: CR LF, comments, codes, a lock, an approval, a candidate, another tool's words. */
const FILE = `<?xml version="1.0" encoding="UTF-8"?>\r
<!-- by hand -->\r
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:desk="urn:example:desk">\r
<file original="quay.html" source-language="en-GB" target-language="fr" datatype="html"><body>\r
<trans-unit id="1"><source>The <g id="1">north quay</g> is shut.</source></trans-unit>\r
<trans-unit id="2" translate="no"><source>PORT-LANNEC</source><target>PORT-LANNEC</target></trans-unit>\r
<trans-unit id="3" approved="yes" desk:slot='7'><source>It opens on Monday.</source>\r
  <target state="final">Il ouvre lundi.</target><alt-trans match-quality="80"><target>Lundi.</target></alt-trans>\r
</trans-unit>\r
<trans-unit id="4"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="a">One.</mrk> <mrk mtype="seg" mid="b">Two.</mrk></seg-source></trans-unit>\r
</body></file></xliff>\r
`;

type Content = (string | { form: 'open' | 'close'; id: string })[];
type Body = string | Uint8Array<ArrayBuffer>;

function send(body: Body, query: Readonly<Record<string, string>> = {}, type = 'application/x-xliff+xml') {
  const address = `${api.url}/api/v1/imports/xliff?${new URLSearchParams(query)}`;
  return fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
}

async function taken(body: Body, name = 'quay.xlf'): Promise<CallAnswer<'importXliff'>> {
  const response = await send(body, { name });
  expect(response.status).toBe(201);
  return (await response.json()) as CallAnswer<'importXliff'>;
}

async function original(project: number): Promise<Uint8Array> {
  const response = await fetch(`${api.url}/api/v1/exports?project=${project}&format=original`);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function segmentsOf({ project, document }: CallAnswer<'importXliff'>) {
  return (await api.call('listSegments', { params: { id: project.id, documentId: document.id } })).items;
}

describe('an XLIFF file that was sent', () => {
  it('becomes a project with its codes, targets, states and locks', async () => {
    const sent = await taken(FILE);
    expect(sent).toMatchObject({
      project: { name: 'quay.xlf', sourceLanguage: 'en-GB', targetLanguage: 'fr' },
      document: { file: { format: 'xliff', size: FILE.length }, progress: { segments: 5, doneSegments: 1 } },
    });
    const segments = await segmentsOf(sent);
    expect(segments.map(({ fileSegment }) => fileSegment)).toEqual(['1/1', '1/2', '1/3', '1/4/a', '1/4/b']);
    expect(segments[0]?.source).toEqual([
      'The ',
      { form: 'open', id: '1' },
      'north quay',
      { form: 'close', id: '1' },
      ' is shut.',
    ]);
    expect(segments.map(({ locked }) => locked)).toEqual([false, true, false, false, false]);
    expect(segments.map(({ status }) => status)).toEqual([
      'untranslated',
      'draft',
      'reviewed',
      'untranslated',
      'untranslated',
    ]);
    expect(segments.map(({ paragraph }) => paragraph)).toEqual([0, 1, 2, 3, 3]);
  });

  it('is given back byte for byte, and with nothing changed but what was translated', async () => {
    const sent = await taken(FILE);
    expect(new TextDecoder().decode(await original(sent.project.id))).toBe(FILE);

    const segments = await segmentsOf(sent);
    const [first, locked, , , last] = segments;
    const target: Content = ['Le ', { form: 'open', id: '1' }, 'quai nord', { form: 'close', id: '1' }, ' est fermé.'];
    const origin = { kind: 'human' } as const;
    await api.call('confirmSegment', { params: { id: first?.id ?? 0 }, body: { version: 1, target, origin } });
    await api.call('saveSegment', { params: { id: last?.id ?? 0 }, body: { version: 1, target: 'Deux.', origin } });
    await expect(
      api.call('saveSegment', { params: { id: locked?.id ?? 0 }, body: { version: 1, target: 'Non.', origin } }),
    ).rejects.toMatchObject({ problem: { code: 'locked' } });
    expect(new TextDecoder().decode(await original(sent.project.id))).toBe(
      FILE.replace(
        ' is shut.</source>',
        ' is shut.</source><target state="translated">Le <g id="1">quai nord</g> est fermé.</target>',
      ).replace(
        'Two.</mrk></seg-source>',
        'Two.</mrk></seg-source><target state="needs-translation"><mrk mtype="seg" mid="a"></mrk> <mrk mtype="seg" mid="b">Deux.</mrk></target>',
      ),
    );

    const response = await fetch(`${api.url}/api/v1/exports?project=${sent.project.id}&format=original`);
    expect(response.headers.get('content-type')).toBe('application/x-xliff+xml');
    expect(response.headers.get('content-disposition')).toContain('quay.xlf');
  });

  it('keeps its encoding', async () => {
    const text = `\ufeff${FILE.replace('UTF-8', 'UTF-16')}`;
    const bytes = Uint8Array.from(Buffer.from(text, 'utf16le'));
    const sent = await taken(bytes);
    expect(Buffer.compare(await original(sent.project.id), bytes)).toBe(0);
    const [first] = await segmentsOf(sent);
    const body = { version: 1, target: 'Œuvre', origin: { kind: 'human' } } as const;
    await api.call('saveSegment', { params: { id: first?.id ?? 0 }, body });
    const written = Buffer.from(await original(sent.project.id)).toString('utf16le');
    expect(written.replace(/<target state="needs-review-translation">Œuvre<\/target>/, '')).toBe(text);
  });

  it('is added to a project that goes the same way, and to no other', async () => {
    const { project } = await taken(FILE);
    const answer = await send(FILE, { project: String(project.id), name: 'second.xlf' });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toMatchObject({ project: { id: project.id }, document: { name: 'second.xlf' } });
    const refused = await fetch(`${api.url}/api/v1/exports?project=${project.id}&format=original`);
    expect(await refused.json()).toMatchObject({ code: 'bad-request', where: 'document' });

    const other = await api.call('createProject', {
      body: { name: 'Back', sourceLanguage: 'fr', targetLanguage: 'en' },
    });
    const wrong = await send(FILE, { project: String(other.id), name: 'quay.xlf' });
    expect(await wrong.json()).toMatchObject({ code: 'wrong-language', where: 'quay.xlf' });
    expect((await api.call('listProjectDocuments', { params: { id: other.id } })).items).toEqual([]);
  });

  it.each([
    [
      'is not well-formed',
      FILE.replace('</body>', ''),
      'ill-formed-xml',
      { line: expect.any(Number), column: expect.any(Number) },
    ],
    ['is for another language', FILE.replace('"fr"', '"de"'), 'unknown-language', {}],
    ['is in one language', FILE.replace('"fr"', '"en"'), 'same-language', { line: 4 }],
    ['is TMX', '<tmx version="1.4"/>', 'ill-formed-file', { line: 1 }],
    ['is of a version to come', FILE.replace('"1.2"', '"3.0"'), 'unsupported-format', {}],
    ['has no units', FILE.replace(/<trans-unit.*<\/trans-unit>/s, ''), 'empty-text', {}],
    [
      'brings entities of its own',
      FILE.replace('<xliff', '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff').replace('shut', '&a;'),
      'ill-formed-xml',
      {},
    ],
    ['is nested without end', FILE.replace('shut', `${'<g id="2">'.repeat(100_000)}`), 'ill-formed-xml', {}],
    ['has a sentence without end', FILE.replace('shut', 'shut '.repeat(5_000)), 'text-too-long', {}],
    ['is binary', Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]), 'not-text', {}],
    ['lies about its encoding', Uint8Array.from(Buffer.from(FILE.replace('shut', 'fermé'), 'latin1')), 'not-utf8', {}],
    ['is in an encoding unknown here', FILE.replace('UTF-8', 'EBCDIC'), 'unsupported-format', {}],
    ['is empty', '', 'ill-formed-xml', {}],
  ])('that %s is refused, and nothing is kept', async (_, body, code, more) => {
    const before = (await api.call('listProjects', {})).items.length;
    const response = await send(body, { name: 'in.xlf' });
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code, ...more });
    expect((await api.call('listProjects', {})).items).toHaveLength(before);
  });

  it('is taken and given back by the pages too', async () => {
    const form = new FormData();
    form.append('text', '');
    form.append('textFile', new Blob([FILE]), 'quay.sdlxliff');
    const response = await fetch(`${api.url}/projects/new`, { method: 'POST', body: form, redirect: 'manual' });
    expect(response.status).toBe(303);
    const address = response.headers.get('location') ?? '';
    const [, project = '', document = ''] = /^\/projects\/(\d+)\/documents\/(\d+)$/.exec(address) ?? [];
    const html = await (await fetch(`${api.url}/projects/${project}`)).text();
    const link = /href="([^"]*format=original[^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(await (await fetch(api.url + link)).text()).toBe(FILE);

    const wrong = new FormData();
    wrong.append('textFile', new Blob([FILE.replace('"fr"', '"de"')]), 'quay.xlf');
    const refused = await fetch(`${api.url}/projects/${project}/documents`, { method: 'POST', body: wrong });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain(
      'the target language is “de”; French and English (fr, en) are translated here',
    );
    const { items } = await api.call('listProjectDocuments', { params: { id: Number(project) } });
    expect(items.map(({ id }) => id)).toEqual([Number(document)]);
  });

  it('that is large is taken and given back by threads, byte for byte', async () => {
    const units = Array.from({ length: 1_100 }, (_, index) => {
      const text = `Pier ${index} of the harbour, where the ferries put in, is shut until ${index % 28} May. `.repeat(
        3,
      );
      return `<trans-unit id="p${index}"><source>${text.trim()}</source></trans-unit>\r\n`;
    });
    const large = FILE.replace('</body>', `${units.join('')}</body>`);
    const sent = await taken(large, 'piers.xlf');
    expect(sent.document.progress.segments).toBe(1_105);
    expect(new TextDecoder().decode(await original(sent.project.id))).toBe(large);
    expect(await (await send(large.replace('Pier 700', '<Pier 700'), { name: 'bad.xlf' })).json()).toMatchObject({
      code: 'ill-formed-xml',
      line: 711,
    });
  });

  it('is there only for what came as one', async () => {
    const { id } = await api.call('createProject', {
      body: { name: 'Text', sourceLanguage: 'fr', targetLanguage: 'en' },
    });
    await api.call('addProjectDocument', { params: { id }, body: { name: 'a', text: 'Le port rouvre lundi.' } });
    const response = await fetch(`${api.url}/api/v1/exports?project=${id}&format=original`);
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found', where: 'document' });
  });
});

describe('what an uploaded file says of its segments', () => {
  it('is shown: its candidates as suggestions, its notes as comments, each by whom the file names', async () => {
    const file = `<xliff version="1.2"><file original="a" source-language="en" target-language="fr"><body>
<trans-unit id="1"><source>The quay is shut.</source><note from="Desk"> Not the quayside. </note><note>Short.</note>
<alt-trans match-quality="70%" origin="Old"><source>The quay was shut.</source><target>Le quai était fermé.</target></alt-trans>
<alt-trans match-quality="99" origin="Desk"><target>Le quai est fermé.</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Nobody knows.</source></trans-unit></body></file></xliff>`;
    const response = await fetch(`${api.url}/api/v1/imports/xliff?name=said.xlf`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-xliff+xml' },
      body: file,
    });
    const { project, document } = (await response.json()) as CallAnswer<'importXliff'>;
    const params = { id: project.id, documentId: document.id };
    const [first, second] = (await api.call('listSegments', { params })).items;
    const offered = async (id = 0) => (await api.call('segmentSuggestions', { params: { id } })).file;
    expect(await offered(first?.id)).toEqual([
      { target: ['Le quai est fermé.'], offeredBy: 'Desk', quality: 99, notes: [] },
      {
        target: ['Le quai était fermé.'],
        source: ['The quay was shut.'],
        offeredBy: 'Old',
        quality: 70,
        notes: [],
      },
    ]);
    expect(await offered(second?.id)).toEqual([]);
    expect((await api.call('listComments', { params })).items).toMatchObject([
      { segmentId: first?.id, text: 'Not the quayside.', by: 'Desk (said.xlf)' },
      { segmentId: first?.id, text: 'Short.', by: 'said.xlf' },
    ]);
    const original = await fetch(`${api.url}/api/v1/exports?project=${project.id}&format=original`);
    expect(await original.text()).toBe(file);
  });
});

describe('the validation of a file', () => {
  async function validated(body: Body) {
    const address = `${api.url}/api/v1/validations?name=quay.xlf`;
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await fetch(address, { method: 'POST', headers, body });
    return { status: response.status, ...((await response.json()) as object) };
  }

  it('answers every fault with its place, also of what cannot be read', async () => {
    const unit = '<unit id="u"><segment><source>A</source></segment></unit>';
    const file = `<xliff version="2.0" srcLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">\n${unit}</file></xliff>`;
    expect(await validated(file)).toEqual({ status: 200, valid: true, faults: [] });
    expect(await validated(file.replace('<unit', '<unit type="x"'))).toMatchObject({
      valid: false,
      faults: [{ line: 2, column: 1, message: expect.stringContaining('type') }],
    });
    expect(await validated('<xliff')).toMatchObject({ valid: false, faults: [{ line: 1 }] });
    expect(await validated(Uint8Array.from([0x50, 0x4b, 3, 4]))).toMatchObject({ valid: false, faults: [{ line: 1 }] });
  });

  it('is done in a thread where the file is large, TMX too', async () => {
    const unit = '<tu><tuv xml:lang="en"><seg>The quay is shut.</seg></tuv></tu>\n';
    const large = `<tmx version="1.4">\n<body>\n${unit.repeat(6_000)}</body></tmx>`;
    const address = `${api.url}/api/v1/validations?name=quay.tmx`;
    const headers = { 'content-type': 'application/x-tmx+xml' };
    const response = await fetch(address, { method: 'POST', headers, body: large });
    expect(await response.json()).toEqual({
      valid: false,
      faults: [{ line: 2, column: 1, message: '<tmx> lacks <header> before <body>.' }],
    });
  });
});
