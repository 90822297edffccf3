import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

let names = 0;
async function newMemory(...pairs: readonly (readonly [fr: string, en: string])[]) {
  names += 1;
  const { id } = await api.call('createMemory', { body: { name: `Managed ${names}` } });
  if (pairs.length === 0) return { id, params: { id }, unitIds: [] };
  const units = pairs.map(([fr, en]) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  }));
  const { unitIds } = await api.call('createUnits', { body: { memoryId: id, units } });
  return { id, params: { id }, unitIds };
}

/** The job when it has ended. */
async function ended({ id }: CallAnswer<'getJob'>): Promise<CallAnswer<'getJob'>> {
  for (;;) {
    const job = await api.call('getJob', { params: { id } });
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((done) => setTimeout(done, 20));
  }
}

async function textsOf(memory: number, query: object = {}) {
  const { items } = await api.call('listUnits', { query: { memory, ...query } });
  return items.map(({ fr, en }) => [fr.content.join(''), en.content.join('')]);
}

const PORTS = [
  ['Le port ouvre.', 'The harbor opens.'],
  ['Le Port ferme.', 'The harbor closes; the harbor sleeps.'],
  ['La mer.', 'The sea.'],
] as const;

describe('units of a memory', () => {
  it('are listed by what they are, flagged, and given out as files', async () => {
    const { id, unitIds } = await newMemory(...PORTS);
    const params = { id: unitIds[2] ?? 0 };
    const flagged = await api.call('changeUnit', { params, body: { version: 1, flagged: true, note: 'Which sea?' } });
    expect(flagged).toMatchObject({ flagged: true, version: 2 });
    expect(await textsOf(id, { flagged: 'yes' })).toEqual([['La mer.', 'The sea.']]);
    expect(await textsOf(id, { en: 'HARBOR', fr: 'ferme' })).toEqual([PORTS[1]]);
    expect(await textsOf(id, { origin: 'machine' })).toEqual([]);
    expect(await textsOf(id, { changedTo: '2020' })).toEqual([]);
    expect(await problemOf(api.call('listUnits', { query: { changedFrom: 'yesterday' } }))).toMatchObject({
      code: 'bad-request',
      where: 'query.changedFrom',
    });

    const file = async (format: string) => {
      const answer = await fetch(`${api.url}/api/v1/exports/units?memory=${id}&en=harbor&format=${format}`);
      return [answer.headers.get('content-type'), await answer.text()] as const;
    };
    const [tmxType, tmx] = await file('tmx');
    expect(tmxType).toContain('application/x-tmx+xml');
    expect(tmx.match(/<tu /g)).toHaveLength(2);
    const [csvType, csv] = await file('csv');
    expect(csvType).toContain('text/csv');
    expect(csv).toContain('Le port ouvre.');
    expect(csv).not.toContain('La mer.');
  });
});

describe('replacing across a memory', () => {
  it('is shown before, done as a job, and taken back whole', async () => {
    const { id, params } = await newMemory(...PORTS);
    const wish = { find: 'harbor', replacement: 'harbour', side: 'en' } as const;
    const { items } = await api.call('previewReplacement', { params, query: wish });
    expect(items.map(({ sides }) => sides.map(({ after }) => after.join('')))).toEqual([
      ['The harbour opens.'],
      ['The harbour closes; the harbour sleeps.'],
    ]);
    expect(await textsOf(id)).toEqual(PORTS);

    const job = await ended(await api.call('replaceInMemory', { params, body: wish }));
    expect(job).toMatchObject({ state: 'done', result: { changed: 2, refused: [] } });
    expect(await textsOf(id, { en: 'harbour' })).toHaveLength(2);
    const [batch] = (await api.call('listBatches', { params, query: {} })).items;
    expect(batch).toMatchObject({ kind: 'replace', about: { find: 'harbor' }, units: 2, undone: 0 });

    const undo = { params: { id: batch?.id ?? 0 } };
    expect(await ended(await api.call('undoBatch', undo))).toMatchObject({ result: { undone: 2, kept: 0 } });
    expect(await textsOf(id)).toEqual(PORTS);
    expect(await api.call('getBatch', undo)).toMatchObject({ undone: 2, undoneBy: 'local' });
    expect(await problemOf(api.call('undoBatch', undo))).toMatchObject({ status: 409, code: 'nothing-to-undo' });
  });

  it('keeps to whole words, to case and to a filter', async () => {
    const { params } = await newMemory(...PORTS);
    const hits = async (query: object) =>
      (await api.call('previewReplacement', { params, query: { find: 'port', replacement: 'x', ...query } })).items;
    expect(await hits({ side: 'fr' })).toHaveLength(1);
    expect(await hits({ side: 'fr', matchCase: 'no' })).toHaveLength(2);
    expect(await hits({ side: 'fr', matchCase: 'no', en: 'sleeps' })).toHaveLength(1);
    expect(await hits({ find: 'harb', wholeWords: 'yes' })).toEqual([]);
  });

  it('leaves no side empty', async () => {
    const { id, params } = await newMemory(['Oui', 'Yes'], ['Oui.', 'Yes.']);
    const wish = { find: 'Yes', replacement: '' };
    const { items } = await api.call('previewReplacement', { params, query: wish });
    expect(items.map(({ empties }) => empties)).toEqual([true, undefined]);
    const { result } = await ended(await api.call('replaceInMemory', { params, body: wish }));
    expect(result).toMatchObject({ changed: 1, refused: [{ code: 'empty-text' }] });
    expect(await textsOf(id)).toEqual([
      ['Oui', 'Yes'],
      ['Oui.', '.'],
    ]);
  });
});

describe('deleting what a filter finds', () => {
  it('is done as a job, and taken back whole', async () => {
    const { id, params } = await newMemory(['Le quai', 'The quay'], ['Le quai nord', 'The north quay'], ['Oui', 'Yes']);
    const job = await ended(await api.call('deleteUnits', { params, body: { text: 'quai' } }));
    expect(job).toMatchObject({ state: 'done', result: { changed: 2, elsewhere: 0, refused: [] } });
    expect(await textsOf(id)).toEqual([['Oui', 'Yes']]);
    const [batch = { id: 0 }] = (await api.call('listBatches', { params, query: {} })).items;
    expect(batch).toMatchObject({ kind: 'repair', about: { repair: 'delete' }, units: 2 });
    await ended(await api.call('undoBatch', { params: { id: batch.id } }));
    expect(await textsOf(id)).toHaveLength(3);
    expect(await problemOf(api.call('deleteUnits', { params, body: {} }))).toMatchObject({ code: 'bad-request' });
  });

  it('takes a document out of the memory, and leaves what another has too', async () => {
    const article = (url: string, fr: string, en: string) => ({
      fr: `Le port rouvre lundi. ${fr}`,
      en: `The port reopens on Monday. ${en}`,
      memory: 'Articles',
      provenance: { url },
    });
    const first = await api.call('importArticle', {
      body: article('https://example.org/1', 'Deux navires attendent au large.', 'Two ships wait at sea.'),
    });
    await api.call('importArticle', {
      body: article('https://example.org/2', 'La grue est réparée.', 'The crane is repaired.'),
    });
    const { memoryId, documentId: document } = first;
    const params = { id: memoryId };
    const job = await ended(await api.call('deleteUnits', { params, body: { document: document ?? 0 } }));
    expect(job.result).toMatchObject({ changed: 1, elsewhere: 1 });
    expect(await textsOf(memoryId)).toEqual([
      ['Le port rouvre lundi.', 'The port reopens on Monday.'],
      ['La grue est réparée.', 'The crane is repaired.'],
    ]);
    const { params: other } = await newMemory(['Oui', 'Yes']);
    const body = { document: document ?? 0 };
    expect(await problemOf(api.call('deleteUnits', { params: other, body }))).toMatchObject({ code: 'not-found' });
  });
});

describe('repairs', () => {
  it('merge, swap, delete and flag, each one batch', async () => {
    const { id, params, unitIds } = await newMemory(
      ['Oui', 'Yes'],
      ['oui', 'yes'],
      ['The sea.', 'La mer.'],
      ['Ah', 'Ah'],
    );
    const [yes = 0, twin = 0, sea = 0, ah = 0] = unitIds;
    const one = (unit: number) => [{ id: unit, version: 1 }];
    const repair = (body: object) => api.call('repairUnits', { params, body: body as never });
    expect(await repair({ repair: 'merge', units: [...one(yes), ...one(twin)], keep: yes })).toMatchObject({
      changed: 1,
      batch: { kind: 'repair', about: { repair: 'merge' }, units: 1 },
    });
    await repair({ repair: 'swap', units: one(sea) });
    await repair({ repair: 'flag', units: one(yes) });
    const { batch } = await repair({ repair: 'delete', units: one(ah) });
    expect(await textsOf(id)).toEqual([
      ['Oui', 'Yes'],
      ['La mer.', 'The sea.'],
    ]);
    await ended(await api.call('undoBatch', { params: { id: batch.id } }));
    expect(await textsOf(id)).toHaveLength(3);
  });

  it('are all made or none, and a stale one is told the present state', async () => {
    const { id, params, unitIds } = await newMemory(['Oui', 'Yes'], ['Non', 'No']);
    const [yes = 0, no = 0] = unitIds;
    await api.call('changeUnit', { params: { id: no }, body: { version: 1, note: 'vu' } });
    const body = { repair: 'delete', units: [yes, no].map((unit) => ({ id: unit, version: 1 })) } as const;
    expect(await problemOf(api.call('repairUnits', { params, body }))).toMatchObject({
      status: 409,
      code: 'version-conflict',
      current: { id: no, note: 'vu' },
    });
    expect(await textsOf(id)).toHaveLength(2);
    const units = body.units.slice(0, 1);
    expect(await problemOf(api.call('repairUnits', { params, body: { repair: 'merge', units } }))).toMatchObject({
      status: 400,
      where: 'body.keep',
    });
  });
});

describe('the health of a memory', () => {
  it('is looked at by a job, and read until the next', async () => {
    const { params, unitIds } = await newMemory(
      ['Il y a 12 morts.', 'There are 21 dead.'],
      ['La mer.', 'The sea.'],
      ['La mer.', 'The ocean.'],
      ['« Oui »', '“Yes”'],
      ['"Oui"', '"Yes"'],
      ['This is what the minister said.', 'Voilà ce que le ministre a dit.'],
      ['Not translated at all.', 'Not translated at all.'],
      ['Le Monde', 'Le Monde'],
      ['...', 'A sentence.'],
      ['Le ministre a refusé de répondre aux questions.', 'The minister refused to answer the questions.'],
      ['Le ministre a refusé de répondre aux question', 'The minister refused to answer the question.'],
      ['Le ministre a refusé de répondre à 3 questions.', 'The minister refused to answer 3 questions.'],
    );
    expect(await problemOf(api.call('memoryHealth', { params }))).toMatchObject({ code: 'not-found' });
    const job = await ended(await api.call('checkMemory', { params }));
    const [dead, sea, ocean, yes, alsoYes, minister, not, , dots, refused, alsoRefused] = unitIds;
    expect(job).toMatchObject({ state: 'done', result: { units: 12, found: { numbers: 1, swapped: 1 } } });
    const { found } = await api.call('memoryHealth', { params });
    const listed = Object.fromEntries(
      Object.entries(found).map(([kind, { listed: all }]) => [kind, all.map(({ units }) => units.map(({ id }) => id))]),
    );
    expect(listed).toEqual({
      numbers: [[dead]],
      'different-targets': [[sea, ocean]],
      'near-duplicates': [
        [yes, alsoYes],
        [refused, alsoRefused],
      ],
      swapped: [[minister]],
      identical: [[not]],
      empty: [[dots]],
    });
    expect(found.numbers.listed[0]?.about).toEqual(['12', '21']);
  });
});

describe('a staging memory', () => {
  it('is held against its master, promoted, and taken back', async () => {
    const staging = await newMemory(['Oui', 'Yes'], ['Non', 'No'], ['La mer.', 'The ocean.']);
    const master = await newMemory(['Oui', 'Yes'], ['La mer.', 'The sea.']);
    const { params } = staging;
    const { items } = await api.call('comparePromotion', { params, query: { into: master.id } });
    expect(
      items.map(({ unit, standing, present }) => [unit.en.content, standing, present.map((one) => one.target)]),
    ).toEqual([
      [['Yes'], 'same', [['Yes']]],
      [['No'], 'new', []],
      [['The ocean.'], 'differs', [['The sea.']]],
    ]);
    const promoted = async (mode: 'add' | 'replace' | 'skip') =>
      ended(await api.call('promoteUnits', { params, body: { into: master.id, mode } }));
    expect((await promoted('skip')).result).toMatchObject({ changed: 1, same: 1, skipped: 1 });
    expect(await textsOf(master.id)).toHaveLength(3);
    expect((await promoted('replace')).result).toMatchObject({ changed: 1, same: 2 });
    expect(await textsOf(master.id, { fr: 'mer' })).toEqual([['La mer.', 'The ocean.']]);
    for (const { id } of (await api.call('listBatches', { params: master.params, query: {} })).items) {
      await ended(await api.call('undoBatch', { params: { id } }));
    }
    expect(await textsOf(master.id)).toEqual([
      ['Oui', 'Yes'],
      ['La mer.', 'The sea.'],
    ]);
    expect(await problemOf(api.call('promoteUnits', { params, body: { into: staging.id } }))).toMatchObject({
      code: 'bad-request',
      where: 'body.into',
    });
  });
});
