import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

let names = 0;
async function newMemory(more: object = {}) {
  names += 1;
  return api.call('createMemory', { body: { name: `Memory ${names}`, ...more } });
}

const pair = (fr: string, en: string) => ({
  fr: { language: 'fr', content: fr },
  en: { language: 'en-GB', content: en },
});

async function newUnit(fr = 'Le port rouvre lundi.', en = 'The port reopens on Monday.') {
  const { id: memoryId } = await newMemory();
  const { unitIds } = await api.call('createUnits', { body: { memoryId, units: [pair(fr, en)] } });
  const id = unitIds[0] ?? 0;
  return { memoryId, id, params: { id } };
}

describe('a memory', () => {
  it('is created, read, listed, changed and deleted', async () => {
    const memory = await newMemory({ priority: 5, penalty: 2 });
    expect(memory).toMatchObject({ priority: 5, penalty: 2, readOnly: false, unitCount: 0 });
    const params = { id: memory.id };
    expect(await api.call('getMemory', { params })).toEqual(memory);
    expect((await api.call('listMemories', {})).items).toContainEqual(memory);
    const change = { name: 'Agency copy', priority: -3, readOnly: true };
    expect(await api.call('changeMemory', { params, body: change })).toEqual({ ...memory, ...change });
    await api.call('changeMemory', { params, body: { readOnly: false } });
    expect(await api.call('deleteMemory', { params })).toBeUndefined();
    expect(await problemOf(api.call('getMemory', { params }))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('has a name that no other has', async () => {
    const { name } = await newMemory();
    const other = await newMemory();
    const taken = { status: 409, code: 'already-exists' };
    expect(await problemOf(api.call('createMemory', { body: { name } }))).toMatchObject(taken);
    expect(await problemOf(api.call('changeMemory', { params: { id: other.id }, body: { name } }))).toMatchObject(
      taken,
    );
  });

  it.each([
    ['nothing', '', 'body.name'],
    ['spaces', ' \u00a0', 'body.name'],
    ['signs that show nothing', '\u200b\u2060', 'name'],
    ['two lines', 'News\nAgencies', 'name'],
    ['a NUL', 'News\0', 'name'],
    ['half a character', 'News\ud800', 'name'],
    ['too many characters', 'n'.repeat(10_000), 'body.name'],
  ])('cannot be named with %s', async (_, name, where) => {
    expect(await problemOf(api.call('createMemory', { body: { name } }))).toMatchObject({
      status: 400,
      code: 'bad-request',
      where,
    });
  });

  it.each(['Ελλάδα 😀', '\u202eمرحبا', '<script>alert(1)</script>', "Robert'); DROP TABLE memories;--", '__proto__'])(
    'can be named %s',
    async (name) => {
      const { id } = await api.call('createMemory', { body: { name } });
      expect((await api.call('getMemory', { params: { id } })).name).toBe(name);
    },
  );

  it('is deleted many units at a time where it is large', async () => {
    const { id } = await api.call('createMemory', { body: { name: 'Large' } });
    const pairs = Array.from({ length: 1_001 }, (_, number) => ({
      fr: { language: 'fr', content: `Quai ${number}` },
      en: { language: 'en', content: `Quay ${number}` },
    }));
    for (const units of [pairs.slice(0, 500), pairs.slice(500, 1_000), pairs.slice(1_000)]) {
      await api.call('createUnits', { body: { memoryId: id, units } });
    }
    await api.call('deleteMemory', { params: { id } });
    expect(await problemOf(api.call('getMemory', { params: { id } }))).toMatchObject({ code: 'not-found' });
    expect((await api.call('listUnits', { query: { text: 'Quay 1000' } })).items).toEqual([]);
  });

  it('takes no units while it is read-only', async () => {
    const { id } = await newMemory();
    await api.call('changeMemory', { params: { id }, body: { readOnly: true } });
    const adding = api.call('createUnits', { body: { memoryId: id, units: [pair('Oui.', 'Yes.')] } });
    expect(await problemOf(adding)).toMatchObject({ status: 403, code: 'read-only-memory' });
    expect(await problemOf(api.call('deleteMemory', { params: { id } }))).toMatchObject({ code: 'read-only-memory' });
    expect((await api.call('getMemory', { params: { id } })).unitCount).toBe(0);
  });
});

describe('a unit', () => {
  it('is stored once, whoever sends it again', async () => {
    const { id: memoryId } = await newMemory();
    const units = [pair('Oui.', 'Yes.'), pair('Non.', 'No.'), pair('Oui.', 'Yes.')];
    expect(await api.call('createUnits', { body: { memoryId, units } })).toMatchObject({ added: 2, merged: 1 });
    expect(await api.call('createUnits', { body: { memoryId, units } })).toMatchObject({ added: 0, merged: 3 });
    expect((await api.call('getMemory', { params: { id: memoryId } })).unitCount).toBe(2);
  });

  it('is stored with all the others that were sent or with none', async () => {
    const { id: memoryId } = await newMemory();
    const units = [pair('Oui.', 'Yes.'), pair('Non.', ' ')];
    expect(await problemOf(api.call('createUnits', { body: { memoryId, units } }))).toMatchObject({
      status: 422,
      code: 'empty-text',
      where: 'units.1.en.content',
    });
    const swapped = [{ fr: { language: 'en', content: 'Yes.' }, en: { language: 'en', content: 'Yes.' } }];
    expect(await problemOf(api.call('createUnits', { body: { memoryId, units: swapped } }))).toMatchObject({
      code: 'wrong-language',
      where: 'units.0.fr.language',
    });
    expect((await api.call('listUnits', { query: { memory: memoryId } })).items).toEqual([]);
  });

  it('is changed by whoever saw it last, and by nobody else', async () => {
    const { params } = await newUnit();
    const note = 'As the port authority writes it.';
    const changed = await api.call('changeUnit', { params, body: { version: 1, status: 'reviewed', note } });
    expect(changed).toMatchObject({ version: 2, status: 'reviewed', note, en: { language: 'en-GB' } });
    expect(await problemOf(api.call('changeUnit', { params, body: { version: 1, status: 'draft' } }))).toMatchObject({
      status: 409,
      code: 'version-conflict',
      current: { version: 2, status: 'reviewed' },
    });
    expect(await api.call('getUnit', { params })).toEqual(changed);
  });

  it('is not changed into nothing or into another language', async () => {
    const { params } = await newUnit();
    const empty = { version: 1, en: { language: 'en', content: '' } };
    expect(await problemOf(api.call('changeUnit', { params, body: empty }))).toMatchObject({ code: 'empty-text' });
    const french = { version: 1, en: { language: 'fr', content: 'Oui.' } };
    expect(await problemOf(api.call('changeUnit', { params, body: french }))).toMatchObject({ code: 'wrong-language' });
    expect((await api.call('getUnit', { params })).version).toBe(1);
  });

  it('has a history, and each change can be taken back', async () => {
    const { params } = await newUnit();
    const en = { language: 'en-GB', content: 'The port opens again on Monday.' };
    await api.call('changeUnit', { params, body: { version: 1, en } });
    const undone = await api.call('undoUnit', { params });
    expect(undone.en.content).toEqual(['The port reopens on Monday.']);
    const { items } = await api.call('unitHistory', { params });
    expect(items.map(({ action }) => action)).toEqual(['create', 'change', 'undo']);
    expect(items[1]?.en.content).toEqual([en.content]);
    expect(await problemOf(api.call('undoUnit', { params }))).toMatchObject({ status: 409, code: 'nothing-to-undo' });
  });

  it('comes back after it was deleted', async () => {
    const { params, memoryId } = await newUnit();
    expect(await problemOf(api.call('deleteUnit', { params, query: { version: 7 } }))).toMatchObject({ status: 409 });
    await api.call('deleteUnit', { params, query: { version: 1 } });
    expect(await problemOf(api.call('getUnit', { params }))).toMatchObject({ status: 404 });
    expect((await api.call('listUnits', { query: { memory: memoryId } })).items).toEqual([]);
    await api.call('undoUnit', { params });
    expect((await api.call('listUnits', { query: { memory: memoryId } })).items).toHaveLength(1);
  });

  it('is listed in pages, by memory and by part of its text', async () => {
    const { id: memory } = await newMemory();
    const units = Array.from({ length: 25 }, (_, index) =>
      pair(`Le quai ${index} est fermé.`, `Pier ${index}: 100 %.`),
    );
    await api.call('createUnits', { body: { memoryId: memory, units } });
    const first = await api.call('listUnits', { query: { memory, limit: 20 } });
    expect(first.items).toHaveLength(20);
    const rest = await api.call('listUnits', { query: { memory, limit: 20, cursor: first.next ?? '' } });
    expect(rest.items).toHaveLength(5);
    expect(rest).not.toHaveProperty('next');
    const found = async (text: string) => (await api.call('listUnits', { query: { memory, text } })).items.length;
    expect(await found('QUAI 24')).toBe(1);
    expect(await found('100 %')).toBe(25);
    expect(await found('100_%')).toBe(0);
  });

  it('is not looked for in a memory or document that is not there', async () => {
    expect(await problemOf(api.call('listUnits', { query: { memory: 987 } }))).toMatchObject({ status: 404 });
    expect(await problemOf(api.call('listUnits', { query: { document: 987 } }))).toMatchObject({ status: 404 });
    expect(await problemOf(api.call('listDocuments', { query: { memory: 987 } }))).toMatchObject({ status: 404 });
  });
});

describe('a document that units come from', () => {
  it('is listed, read and corrected in its provenance', async () => {
    const { fr, en } = HARBOUR;
    const { memoryId, documentId } = await api.call('importArticle', { body: { fr, en, memory: 'Articles' } });
    const params = { id: documentId };
    const document = await api.call('getDocument', { params });
    expect(document).toMatchObject({ memoryId, provenance: { originalLanguage: 'en' }, unitCount: 26 });
    expect((await api.call('listDocuments', { query: { memory: memoryId } })).items).toEqual([document]);
    expect((await api.call('listUnits', { query: { document: documentId } })).items).toHaveLength(26);

    const provenance = { ...document.provenance, publication: 'Le Port en ligne', publishedOn: '2023-02-01' };
    expect((await api.call('changeDocument', { params, body: { provenance } })).provenance).toEqual(provenance);
    for (const wrong of [{ publishedOn: '2023-02-29' }, { publishedOn: 'hier' }, { url: 'javascript:alert(1)' }]) {
      const changing = api.call('changeDocument', { params, body: { provenance: { ...provenance, ...wrong } } });
      expect(await problemOf(changing)).toMatchObject({
        code: 'bad-request',
        where: `body.provenance.${Object.keys(wrong)[0]}`,
      });
    }
    expect((await api.call('getDocument', { params })).provenance).toEqual(provenance);
  });
});
