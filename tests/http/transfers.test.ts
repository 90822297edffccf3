import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { docx, wordParagraph } from '../support/office.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function memoryNames(): Promise<readonly string[]> {
  return (await api.call('listMemories', {})).items.map(({ name }) => name);
}

/** The client speaks JSON; a TMX file is its own body. */
function sendTmx(body: string | Uint8Array<ArrayBuffer>, memory: string, type = 'application/x-tmx+xml') {
  const query = new URLSearchParams({ memory });
  return fetch(`${api.url}/api/v1/imports/tmx?${query}`, { method: 'POST', headers: { 'content-type': type }, body });
}

function download(query: Record<string, string | number>) {
  const text = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
  return fetch(`${api.url}/api/v1/exports?${new URLSearchParams(text)}`);
}

const tmx = (body: string) => `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="fr"/>\n${body}\n</tmx>`;
const tu = (fr: string, en: string) =>
  `<tu><tuv xml:lang="fr"><seg>${fr}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>`;

describe('the import of an article', () => {
  const { fr, en } = HARBOUR;

  it.each([
    ['one side is empty', { fr, en: '' }, 422, 'empty-text', 'en'],
    ['one side is only space', { fr: ' \n\u00a0', en }, 422, 'empty-text', 'fr'],
    ['one side is not there', { fr }, 400, 'bad-request', 'body.en'],
    ['one side is binary', { fr: '%PDF-1.7\n\0\0', en }, 422, 'not-text', 'fr'],
    ['one side holds half a character', { fr: 'Le port \ud800', en }, 422, 'not-text', 'fr'],
    ['one side is a single line of 2 MB', { fr: 'Le port. '.repeat(240_000), en }, 422, 'line-too-long', 'fr'],
    ['one side is larger than is taken', { fr: 'Le port.\n'.repeat(700_000), en }, 400, 'bad-request', 'body.fr'],
    ['both sides are French', { fr, en: fr }, 422, 'same-language', 'en'],
    ['a field is unknown', { fr, en, memori: 'x' }, 400, 'bad-request', 'body'],
    ['a side is a number', { fr: 7, en }, 400, 'bad-request', 'body.fr'],
    ['the memory has no name', { fr, en, memory: ' ' }, 400, 'bad-request', 'body.memory'],
    ['the name of the memory cannot be', { fr, en, memory: 'a\nb' }, 400, 'bad-request', 'memory'],
  ])('is refused when %s, and nothing is stored', async (_, body, status, code, where) => {
    const before = await memoryNames();
    const sent = { memory: 'Nowhere', ...body } as { fr: string; en: string; memory: string };
    expect(await problemOf(api.call('importArticle', { body: sent }))).toMatchObject({ status, code, where });
    expect(await memoryNames()).toEqual(before);
  });

  it('sent twice at once stores it once', async () => {
    const body = { fr, en, memory: 'Twice' };
    const sent = await Promise.all([api.call('importArticle', { body }), api.call('importArticle', { body })]);
    expect(sent.map(({ added }) => added).sort()).toEqual([0, 26]);
  });
});

describe('the import of TMX', () => {
  it('stores its units and says what it did not take, and where', async () => {
    const file = tmx(`<body>\n${tu('Oui.', 'Yes.')}\n${tu('Non.', '')}\n${tu('&lt;b>', 'œ😀')}\n</body>`);
    const response = await sendTmx(file, 'From TMX');
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      added: 2,
      merged: 0,
      refused: [{ line: 5, reason: expect.stringMatching(/\w/) }],
    });
  });

  it('reads a large file in pieces, and loses no accent between them', async () => {
    const units = Array.from({ length: 4_000 }, (_, index) =>
      tu(`${'é'.repeat(60)} ${index}`, `${'œ'.repeat(60)} ${index}`),
    );
    const { memoryId, added } = (await (await sendTmx(tmx(`<body>${units.join('')}</body>`), 'Large')).json()) as {
      memoryId: number;
      added: number;
    };
    expect(added).toBe(4_000);
    const file = await (await download({ format: 'tmx', memory: memoryId })).text();
    expect(file.match(/<seg>é{60} \d+<\/seg>/g)).toHaveLength(4_000);
    expect(file.match(/<seg>œ{60} \d+<\/seg>/g)).toHaveLength(4_000);
  });

  it.each([
    ['is not well-formed', tmx('<body>\n<tu></body>'), 'ill-formed-xml', { line: 4, column: expect.any(Number) }],
    ['breaks off', tmx(`<body>${tu('Oui.', 'Yes.')}</body>`).slice(0, -20), 'ill-formed-xml', {}],
    ['is something else', '<xliff/>', 'ill-formed-file', { line: 1 }],
    ['is plain text', 'Le port rouvre lundi.', 'ill-formed-xml', { line: 1 }],
    ['has no English', tmx('<body><tu><tuv xml:lang="fr"><seg>Oui.</seg></tuv></tu></body>'), 'missing-side', {}],
    ['has no units', tmx('<body/>'), 'empty-text', {}],
    ['has only units that cannot be taken', tmx(`<body>\n${tu('Oui.', '')}</body>`), 'empty-text', { line: 4 }],
    ['brings entities of its own', `<!DOCTYPE tmx [<!ENTITY a "b">]>${tmx(tu('&a;', 'a'))}`, 'ill-formed-xml', {}],
    ['is TMX 2', tmx('<body/>').replace('1.4', '2.0'), 'unsupported-format', {}],
  ])('that %s is refused, and nothing is stored', async (_, file, code, more) => {
    const response = await sendTmx(file, 'Nowhere');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code, where: 'The body', ...more });
    expect(await memoryNames()).not.toContain('Nowhere');
  });

  it('is refused when it is empty, binary, a broken archive or of another kind', async () => {
    const answers = await Promise.all([
      sendTmx('', 'Nowhere'),
      sendTmx(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), 'Nowhere'),
      sendTmx(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'Nowhere'),
      sendTmx('{}', 'Nowhere', 'application/json'),
    ]);
    const codes = await Promise.all(answers.map(async (answer) => ((await answer.json()) as Problem).code));
    expect(codes).toEqual(['empty-text', 'not-text', 'ill-formed-file', 'unsupported-media-type']);
    expect(await memoryNames()).not.toContain('Nowhere');
  });

  it('gives a memory back as it was, its provenance with it', async () => {
    const provenance = {
      publication: 'Le Port & Cie <en ligne>',
      publishedOn: '2023-02',
      url: 'https://example.org/a?b=1&c=2',
    };
    const { fr, en } = HARBOUR;
    const { memoryId } = await api.call('importArticle', { body: { fr, en, memory: 'First', provenance } });
    const units = [
      { fr: { language: 'fr-CA', content: 'Oui.' }, en: { language: 'en', content: 'Yes.' }, note: 'Short.' },
    ];
    await api.call('createUnits', { body: { memoryId, units } });

    const exported = await download({ format: 'tmx', memory: memoryId });
    expect(exported.headers.get('content-disposition')).toContain('First.tmx');
    const file = await exported.text();
    const copied = (await (await sendTmx(file, 'Second')).json()) as { memoryId: number; added: number };
    expect(copied.added).toBe(27);
    const copy = await (await download({ format: 'tmx', memory: copied.memoryId })).text();
    const body = (text: string) =>
      text
        .slice(text.indexOf('<body>'))
        .replaceAll(/ tuid="[^"]*"/g, '')
        .replaceAll(/document-\d+/g, '');
    expect(body(copy)).toBe(body(file));
    expect(await (await sendTmx(file, 'Second')).json()).toMatchObject({ added: 0, merged: 27 });
  });
});

describe('an export', () => {
  it.each([
    ['of nothing', { format: 'tmx' }, 400, 'query.project'],
    ['of two things', { format: 'tmx', project: 1, memory: 1 }, 400, 'query.project'],
    ['of a memory as text', { format: 'text', memory: 1 }, 400, 'query.format'],
    ['of a document of a memory', { format: 'tmx', memory: 1, document: 1 }, 400, 'query.document'],
    ['in an unknown format', { format: 'docx', project: 1 }, 400, 'query.format'],
  ])('%s is refused', async (_, query, status, where) => {
    const response = await download(query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code: 'bad-request', where });
  });

  it.each([
    { format: 'xliff', project: 987 },
    { format: 'tmx', project: 987 },
    { format: 'tmx', memory: 987 },
  ])('of what is not there is not found: %j', async (query) => {
    const response = await download(query);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
  });

  it('of a project without documents is refused, as no file of it would be whole', async () => {
    const { id } = await api.call('createProject', {
      body: { name: 'Bare', sourceLanguage: 'fr', targetLanguage: 'en' },
    });
    for (const format of ['xliff', 'tmx', 'text']) {
      const response = await download({ format, project: id });
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'empty-text', where: 'project' });
    }
  });

  it('is filled, bare or for a tool as asked', async () => {
    await sendTmx(tmx(`<body>${tu('Le quai est fermé ce matin.', 'The quay is shut this morning.')}</body>`), 'Quays');
    const { id: memoryId } = (await api.call('listMemories', {})).items.find(({ name }) => name === 'Quays') ?? {
      id: 0,
    };
    const { id } = await api.call('createProject', {
      body: { name: 'Fill', sourceLanguage: 'fr', targetLanguage: 'en', memories: [{ memoryId, write: true }] },
    });
    await api.call('addProjectDocument', { params: { id }, body: { name: 'a', text: 'Le quai est ouvert ce matin.' } });
    const targets = async (query: Record<string, string | number>) => {
      const text = await (await download({ project: id, format: 'xliff', ...query })).text();
      const unit = text.replaceAll(/<alt-trans.*?<\/alt-trans>/g, '');
      return [/<target[^>]*state="([^"]*)/.exec(unit)?.[1], text.includes('<alt-trans')];
    };
    expect(await targets({})).toEqual([undefined, true]);
    expect(await targets({ candidates: 'no' })).toEqual([undefined, false]);
    expect(await targets({ fuzzy: 60, candidates: 'no' })).toEqual(['needs-review-translation', false]);
    expect(await targets({ fuzzy: 95 })).toEqual([undefined, true]);
    expect(await targets({ fuzzy: '', tool: 'omegat' })).toEqual(['needs-translation', true]);
    const xliff2 = await (await download({ project: id, format: 'xliff2', tool: 'omegat', fuzzy: 60 })).text();
    expect(xliff2).not.toContain('<mtc:match ');
    expect(xliff2).toContain('quay');
    const trados = await (await download({ memory: memoryId, format: 'tmx', convention: 'trados', level: 1 })).text();
    expect(trados).toContain('<prop type="x-ConfirmationLevel">Translated</prop>');
    expect(await (await download({ project: id, format: 'xliff', fuzzy: 30 })).json()).toMatchObject({
      code: 'bad-request',
      where: 'query.fuzzy',
    });
  });

  it('has a file name that no file system or shell reads otherwise', async () => {
    const name = '../../étude: "fin"\u202e|<x>.txt';
    const { id } = await api.call('createProject', { body: { name, sourceLanguage: 'fr', targetLanguage: 'en' } });
    await api.call('addProjectDocument', { params: { id }, body: { name, text: 'Le port rouvre lundi.' } });
    const disposition = (await download({ format: 'text', project: id })).headers.get('content-disposition') ?? '';
    const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1] ?? '';
    expect(decodeURIComponent(encoded)).toMatch(/^[^\\/:*?"<>|\p{C}]+\.en\.txt$/u);
    expect(decodeURIComponent(encoded)).toMatch(/^[^.]/);
  });

  it('of a project is what was confirmed, whatever signs are in it', async () => {
    const project = await api.call('createProject', {
      body: { name: 'Odd', sourceLanguage: 'fr', targetLanguage: 'en' },
    });
    const text = '<script>alert("x")</script> ]]> & Le port 😀 est fermé.';
    const document = await api.call('addProjectDocument', { params: { id: project.id }, body: { name: '<b>', text } });
    const ids = { id: project.id, documentId: document.id };
    const segment = (await api.call('listSegments', { params: ids })).items[0];
    const target = 'a\u0001b \ud800 <!-- & ]]> \u2028';
    await api.call('confirmSegment', {
      params: { id: segment?.id ?? 0 },
      body: { version: 1, target, origin: { kind: 'human' } },
    });
    for (const format of ['xliff', 'tmx'] as const) {
      const file = await (await download({ format, project: project.id })).text();
      expect(file).toMatch(/&lt;script(>|&gt;)/);
      expect(file).not.toMatch(/\p{Surrogate}/u);
      expect(file).not.toContain('\u0001');
    }
  });
});

describe('the import of an article from files', () => {
  const inBase64 = (text: string | Uint8Array) => Buffer.from(text as Uint8Array).toString('base64');
  const page = (language: string, text: string) => {
    const [headline = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
    const meta = `<link rel="canonical" href="https://www.example.org/${language}"><meta property="og:site_name" content="Le Port en ligne">`;
    return `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${meta}</head><body><nav><a href="/">Accueil</a></nav><article><h1>${headline}</h1>${lines.map((line) => `<p>${line}</p>`).join('')}</article></body></html>`;
  };

  it('reads pages and Word documents, and says what it read where', async () => {
    const fr = { name: 'a.fr.html', content: inBase64(page('fr', HARBOUR.fr)) };
    const paragraphs = HARBOUR.en.split('\n').map((line) => wordParagraph(line));
    const en = { name: 'a.en.docx', content: inBase64(docx(paragraphs.join(''))) };
    const imported = await api.call('importArticle', { body: { fr, en, memory: 'Files' } });
    expect(imported.added).toBeGreaterThan(25);
    expect(imported.provenance).toMatchObject({ publication: 'Le Port en ligne', url: 'https://www.example.org/fr' });
    expect(imported.sources).toMatchObject({ publication: 'og:site_name', credit: 'credit note' });
    expect(imported.warnings).toEqual([]);
  });

  it.each([
    ['is not what its name says', { name: 'a.pdf', content: inBase64('Le port rouvre.') }, 'ill-formed-file'],
    ['is a picture', { name: 'a.png', content: inBase64(Uint8Array.of(0x89, 0x50, 0x4e, 0x47)) }, 'unsupported-format'],
    [
      'is a page nested without end',
      { name: 'a.html', content: inBase64(`<html>${'<b>'.repeat(10_000)}`) },
      'ill-formed-file',
    ],
  ])('is refused where one %s, and nothing is stored', async (_, fr, code) => {
    const before = await memoryNames();
    const sent = { fr, en: HARBOUR.en, memory: 'Nowhere' };
    expect(await problemOf(api.call('importArticle', { body: sent }))).toMatchObject({
      status: 422,
      code,
      where: 'fr',
    });
    expect(await memoryNames()).toEqual(before);
  });
});
