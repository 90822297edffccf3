import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { startDeepLServer } from '../support/deepl-server.ts';

let deepl: Awaited<ReturnType<typeof startDeepLServer>>;
let api: ServedApi;
let segments: readonly number[];

beforeAll(async () => {
  deepl = await startDeepLServer(({ texts }) => texts.map((text) => `[${text}]`));
  api = await serveApi({ env: { DEEPL_AUTH_KEY: 'a-key:fx', DEEPL_SERVER_URL: deepl.url } });
  const body = { name: 'Port', sourceLanguage: 'fr', targetLanguage: 'en' };
  const { id } = await api.call('createProject', { body });
  const text = 'Le port est fermé. Il rouvrira lundi. Les pêcheurs attendent.';
  const document = await api.call('addProjectDocument', { params: { id }, body: { name: 'port', text } });
  const { items } = await api.call('listSegments', { params: { id, documentId: document.id } });
  segments = items.map((segment) => segment.id);
});
afterAll(async () => {
  await api?.stop();
  await deepl?.stop();
});

describe('machine translation of segments', () => {
  it('comes on demand, with the neighbours as context, and is kept', async () => {
    const params = { id: segments[1] ?? 0 };
    expect((await api.call('segmentSuggestions', { params })).machine).toEqual([]);
    expect((await api.call('translateSegment', { params })).items).toEqual([
      { engine: 'DeepL', target: ['[Il rouvrira lundi.]'], characters: 18 },
    ]);
    expect(deepl.calls.at(-1)?.context).toBe('Le port est fermé.\nLes pêcheurs attendent.');
    expect((await api.call('translateSegment', { params })).items).toMatchObject([{ characters: 0 }]);
    expect(await api.call('getSegment', { params })).toMatchObject({ target: [], status: 'untranslated' });
  });

  it('comes by rule where the best match is below a rate, within the limit', async () => {
    const rules = { formality: 'less', below: 75, monthlyLimit: 40 } as const;
    expect(await api.call('changeMachine', { body: rules })).toMatchObject({ ...rules, engine: 'DeepL', spent: 18 });
    const suggested = async (place: number) =>
      (await api.call('segmentSuggestions', { params: { id: segments[place] ?? 0 } })).machine;
    expect(await suggested(0)).toMatchObject([{ target: ['[Le port est fermé.]'] }]);
    expect(deepl.calls.at(-1)?.formality).toBe('prefer_less');
    expect(await suggested(2)).toEqual([
      { engine: 'DeepL', problem: expect.stringContaining('limit of 40'), characters: 0 },
    ]);
    expect(await api.call('machine', {})).toMatchObject({ spent: 36 });
  });

  it('refuses rules of another form', async () => {
    expect(await problemOf(api.call('changeMachine', { body: { below: 0 } }))).toMatchObject({
      status: 400,
      where: 'body.below',
    });
  });

  it('is decided on in the settings, which say what it cost', async () => {
    const page = async () => (await fetch(`${api.url}/settings`, { headers: { 'accept-language': 'en' } })).text();
    expect(await page()).toMatch(/DeepL: 36 of 40 characters sent in \w+ \d{4}\./);
    const post = (fields: Readonly<Record<string, string>>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return fetch(`${api.url}/settings/machine`, { method: 'POST', body, redirect: 'manual' });
    };
    expect((await post({ monthlyLimit: '', below: '', formality: 'default' })).status).toBe(303);
    expect(await page()).toContain('DeepL: 36 characters sent');
    const wrong = await post({ monthlyLimit: 'many', below: '60', formality: 'default' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('id="monthlyLimit-error"');
  });

  it('follows the terms of the termbases as long as the house wants it', async () => {
    const { id: termbaseId } = await api.call('createTermbase', { body: { name: 'Press' } });
    const terms = ['pêcheur', 'fisher'].map((text, at) => ({ language: at === 0 ? 'fr' : 'en', text }));
    await api.call('createTerm', { body: { termbaseId, terms } });
    await api.call('changeMachine', { body: { terms: true } });
    const params = { id: segments[2] ?? 0 };
    expect((await api.call('translateSegment', { params })).items).toMatchObject([{ target: expect.any(Array) }]);
    expect(deepl.calls.at(-1)?.glossary).toBe('glossary-1');
    expect(deepl.glossaries.get('glossary-1')).toMatchObject({ 'fr en': 'pêcheur\tfisher' });
    await api.call('changeMachine', { body: { terms: false } });
    expect(deepl.glossaries.size).toBe(0);
  });
});
