import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentText } from '../../memory/model/inline.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

const TEXT = 'date 2023-04 Le ferry part à 9 h. Il revient le soir.\n\nLa mer est calme.\n';
const HUMAN = { kind: 'human' } as const;

async function newWork(text = TEXT) {
  const project = await api.call('createProject', {
    body: { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const document = await api.call('addProjectDocument', {
    params: { id: project.id },
    body: { name: 'ferry.txt', text },
  });
  const ids = { id: project.id, documentId: document.id };
  const { items: segments } = await api.call('listSegments', { params: ids });
  return { project, document, segments, ids };
}

describe('a text to translate', () => {
  it('is cut into segments from which it can be put together again, its date line read and kept out of them', async () => {
    const { document, segments } = await newWork();
    expect(segments.map(({ source }) => contentText(source))).toEqual([
      'Le ferry part à 9 h.',
      'Il revient le soir.',
      'La mer est calme.',
    ]);
    expect(segments.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
    expect(segments.map(({ before, source, after }) => before + contentText(source) + after).join('')).toBe(TEXT);
    expect(document.provenance).toEqual({ publishedOn: '2023-04' });
    expect(document.progress).toMatchObject({ segments: 3, doneSegments: 0 });
  });

  it('has its credit note read', async () => {
    const { document } = await newWork(HARBOUR.fr);
    expect(document.provenance).toMatchObject({
      originalLanguage: 'en',
      translator: 'Rédaction du Port',
      credit: 'Traduit de l’anglais (original) par Rédaction du Port.',
    });
  });

  it.each([
    ['nothing', '', 422, 'empty-text'],
    ['only spaces', ' \n\u00a0\n', 422, 'empty-text'],
    ['a line of five million characters', 'mot '.repeat(1_250_000), 422, 'line-too-long'],
    [
      'a sentence of twenty thousand characters',
      `Le port ${'et le quai '.repeat(1_900)}rouvrent.`,
      422,
      'text-too-long',
    ],
    ['the other language', HARBOUR.en, 422, 'wrong-language'],
    ['something binary', 'PK\u0003\u0004\u0000\u0000', 422, 'not-text'],
  ])('is refused when it is %s, and nothing is added', async (_, text, status, code) => {
    const { project } = await newWork();
    const adding = api.call('addProjectDocument', { params: { id: project.id }, body: { name: 'x', text } });
    expect(await problemOf(adding)).toMatchObject({ status, code });
    expect((await api.call('listProjectDocuments', { params: { id: project.id } })).items).toHaveLength(1);
  });
});

describe('segments split and joined by hand', () => {
  it('keep both targets, join again to what they were, and cut the same text so from then on', async () => {
    const { project, segments } = await newWork();
    const [, second] = segments;
    if (!second) throw new Error('no segment');
    const params = { id: second.id };
    await api.call('saveSegment', {
      params,
      body: { version: 1, target: 'It returns in the evening.', origin: HUMAN },
    });
    const at = 'Il revient'.length;
    const body = { version: 2, at, targetAt: 'It returns'.length };
    const { items } = await api.call('splitSegment', { params, body });
    expect(items.map(({ source, target, before }) => [before, source, target])).toEqual([
      [' ', ['Il revient'], ['It returns']],
      [' ', ['le soir.'], ['in the evening.']],
    ]);
    const added = async () => {
      const { id: documentId } = await api.call('addProjectDocument', {
        params: { id: project.id },
        body: { name: 'again.txt', text: TEXT },
      });
      const again = await api.call('listSegments', { params: { id: project.id, documentId } });
      expect(again.items.map(({ before, source, after }) => before + contentText(source) + after).join('')).toBe(TEXT);
      return again.items.map(({ source }) => contentText(source));
    };
    expect(await added()).toEqual(['Le ferry part à 9 h.', 'Il revient', 'le soir.', 'La mer est calme.']);

    const versions = { version: items[0]?.version ?? 0, nextVersion: items[1]?.version ?? 0 };
    const joined = await api.call('joinSegments', { params, body: versions });
    expect(joined).toMatchObject({ id: second.id, source: second.source, target: ['It returns in the evening.'] });
    expect(await added()).toHaveLength(3);
    const first = segments[0];
    const ids = { version: first?.version ?? 0, nextVersion: joined.version };
    await api.call('joinSegments', { params: { id: first?.id ?? 0 }, body: ids });
    expect(await added()).toEqual(['Le ferry part à 9 h. Il revient le soir.', 'La mer est calme.']);
  });

  it('are refused where a part would be empty, or a paragraph ends', async () => {
    const { segments } = await newWork();
    const [first, second] = segments;
    const empty = api.call('splitSegment', { params: { id: first?.id ?? 0 }, body: { version: 1, at: 0 } });
    expect(await problemOf(empty)).toMatchObject({ status: 422, code: 'impossible-step', where: 'body.at' });
    const across = api.call('joinSegments', { params: { id: second?.id ?? 0 }, body: { version: 1, nextVersion: 1 } });
    expect(await problemOf(across)).toMatchObject({ code: 'impossible-step' });
  });
});

describe('a segment', () => {
  it('keeps a draft, then a confirmation, which is looked up at once', async () => {
    const { project, segments } = await newWork();
    const [first] = segments;
    if (!first) throw new Error('no segment');
    const params = { id: first.id };
    const draft = await api.call('saveSegment', {
      params,
      body: { version: first.version, target: 'The ferry', origin: HUMAN },
    });
    expect(draft).toMatchObject({ status: 'draft', target: ['The ferry'], version: first.version + 1 });

    const body = { version: draft.version, target: 'The ferry leaves at 9 am.', origin: HUMAN };
    const { segment, unitId } = await api.call('confirmSegment', { params, body });
    expect(segment).toMatchObject({ status: 'confirmed', unitId });

    const { matches } = await api.call('lookup', {
      body: { text: 'Le ferry part à 9 h.', sourceLanguage: 'fr', targetLanguage: 'en' },
    });
    expect(matches).toContainEqual(
      expect.objectContaining({ unitId, rate: 100, target: ['The ferry leaves at 9 am.'] }),
    );
    expect((await api.call('getProject', { params: { id: project.id } })).progress).toMatchObject({ doneSegments: 1 });

    const { items } = await api.call('segmentHistory', { params });
    expect(items.map(({ status }) => status)).toEqual(['untranslated', 'draft', 'confirmed']);
    const reopened = await api.call('unconfirmSegment', { params, body: { version: segment.version } });
    expect(reopened).toMatchObject({ status: 'draft', target: ['The ferry leaves at 9 am.'] });
  });

  it('refuses a change of an older version and gives the present state', async () => {
    const { segments } = await newWork();
    const params = { id: segments[0]?.id ?? 0 };
    const first = { version: 1, target: 'Mine.', origin: HUMAN };
    await api.call('saveSegment', { params, body: first });
    const problem = await problemOf(api.call('saveSegment', { params, body: { ...first, target: 'Theirs.' } }));
    expect(problem).toMatchObject({
      status: 409,
      code: 'version-conflict',
      current: { version: 2, target: ['Mine.'] },
    });
    expect((await api.call('getSegment', { params })).target).toEqual(['Mine.']);
  });

  it('cannot be confirmed without a text', async () => {
    const { segments } = await newWork();
    const params = { id: segments[0]?.id ?? 0 };
    const problem = await problemOf(
      api.call('confirmSegment', { params, body: { version: 1, target: ' ', origin: HUMAN } }),
    );
    expect(problem).toMatchObject({ status: 422, code: 'empty-text' });
  });

  it('is given what the project’s memories know, in the context of its neighbours', async () => {
    await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
    const { segments } = await newWork(HARBOUR.fr.slice(0, HARBOUR.fr.indexOf('Traduit de')));
    const found = await api.call('segmentSuggestions', { params: { id: segments[7]?.id ?? 0 } });
    expect(found.matches[0]).toMatchObject({ kind: 'context', provenance: { translator: 'Rédaction du Port' } });
  });
});

describe('a project', () => {
  it('is gone with its documents when it is deleted, and its units stay', async () => {
    const { project, segments } = await newWork();
    const params = { id: segments[2]?.id ?? 0 };
    const body = { version: 1, target: 'The sea is calm.', origin: HUMAN };
    const { unitId } = await api.call('confirmSegment', { params, body });
    await api.call('deleteProject', { params: { id: project.id } });
    expect(await problemOf(api.call('getProject', { params: { id: project.id } }))).toMatchObject({ status: 404 });
    expect(await problemOf(api.call('getSegment', { params }))).toMatchObject({ status: 404 });
    expect(await api.call('getUnit', { params: { id: unitId ?? 0 } })).toMatchObject({
      en: { content: ['The sea is calm.'] },
    });
  });

  it('is renamed and given other memories, or stays as it was', async () => {
    const { project } = await newWork();
    const params = { id: project.id };
    const { id: memoryId } = await api.call('createMemory', { body: { name: 'Coast' } });
    const change = { name: 'Ferry, second part', memories: [{ memoryId, write: true }] };
    expect(await api.call('changeProject', { params, body: change })).toMatchObject({ id: project.id, ...change });
    const unknown = { name: 'Lost', memories: [{ memoryId: 987, write: false }] };
    expect(await problemOf(api.call('changeProject', { params, body: unknown }))).toMatchObject({ status: 404 });
    const twice = { name: 'Lost', memories: [...change.memories, { memoryId, write: false }] };
    expect(await problemOf(api.call('changeProject', { params, body: twice }))).toMatchObject({ status: 400 });
    expect(await api.call('getProject', { params })).toMatchObject(change);
  });

  it('goes on without a memory that was deleted, and confirms nothing into one that is read-only', async () => {
    const { project, segments } = await newWork();
    const { id: memoryId } = await api.call('createMemory', { body: { name: 'Short-lived' } });
    const memories = [{ memoryId, write: true }];
    await api.call('changeProject', { params: { id: project.id }, body: { memories } });
    await api.call('changeMemory', { params: { id: memoryId }, body: { readOnly: true } });
    const params = { id: segments[0]?.id ?? 0 };
    const body = { version: 1, target: 'The ferry leaves at nine.', origin: HUMAN };
    expect(await problemOf(api.call('confirmSegment', { params, body }))).toMatchObject({ code: 'read-only-memory' });
    expect(await api.call('getSegment', { params })).toMatchObject({ status: 'untranslated', version: 1 });

    await api.call('changeMemory', { params: { id: memoryId }, body: { readOnly: false } });
    await api.call('deleteMemory', { params: { id: memoryId } });
    expect((await api.call('getProject', { params: { id: project.id } })).memories).toEqual([]);
    expect((await api.call('segmentSuggestions', { params })).matches).toEqual([]);
    expect(await api.call('confirmSegment', { params, body })).not.toHaveProperty('unitId');
  });

  it('needs two languages', async () => {
    const body = { name: 'Odd', sourceLanguage: 'fr', targetLanguage: 'fr-CA' };
    expect(await problemOf(api.call('createProject', { body }))).toMatchObject({ status: 422, code: 'same-language' });
  });

  it('does not show the documents of another', async () => {
    const [one, two] = [await newWork(), await newWork()];
    const params = { id: one.project.id, documentId: two.document.id };
    expect(await problemOf(api.call('listSegments', { params }))).toMatchObject({ status: 404 });
    expect(await problemOf(api.call('deleteProjectDocument', { params }))).toMatchObject({ status: 404 });
  });
});

describe('comments on segments', () => {
  it('are said, listed with their document, and deleted', async () => {
    const { segments, ids } = await newWork();
    const params = { id: segments[1]?.id ?? 0 };
    const comment = await api.call('addComment', { params, body: { text: '@desk Which evening?' } });
    expect(comment).toMatchObject({ segmentId: params.id, text: '@desk Which evening?' });
    expect((await api.call('listComments', { params: ids })).items).toEqual([comment]);
    await api.call('deleteComment', { params: { id: comment.id } });
    expect((await api.call('listComments', { params: ids })).items).toEqual([]);
  });

  it.each([' ', 'x'.repeat(4001)])('that say nothing or too much are refused', async (text) => {
    const { segments, ids } = await newWork();
    const said = api.call('addComment', { params: { id: segments[0]?.id ?? 0 }, body: { text } });
    expect(await problemOf(said)).toMatchObject({ status: 400, code: 'bad-request' });
    expect((await api.call('listComments', { params: ids })).items).toEqual([]);
  });

  it('on what is not there are not found', async () => {
    const body = { text: 'Hello?' };
    expect(await problemOf(api.call('addComment', { params: { id: 999_999 }, body }))).toMatchObject({ status: 404 });
    expect(await problemOf(api.call('deleteComment', { params: { id: 999_999 } }))).toMatchObject({ status: 404 });
  });
});
