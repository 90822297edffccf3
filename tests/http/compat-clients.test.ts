import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
  const { id: memoryId } = await api.call('createMemory', { body: { name: 'News' } });
  const pair = (fr: string, en: string) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  });
  const units = [
    pair('Le port rouvre lundi.', 'The port reopens on Monday.'),
    pair('Le port rouvre mardi.', 'The port reopens on Tuesday.'),
    pair('Entrée / sortie', 'In / out'),
  ];
  await api.call('createUnits', { body: { memoryId, units } });
});
afterAll(() => api?.stop());

/** Sends a request with its address to the byte, which `fetch` would tidy. */
function raw(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body?: string) {
  return new Promise<{ status: number; type: string; body: string }>((done, fail) => {
    const { hostname, port } = new URL(api.url);
    const sent = send({ hostname, port, method, path, headers }, async (response) => {
      const type = response.headers['content-type'] ?? '';
      done({ status: response.statusCode ?? 0, type, body: await text(response) });
    });
    sent.on('error', fail).end(body);
  });
}

const MONDAY =
  '[{"source":"The port reopens on Monday.","target":"Le port rouvre lundi.","context":"","quality":100.0,"rank":100.0}';

/** Requests as each client makes them. */
describe('Weblate', () => {
  it('asks which languages there are, and looks up with underscores and a region', async () => {
    const headers = { 'user-agent': 'Weblate/5.4', accept: 'application/json' };
    const languages = await raw('GET', '/tmserver/languages/', headers);
    expect(languages).toMatchObject({
      status: 200,
      body: '{"sourceLanguages":["en","fr"],"targetLanguages":["en","fr"]}',
    });
    const found = await raw('GET', '/tmserver/en/fr_ca/unit/The%20port%20reopens%20on%20Monday.', headers);
    expect(found.status).toBe(200);
    expect(found.body.startsWith(MONDAY)).toBe(true);
    expect(typeof JSON.parse(found.body)[0].quality).toBe('number');
  });

  it('cuts long texts at 500 characters', async () => {
    const cut = encodeURIComponent('The port reopens. '.repeat(28).slice(0, 500));
    expect(await raw('GET', `/tmserver/en/fr/unit/${cut}`)).toMatchObject({ status: 200, body: '[]' });
  });
});

describe('Virtaal', () => {
  it('doubles slashes, encodes those of the text, and states how many it wants', async () => {
    const path = '/tmserver/en/fr/unit//In%20%2F%20out?max_candidates=3&min_similarity=75';
    expect(JSON.parse((await raw('GET', path)).body)).toMatchObject([{ source: 'In / out', quality: 100 }]);
  });

  it('puts what was translated', async () => {
    const headers = { 'content-type': 'application/json' };
    const body = '{"source":"Fog at sea","target":"Brume en mer"}';
    expect(await raw('PUT', '/tmserver/en/fr/unit//Fog%20at%20sea', headers, body)).toMatchObject({ status: 200 });
    expect((await raw('GET', '/tmserver/en/fr/unit//Fog%20at%20sea')).body).toContain('Brume en mer');
  });
});

describe('Okapi’s connector', () => {
  it('reads quality as a double, and rows from best to worst', async () => {
    const path = '/amagama/api/v1/en/fr/unit/The+port?source=The%20port%20reopens%20on%20Monday.';
    expect((await raw('GET', path)).body).toBe('[]');
    const { body } = await raw('GET', '/amagama/api/v1/en/fr/unit/?source=The%20port%20reopens%20on%20Monday.');
    const figures = [...body.matchAll(/"quality":([\d.]+)/g)].map(([, figure = '']) => figure);
    expect(figures[0]).toBe('100.0');
    expect(figures.every((figure) => /^\d+\.\d$/.test(figure))).toBe(true);
    expect(figures.map(Number)).toEqual(figures.map(Number).toSorted((a, b) => b - a));
  });
});

describe('Pootle', () => {
  it('asks by JSONP', async () => {
    const path =
      '/amagama/api/v1/en/fr/unit/The%20port%20reopens%20on%20Monday.?jsoncallback=jQuery17_151&_=1700000000000';
    const { type, body } = await raw('GET', path, { accept: '*/*' });
    expect(type).toContain('javascript');
    expect(body).toMatch(/^jQuery17_151\(\[\{"source":.*\}\]\)$/);
  });
});

describe('a store of a whole file', () => {
  it.each([
    ['news.po', 'msgid ""\nmsgstr "Language: fr\\n"\n\nmsgid "A po file"\nmsgstr "Un fichier po"\n', 'A po file'],
    [
      'news.tmx',
      '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>A tmx file</seg></tuv><tuv xml:lang="fr"><seg>Un fichier tmx</seg></tuv></tu></body></tmx>',
      'A tmx file',
    ],
    [
      'news.xlf',
      '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="fr" datatype="plaintext"><body><trans-unit id="1"><source>An xliff file</source><target>Un fichier xliff</target></trans-unit><trans-unit id="2"><source>Not yet</source></trans-unit></body></file></xliff>',
      'An xliff file',
    ],
  ])('takes %s', async (name, body, source) => {
    expect(await raw('PUT', `/tmserver/en/fr/store/${name}`, {}, body)).toMatchObject({ status: 200, body: '""' });
    const { body: found } = await raw('GET', `/tmserver/en/fr/unit/${encodeURIComponent(source)}`);
    expect(found).toContain('Un fichier');
  });

  it('says what is wrong with a file, and keeps nothing of it', async () => {
    const broken = await raw('PUT', '/tmserver/en/fr/store/news.tmx', {}, '<tmx><body>');
    expect(broken.status).toBe(422);
    expect(JSON.parse(broken.body)).toMatchObject({ code: 'ill-formed-xml' });
    expect((await raw('PUT', '/tmserver/en/fr/unit/x', {}, '{')).status).toBe(400);
    expect((await raw('PUT', '/tmserver/en/fr/unit/x', {}, '')).status).toBe(400);
  });
});

describe('MyMemory’s clients', () => {
  it('get translations with a share of 1 for a match', async () => {
    const { body } = await raw('GET', '/mymemory/get?q=The%20port%20reopens%20on%20Monday.&langpair=en|fr-FR');
    const answer = JSON.parse(body);
    expect(answer).toMatchObject({
      responseData: { translatedText: 'Le port rouvre lundi.', match: 1 },
      responseStatus: 200,
      quotaFinished: false,
    });
    expect(answer.matches[0]).toMatchObject({
      segment: 'The port reopens on Monday.',
      translation: 'Le port rouvre lundi.',
      source: 'en',
      target: 'fr-FR',
      quality: '74',
      match: 1,
    });
    expect(answer.matches[1].match).toBeLessThan(1);
    const nothing = JSON.parse((await raw('GET', '/mymemory/get?q=Zebra&langpair=en%7Cfr')).body);
    expect(nothing).toMatchObject({ responseData: { translatedText: '' }, matches: [] });
  });

  it('set one, by either method, unless it is a page that asks', async () => {
    const pair = 'seg=Low%20tide&tra=Mar%C3%A9e%20basse&langpair=en|fr';
    expect(JSON.parse((await raw('GET', `/mymemory/set?${pair}`)).body)).toMatchObject({
      responseData: 'OK',
      responseStatus: 200,
    });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await raw('POST', '/mymemory/set', form, pair.replace('Low', 'High'))).status).toBe(200);
    expect((await raw('GET', '/mymemory/get?q=High%20tide&langpair=en|fr')).body).toContain('Marée basse');
    expect((await raw('GET', `/mymemory/set?${pair}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it.each([
    '/get?q=x',
    '/get?langpair=en|fr',
    '/get?q=x&langpair=en|de',
    '/set?seg=x&langpair=en|fr',
    '/get?q=x&langpair=en',
  ])('are told what %s lacks', async (path) => {
    expect((await raw('GET', `/mymemory${path}`)).status).toBe(400);
  });
});
