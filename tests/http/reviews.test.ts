import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { initialState } from '../../memory/alignment/review/reviewing.ts';
import type { ReviewStep } from '../../memory/model/review.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

let memories = 0;

/** A review of the harbour article for a memory of its own. */
async function newReview(change: { fr?: string; en?: string; memory?: string } = {}) {
  const memory = change.memory ?? `Port ${memories++}`;
  return api.call('createReview', { body: { fr: HARBOUR.fr, en: HARBOUR.en, ...change, memory } });
}

const take = (id: number, version: number, ...steps: readonly ReviewStep[]) =>
  api.call('takeReviewSteps', { params: { id }, body: { version, steps: [...steps] } });
const finish = (id: number, version: number, removeMissing = false) =>
  api.call('finishReview', { params: { id }, body: { version, removeMissing } });
const stored = async (documentId: number) =>
  (await api.call('listUnits', { query: { document: documentId, limit: 1_000 } })).items;

describe('a review', () => {
  it('begins with two aligned texts, from which both can be put together again, and stores nothing', async () => {
    const review = await newReview();
    for (const side of ['fr', 'en'] as const) {
      const text = review.bitext[side].map(({ before, text: sentence }) => before + sentence).join('');
      expect(text).toBe(HARBOUR[side].trimEnd());
      const placed = review.bitext.beads.flatMap((bead) => bead[side]);
      expect(placed.toSorted((a, b) => a - b)).toEqual(review.bitext[side].map((_, place) => place));
    }
    expect(review).toMatchObject({
      version: 1,
      state: 'open',
      steps: [],
      stored: [],
      provenance: { originalLanguage: 'en', translator: 'Rédaction du Port' },
      progress: { beads: review.bitext.beads.length, accepted: 0, passed: 0, deleted: 3 },
    });
    const { sources, ...kept } = review;
    expect({ sources, warnings: review.warnings }).toMatchObject({ sources: { credit: 'credit note' }, warnings: [] });
    expect(await api.call('getReview', { params: { id: review.id } })).toEqual(kept);
    const { items } = await api.call('listMemories', {});
    expect(items.map(({ name }) => name)).not.toContain(review.memory);
  });

  it('keeps every step, counts what is decided, and undoes', async () => {
    const { id } = await newReview();
    await take(id, 1, { kind: 'accept', bead: 0 });
    const summary = await take(id, 2, { kind: 'accept-above', confidence: 0.9 }, { kind: 'undo' });
    expect(summary).toMatchObject({ version: 4, progress: { accepted: 1, passed: 0 } });
    const { steps } = await api.call('getReview', { params: { id } });
    expect(steps.map(({ kind }) => kind)).toEqual(['accept', 'accept-above', 'undo']);
    expect((await api.call('listReviews', {})).items[0]).toEqual(summary);
  });

  it('stores accepted beads alone: looked at as confirmed, passed as drafts with their penalty', async () => {
    const { id, bitext } = await newReview();
    const [first = -1, second = -1] = bitext.beads.flatMap((bead, place) =>
      (bead.confidence ?? 0) > 0.9 ? [place] : [],
    );
    await take(id, 1, { kind: 'accept', bead: second }, { kind: 'delete', bead: first });
    const { progress } = await take(id, 3, { kind: 'accept-above', confidence: 0.9 });
    const { documentId, memoryId, ...counts } = await finish(id, 4);
    expect(counts).toEqual({ added: progress.accepted + progress.passed, merged: 0, changed: 0, deleted: 0 });
    const units = await stored(documentId);
    expect(units.filter(({ status }) => status === 'confirmed')).toHaveLength(1);
    expect(units.every(({ origin }) => origin.kind === 'alignment')).toBe(true);
    const texts = new Set(units.map(({ fr }) => fr.content[0]));
    expect(texts.has(bitext.fr[bitext.beads[first]?.fr[0] ?? -1]?.text ?? '')).toBe(false);
    const credit = units.find(({ fr }) => String(fr.content[0]).startsWith('Traduit de l’anglais'));
    expect(credit).toBeDefined();

    const drafted = units.find(({ status }) => status === 'draft');
    const lookup = await api.call('lookup', {
      body: { text: String(drafted?.fr.content[0]), sourceLanguage: 'fr', targetLanguage: 'en', memories: [memoryId] },
    });
    expect(lookup.matches[0]).toMatchObject({
      unitId: drafted?.id,
      penalties: [{ name: 'reverse' }, { name: 'alignment' }],
    });
    expect(await api.call('getReview', { params: { id } })).toMatchObject({ state: 'finished', documentId });
  });

  it('can be gone on with after it was finished, and stores what came to it', async () => {
    const { id } = await newReview();
    await take(id, 1, { kind: 'accept', bead: 1 });
    const once = await finish(id, 2);
    await take(id, 3, { kind: 'accept', bead: 2 });
    const twice = await finish(id, 4);
    expect(twice).toEqual({ ...once, added: 1, merged: 1 });
    expect(await stored(once.documentId)).toHaveLength(2);
  });

  it('has its provenance corrected, and its memory', async () => {
    const { id, provenance } = await newReview();
    const corrected = { ...provenance, author: 'Une journaliste', rights: 'Tous droits réservés' };
    const params = { id };
    await api.call('changeReview', { params, body: { version: 1, provenance: corrected } });
    await api.call('changeReview', { params, body: { version: 2, memory: 'Autre' } });
    await take(id, 3, { kind: 'accept', bead: 1 });
    const { documentId, memoryId } = await finish(id, 4);
    expect(await api.call('getDocument', { params: { id: documentId } })).toMatchObject({
      provenance: corrected,
      memoryId,
    });
    expect(await api.call('getMemory', { params: { id: memoryId } })).toMatchObject({ name: 'Autre' });
  });

  it('refuses a step that cannot be taken, and takes none of those sent with it', async () => {
    const { id, bitext } = await newReview();
    const last = bitext.beads.length - 1;
    const problem = await problemOf(take(id, 1, { kind: 'accept', bead: 1 }, { kind: 'join', bead: last }));
    expect(problem).toMatchObject({ status: 422, code: 'impossible-step', where: 'body.steps.1' });
    expect(await api.call('getReview', { params: { id } })).toMatchObject({ version: 1, steps: [] });
    const odd = { kind: 'juggle', bead: 0 } as unknown as ReviewStep;
    expect(await problemOf(take(id, 1, odd))).toMatchObject({ status: 400, code: 'bad-request' });
  });

  it('refuses what was made on an older version, and gives the present state', async () => {
    const { id } = await newReview();
    await take(id, 1, { kind: 'accept', bead: 1 });
    const problem = await problemOf(take(id, 1, { kind: 'delete', bead: 1 }));
    expect(problem).toMatchObject({ status: 409, code: 'version-conflict' });
    expect(problem.current).toMatchObject({ version: 2, steps: [{ kind: 'accept', bead: 1 }] });
  });

  it('stores nothing while nothing was accepted', async () => {
    const { id, memory } = await newReview();
    expect(await problemOf(finish(id, 1))).toMatchObject({ status: 422, code: 'nothing-accepted' });
    const { items } = await api.call('listMemories', {});
    expect(items.map(({ name }) => name)).not.toContain(memory);
  });

  it('is deleted without what it left in the memory', async () => {
    const { id } = await newReview();
    await take(id, 1, { kind: 'accept', bead: 1 });
    const { documentId } = await finish(id, 2);
    await api.call('deleteReview', { params: { id } });
    expect(await problemOf(api.call('getReview', { params: { id } }))).toMatchObject({ status: 404 });
    expect(await stored(documentId)).toHaveLength(1);
  });

  it.each([
    ['one language', { en: HARBOUR.fr }, 'same-language'],
    ['a text and a sentence', { fr: 'La traversée durera quatre heures.' }, 'unequal-texts'],
    ['an empty side', { fr: ' ' }, 'empty-text'],
  ])('is not begun with %s', async (_, change, code) => {
    const before = (await api.call('listReviews', {})).items.length;
    expect(await problemOf(newReview(change))).toMatchObject({ status: 422, code });
    expect((await api.call('listReviews', {})).items).toHaveLength(before);
  });
});

describe('the same article again', () => {
  it('finds its units, and takes what was reworded, added and removed into them', async () => {
    const first = await newReview();
    await take(first.id, 1, { kind: 'accept-above', confidence: 0.5 });
    const { documentId, added } = await finish(first.id, 2);
    const before = await stored(documentId);

    const fr = HARBOUR.fr.replace('coûtera 129', 'coûtera 139').replace(/Contactée mardi.*$/m, '');
    const en = HARBOUR.en.replace('cost €129', 'cost €139').replace(/Contacted on Tuesday.*$/m, '');
    const again = await newReview({ fr, en, memory: first.memory });
    expect(again).toMatchObject({ documentId, stored: before.map(({ id, version }) => ({ id, version })) });

    await take(again.id, 1, { kind: 'accept-above', confidence: 0.5 });
    const { version } = await api.call('getReview', { params: { id: again.id } });
    const kept = await finish(again.id, version);
    expect(kept).toMatchObject({ documentId, added: 0, changed: 1, deleted: 0 });
    expect(await stored(documentId)).toHaveLength(added);
    const car = (await stored(documentId)).find(({ fr: side }) => String(side.content[0]).includes('coûtera 139'));
    const { items: history } = await api.call('unitHistory', { params: { id: car?.id ?? 0 } });
    expect(history.map(({ en: side }) => side.content[0])).toEqual([
      'A car will cost €129 each way.',
      'A car will cost €139 each way.',
    ]);

    const removed = await finish(again.id, version + 1, true);
    expect(removed).toMatchObject({ documentId, added: 0, changed: 0, deleted: 1 });
    expect(await stored(documentId)).toHaveLength(added - 1);
  });

  it('keeps the shape of what a person vouched for, also where it is brought without a review', async () => {
    const first = await newReview();
    const { bitext } = first;
    const place = 4;
    await take(first.id, 1, { kind: 'join', bead: place }, { kind: 'accept', bead: place });
    await take(first.id, 3, { kind: 'accept-above', confidence: 0 });
    const { documentId, added } = await finish(first.id, 4);
    const [shaped] = (await stored(documentId)).filter(({ status }) => status === 'confirmed');

    const again = await newReview({ memory: first.memory });
    expect(again.bitext.beads).toHaveLength(bitext.beads.length - 1);
    const [one, two] = bitext.beads.slice(place);
    expect(again.bitext.beads[place]).toEqual({
      fr: [...(one?.fr ?? []), ...(two?.fr ?? [])],
      en: [...(one?.en ?? []), ...(two?.en ?? [])],
      decision: 'accepted',
      reason: 'earlier',
    });

    const { memory } = first;
    const straight = await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory } });
    expect(straight).toMatchObject({ added: 0, merged: added });
    expect(straight.beads).toContainEqual(expect.objectContaining({ unitId: shaped?.id, confidence: 1 }));
  });

  it('keeps what was edited, kept out, corrected and deleted by a person, with a review and without', async () => {
    const first = await newReview();
    const placeOf = (text: string, side: 'fr' | 'en' = 'fr') =>
      first.bitext[side].findIndex((sentence) => sentence.text.startsWith(text));
    const beadOf = (text: string) => first.bitext.beads.findIndex(({ fr }) => fr.includes(placeOf(text)));
    const steps: readonly ReviewStep[] = [
      { kind: 'accept-above', confidence: 0.5 },
      { kind: 'edit', side: 'en', sentence: placeOf('A car will', 'en'), text: 'A car is €129 each way.' },
      { kind: 'accept', bead: beadOf('Une voiture') },
      { kind: 'delete', bead: beadOf('Contactée') },
      { kind: 'accept', bead: beadOf('Aller au contenu') },
    ];
    const { version } = await take(first.id, 1, ...steps);
    const { documentId, added } = await finish(first.id, version);
    const unitOf = async (text: string) =>
      (await stored(documentId)).find(({ fr }) => String(fr.content[0]).startsWith(text)) ?? { id: 0, version: 0 };
    const corrected = await unitOf('Son premier hall');
    const english = { language: 'en', content: 'The first hall opens in March.' } as const;
    await api.call('changeUnit', { params: { id: corrected.id }, body: { version: corrected.version, en: english } });
    const deleted = await unitOf('Le second, avec');
    await api.call('deleteUnit', { params: { id: deleted.id }, query: { version: deleted.version } });

    const again = await newReview({ memory: first.memory });
    expect(again).toMatchObject({ documentId, version: 1 });
    const state = initialState(again.bitext);
    const bead = (text: string) => {
      const found = state.beads.find(({ fr }) => state.fr[fr[0] ?? -1]?.text.startsWith(text));
      return found && { decision: found.decision, reason: found.reason, en: state.en[found.en[0] ?? -1]?.text };
    };
    const earlier = { reason: 'earlier' };
    expect(bead('Une voiture')).toEqual({ decision: 'accepted', ...earlier, en: 'A car is €129 each way.' });
    expect(bead('Contactée')).toMatchObject({ decision: 'deleted', ...earlier });
    expect(bead('Le second')).toMatchObject({ decision: 'deleted', ...earlier });
    expect(bead('Son premier')).toMatchObject({ decision: 'open', en: 'The first hall opens in March.' });
    expect(bead('Aller au')).toMatchObject({ decision: 'accepted', ...earlier });
    expect(bead('Lire')).toMatchObject({ decision: 'deleted', reason: 'furniture' });
    expect(again.progress).toMatchObject({ accepted: 2, passed: 0 });
    await finish(again.id, 1);

    const fr = HARBOUR.fr.replace('Selon une étude', 'Selon une autre étude');
    const straight = await api.call('importArticle', { body: { fr, en: HARBOUR.en, memory: first.memory } });
    expect(straight).toMatchObject({ documentId, added: 0, changed: 1, merged: added - 2 });
    expect(straight.leftOut.filter(({ reason }) => reason === 'earlier').map(({ en }) => en.slice(0, 10))).toEqual([
      'The second',
      'Contacted ',
    ]);
    const texts = (await stored(documentId)).map(({ en }) => en.content[0]);
    expect(texts).toEqual(expect.arrayContaining(['A car is €129 each way.', english.content]));
    expect(texts).not.toContain('A car will cost €129 each way.');
    const { items } = await api.call('listDocuments', { query: { memory: straight.memoryId } });
    expect(items.map(({ id }) => id)).toEqual([documentId]);
  });

  it('puts what nobody looked at beside what somebody vouched for, not in its place', async () => {
    const first = await newReview();
    const car = first.bitext.fr.findIndex(({ text }) => text.startsWith('Une voiture'));
    const bead = first.bitext.beads.findIndex(({ fr }) => fr.includes(car));
    const { version } = await take(first.id, 1, { kind: 'accept', bead }, { kind: 'accept-above', confidence: 0.5 });
    const { documentId } = await finish(first.id, version);
    const change = {
      fr: HARBOUR.fr.replace('coûtera 129', 'coûtera 139'),
      en: HARBOUR.en.replace('cost €129', 'cost €139'),
    };
    await api.call('importArticle', { body: { ...change, memory: first.memory, provenance: first.provenance } });
    const cars = (await stored(documentId)).filter(({ fr }) => String(fr.content[0]).startsWith('Une voiture'));
    expect(cars.map(({ fr, status }) => [String(fr.content[0]).slice(12, 23), status])).toEqual([
      ['coûtera 129', 'confirmed'],
      ['coûtera 139', 'draft'],
    ]);
  });

  it('is another article in another memory', async () => {
    const first = await newReview();
    await take(first.id, 1, { kind: 'accept-above', confidence: 0.5 });
    await finish(first.id, 2);
    expect(await newReview()).toMatchObject({ stored: [] });
  });
});
