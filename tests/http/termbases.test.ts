import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
let termbaseId: number;
beforeAll(async () => {
  api = await serveApi();
  termbaseId = (await api.call('createTermbase', { body: { name: 'Press' } })).id;
});
afterAll(() => api?.stop());

const terms = [
  { language: 'fr', text: 'cessez-le-feu', status: 'preferred' },
  { language: 'en', text: 'ceasefire', partOfSpeech: 'noun' },
] as const;

describe('termbases', () => {
  it('are made, renamed, listed and deleted', async () => {
    const made = await api.call('createTermbase', { body: { name: 'Sport' } });
    const params = { id: made.id };
    expect(await api.call('changeTermbase', { params, body: { name: 'Sports' } })).toEqual({ ...made, name: 'Sports' });
    expect((await api.call('listTermbases', {})).items.map(({ name }) => name)).toEqual(['Press', 'Sports']);
    const taken = api.call('createTermbase', { body: { name: 'Sports' } });
    expect(await problemOf(taken)).toMatchObject({ status: 409, code: 'already-exists' });
    await api.call('deleteTermbase', { params });
    expect(await problemOf(api.call('getTermbase', { params }))).toMatchObject({ status: 404 });
  });

  it('hold entries that are added, found, changed on their version, deleted and brought back', async () => {
    const made = await api.call('createTerm', { body: { termbaseId, definition: 'Arrêt.', terms: [...terms] } });
    expect(made).toMatchObject({
      version: 1,
      definition: 'Arrêt.',
      terms: [
        { place: 0, language: 'fr', text: 'cessez-le-feu', status: 'preferred' },
        { place: 1, language: 'en', text: 'ceasefire', status: 'admitted', partOfSpeech: 'noun' },
      ],
    });
    expect(made).not.toHaveProperty('concept');
    const params = { id: made.id };
    expect(
      await problemOf(api.call('createTerm', { body: { termbaseId, definition: 'Arrêt.', terms: [...terms] } })),
    ).toMatchObject({ code: 'already-exists' });
    const query = { termbase: termbaseId, text: 'CEASE', language: 'en' } as const;
    expect((await api.call('listTerms', { query })).items).toEqual([made]);
    const kept = made.terms.map(({ place, text, language }) => ({ place, text, language }));
    const body = { version: 1, terms: [...kept, { language: 'en', text: 'cease-fire', status: 'forbidden' }] } as const;
    const changed = await api.call('changeTerm', { params, body: { ...body, terms: [...body.terms] } });
    expect(changed).toMatchObject({ version: 2, terms: [{}, { partOfSpeech: 'noun' }, { status: 'forbidden' }] });
    expect(await problemOf(api.call('changeTerm', { params, body: { version: 1, note: 'x' } }))).toMatchObject({
      status: 409,
      code: 'version-conflict',
      current: { version: 2, definition: 'Arrêt.' },
    });
    await api.call('deleteTerm', { params, query: { version: 2 } });
    expect(await problemOf(api.call('getTerm', { params }))).toMatchObject({ status: 404 });
    expect(await api.call('undoTerm', { params })).toMatchObject({ version: 4, terms: changed.terms });
    expect((await api.call('termHistory', { params })).items.map(({ action }) => action)).toEqual([
      'create',
      'change',
      'delete',
      'undo',
    ]);
  });

  it('say in a lookup which of their terms stand in the text, and what those are called in the other language', async () => {
    const { items } = await api.call('listTerms', { query: { termbase: termbaseId } });
    const other = await api.call('createTermbase', { body: { name: 'Elsewhere' } });
    const body = { text: 'Les cessez-le-feu : un cessez-le-feu.', sourceLanguage: 'fr', targetLanguage: 'en' };
    const found = {
      entryId: items[0]?.id,
      termbase: { id: termbaseId, name: 'Press' },
      term: 'cessez-le-feu',
      status: 'preferred',
      ranges: [
        { start: 4, end: 17 },
        { start: 23, end: 36 },
      ],
      targets: [
        { text: 'ceasefire', status: 'admitted', partOfSpeech: 'noun' },
        { text: 'cease-fire', status: 'forbidden' },
      ],
      definition: 'Arrêt.',
    };
    expect((await api.call('lookup', { body })).terms).toEqual([found]);
    expect((await api.call('lookup', { body: { ...body, tiers: ['matches'] } })).terms).toEqual([]);
    expect((await api.call('lookup', { body: { ...body, termbases: [other.id] } })).terms).toEqual([]);
    const reverse = { text: 'The cease-fire holds.', sourceLanguage: 'en', targetLanguage: 'fr' };
    expect((await api.call('lookup', { body: reverse })).terms).toMatchObject([
      { term: 'cease-fire', status: 'forbidden', targets: [{ text: 'cessez-le-feu' }] },
    ]);
    expect(await problemOf(api.call('lookup', { body: { ...body, termbases: [99] } }))).toMatchObject({ status: 404 });
  });

  it('take a file as a job, and give it back', async () => {
    const file = '﻿fr,en,note\nchapeau,standfirst,presse\n';
    const address = `${api.url}/api/v1/imports/terms?${new URLSearchParams({ name: 'terms.csv', termbase: 'Desk' })}`;
    const headers = { 'content-type': 'application/octet-stream' };
    const response = await fetch(address, { method: 'POST', headers, body: file });
    expect(response.status).toBe(202);
    let job = (await response.json()) as CallAnswer<'getJob'>;
    while (job.state === 'queued' || job.state === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = await api.call('getJob', { params: { id: job.id } });
    }
    expect(job).toMatchObject({ kind: 'import-terms', state: 'done', result: { added: 1, refused: [] } });
    const { termbaseId: desk } = job.result as { termbaseId: number };
    const tbx = await fetch(`${api.url}/api/v1/exports?format=tbx&termbase=${desk}`);
    expect(tbx.headers.get('content-type')).toContain('application/x-tbx+xml');
    expect(tbx.headers.get('content-disposition')).toContain('Desk.tbx');
    expect(await tbx.text()).toContain('<note>presse</note>');
    const wrong = await fetch(`${api.url}/api/v1/exports?format=tmx&termbase=${desk}`);
    expect(wrong.status).toBe(400);
  });
});
