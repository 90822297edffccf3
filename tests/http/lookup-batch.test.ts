import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
  await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'Harbour' } });
});
afterAll(() => api?.stop());

interface Line {
  readonly index: number;
  readonly matches?: readonly { readonly rate: number; readonly kind: string }[];
  readonly error?: { readonly code: string };
}

const TO_ENGLISH = { sourceLanguage: 'fr', targetLanguage: 'en' };
const HALL = 'Son premier hall sera prêt en mars.';

async function batch(body: object): Promise<Response> {
  return fetch(`${api.url}/api/v1/lookup/batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...TO_ENGLISH, ...body }),
  });
}

async function lines(body: object): Promise<readonly Line[]> {
  const text = await (await batch(body)).text();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('POST /api/v1/lookup/batch', () => {
  it('answers each text in its place, as a lookup of its own does', async () => {
    const response = await batch({ texts: [HALL, 'Rien de tel.', HALL] });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const found = await lines({ texts: [HALL, 'Rien de tel.', HALL] });
    expect(found.map(({ index }) => index)).toEqual([0, 1, 2]);
    const alone = await api.call('lookup', { body: { text: HALL, sourceLanguage: 'fr', targetLanguage: 'en' } });
    expect(found[0]).toEqual({ index: 0, ...alone });
    expect(found[1]?.matches).toEqual([]);
  });

  it('takes texts that follow each other as each other’s context', async () => {
    const texts = HARBOUR.fr.split(/(?<=[.»])\s+/).filter((text) => text.trim() !== '');
    const kinds = async (asDocument: boolean) =>
      (await lines({ texts, asDocument })).flatMap(({ matches = [] }) => matches.map(({ kind }) => kind));
    expect(await kinds(true)).toContain('context');
    expect(await kinds(false)).not.toContain('context');
  });

  it('says of a text what is wrong with it, and goes on', async () => {
    const found = await lines({ texts: ['  ', HALL] });
    expect(found[0]).toMatchObject({ index: 0, error: { code: 'empty-text' } });
    expect(found[1]?.matches).toHaveLength(1);
  });

  it('refuses as a whole what is wrong as a whole', async () => {
    expect((await batch({ texts: [HALL], memories: [999] })).status).toBe(404);
    expect((await batch({ texts: [HALL], targetLanguage: 'fr' })).status).toBe(422);
    expect((await batch({ texts: [] })).status).toBe(400);
    expect((await batch({ texts: Array.from({ length: 1001 }, () => HALL) })).status).toBe(400);
  });

  it('stops where nobody reads on', async () => {
    const texts = Array.from({ length: 1000 }, () => HARBOUR.fr.slice(0, 3000));
    const sent = request(`${api.url}/api/v1/lookup/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    sent.on('error', () => {});
    sent.end(JSON.stringify({ ...TO_ENGLISH, texts }));
    const [response] = await once(sent, 'response');
    await once(response, 'data');
    sent.destroy();
    await expect.poll(async () => (await api.call('health', {})).status).toBe('ok');
    expect(api.errors()).toBe('');
  });
});
