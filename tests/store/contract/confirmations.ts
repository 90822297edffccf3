import { describe, expect, it } from 'vitest';
import type { SegmentChange, SegmentId } from '../../../memory/model/project.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeWork, nth, rejection, segment, unit } from './samples.ts';

export function confirmationContract(open: OpenStore): void {
  describe('confirming a segment', () => {
    it('writes the pair into the memory with the provenance of the document', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Bonjour.')]);
      const origin = { kind: 'match', match: 'fuzzy', rate: 88, unitId: 4 } as const;
      const { id } = nth(segments, 0);
      const { segment: confirmed, unitId = 0 } = await store.confirmSegment(
        id,
        1,
        { target: ['Hello.'], origin },
        actor(5),
      );
      expect(confirmed).toMatchObject({ status: 'confirmed', version: 2, target: ['Hello.'], origin, unitId });
      expect(await store.getSegment(id)).toEqual(confirmed);
      const { unit: written, places } = await store.getUnit(unitId);
      expect(written).toMatchObject({
        memoryId: memory.id,
        version: 1,
        fr: { language: 'fr-FR', content: ['Bonjour.'] },
        en: { language: 'en-GB', content: ['Hello.'] },
        originalLanguage: 'fr',
        origin,
        status: 'confirmed',
        createdAt: at(5),
        createdBy: 'translator',
      });
      expect(places).toMatchObject([{ position: 0, provenance: { title: 'article.txt', publication: 'Le Journal' } }]);
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 1 });
    });

    it('counts the unit that the target was taken from as used, once', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui, oui.'), segment('Oui !')]);
      const [taken = 0] = (await store.addUnits(memory.id, [unit('Oui.', 'Yes.')], actor())).unitIds;
      const origin = { kind: 'match', match: 'fuzzy', rate: 88, unitId: taken } as const;
      const { id } = nth(segments, 0);
      const { segment: confirmed } = await store.confirmSegment(id, 1, { target: ['Yes, yes.'], origin }, actor(5));
      expect((await store.getUnit(taken)).unit).toMatchObject({ useCount: 1, lastUsedAt: at(5), version: 1 });
      await store.confirmSegment(id, confirmed.version, { target: ['Yes yes.'], origin }, actor(6));
      expect((await store.getUnit(taken)).unit).toMatchObject({ useCount: 1, lastUsedAt: at(5) });
      // A unit that is gone meanwhile holds no confirmation back.
      await store.deleteUnit(taken, 1, actor(7));
      const other = nth(segments, 1).id;
      const { segment: second } = await store.confirmSegment(other, 1, { target: ['Yes!'], origin }, actor(8));
      expect(second.status).toBe('confirmed');
    });

    it('makes confirmed neighbours each other’s context, and none across a gap', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(
        store,
        ['Un.', 'Deux.', 'Trois.', 'Quatre.'].map((text) => segment(text)),
      );
      const ids = segments.map(({ id }) => id);
      await confirm(store, nth(ids, 3), 'Four.');
      await confirm(store, nth(ids, 1), 'Two.');
      const first = await confirm(store, nth(ids, 0), 'One.');
      const second = await store.getUnit((await store.getSegment(nth(ids, 1))).unitId ?? 0);
      const last = await store.getUnit((await store.getSegment(nth(ids, 3))).unitId ?? 0);
      expect(second.places).toMatchObject([{ position: 1, previous: { fr: 'Un.', en: 'One.' } }]);
      expect(nth(second.places, 0)).not.toHaveProperty('next');
      expect(second.unit.occurrences).toMatchObject([{ previousUnitId: first }]);
      expect(Object.keys(nth(last.places, 0))).not.toContain('previous');
      expect((await store.listDocuments(memory.id, { limit: 9 })).items).toMatchObject([{ unitCount: 3 }]);
    });

    it('refuses an empty target, and confirms nothing', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      for (const target of [[], [''], [' \u00a0\n'], [{ form: 'standalone', id: '1' }]] as const) {
        const error = await rejection(store.confirmSegment(id, 1, { ...TYPED, target }, actor()), 'empty-text');
        expect(error.details.where).toBe('target');
      }
      expect(await store.getSegment(id)).toMatchObject({ status: 'untranslated', version: 1 });
    });

    it('confirms a segment of codes alone without writing a unit', async () => {
      const store = await open();
      const image = [{ form: 'standalone', id: '1' }] as const;
      const { memory, segments } = await makeWork(store, [segment(image)]);
      const confirmation = await store.confirmSegment(nth(segments, 0).id, 1, { ...TYPED, target: image }, actor());
      expect(confirmation).not.toHaveProperty('unitId');
      expect(confirmation.segment).toMatchObject({ status: 'confirmed', target: image });
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 0 });
    });

    it('writes to the first memory that may be written, or to none', async () => {
      const store = await open();
      const { memory, project, segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id: second } = await store.createMemory({ name: 'second' }, actor());
      const { id: third } = await store.createMemory({ name: 'third' }, actor());
      const { id } = nth(segments, 0);
      const use = (write: readonly number[]) =>
        store.changeProject(project.id, {
          memories: [memory.id, second, third].map((memoryId) => ({ memoryId, write: write.includes(memoryId) })),
        });
      await use([third, second]);
      const written = await confirm(store, id, 'Hello.');
      expect((await store.getUnit(written)).unit.memoryId).toBe(second);

      await use([third]);
      const moved = await confirm(store, id, 'Hi.');
      expect((await store.getUnit(moved)).unit.memoryId).toBe(third);
      expect((await store.getUnit(written)).unit.en.content).toEqual(['Hello.']);

      await use([]);
      const { version } = await store.getSegment(id);
      const none = await store.confirmSegment(id, version, { ...TYPED, target: ['Hey.'] }, actor());
      expect(none).not.toHaveProperty('unitId');
      expect(none.segment).not.toHaveProperty('unitId');
      expect(none.segment).toMatchObject({ status: 'confirmed' });

      await use([third]);
      await store.changeMemory(third, { readOnly: true });
      const change = { ...TYPED, target: ['Ho.'] };
      await rejection(store.confirmSegment(id, none.segment.version, change, actor()), 'read-only-memory');
      expect(await store.getSegment(id)).toEqual(none.segment);
    });

    it('changes its own unit when it is confirmed anew', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Bonjour.')]);
      const { id } = nth(segments, 0);
      const first = await confirm(store, id, 'Hello.');
      await store.unconfirmSegment(id, 2, actor());
      expect(await confirm(store, id, 'Hi.')).toBe(first);
      expect(await confirm(store, id, 'Hi.')).toBe(first);
      expect((await store.getUnit(first)).unit).toMatchObject({ version: 2, en: { content: ['Hi.'] } });
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 1 });
      expect(await store.undoUnit(first, actor())).toMatchObject({ en: { content: ['Hello.'] }, origin: TYPED.origin });
    });

    it('makes another unit when a second segment stands on the first', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui.'), segment('Oui.')]);
      const [one = 0, two = 0] = segments.map(({ id }) => id);
      const shared = await confirm(store, one, 'Yes.');
      expect(await confirm(store, two, 'Yes.')).toBe(shared);
      expect((await store.getUnit(shared)).places).toHaveLength(2);

      const other = await confirm(store, one, 'Indeed.');
      expect(other).not.toBe(shared);
      expect((await store.getUnit(shared)).unit).toMatchObject({ version: 1, occurrences: [{ position: 1 }] });
      expect((await store.getUnit(other)).unit.occurrences).toMatchObject([{ position: 0, nextUnitId: shared }]);
      expect(await store.getSegment(two)).toMatchObject({ unitId: shared });

      expect(await confirm(store, two, 'Sure.')).toBe(shared);
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 2 });
    });

    it('makes another unit when the first was imported, before or after', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui.'), segment('Non.')]);
      const [one = 0, two = 0] = segments.map(({ id }) => id);
      const [imported = 0] = (await store.addUnits(memory.id, [unit('Oui.', 'Yes.', { status: 'draft' })], actor()))
        .unitIds;
      expect(await confirm(store, one, 'Yes.')).toBe(imported);
      expect((await store.getUnit(imported)).unit).toMatchObject({ status: 'confirmed', version: 2 });
      expect(await confirm(store, one, 'Indeed.')).not.toBe(imported);

      const written = await confirm(store, two, 'No.');
      await store.addUnits(memory.id, [unit('Non.', 'No.')], actor());
      expect(await confirm(store, two, 'Nope.')).not.toBe(written);
      expect((await store.getUnit(written)).unit).toMatchObject({ en: { content: ['No.'] }, occurrences: [] });
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 4 });
    });

    it('takes the unit that says the new pair already, and deletes the one that nothing says any more', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui.')]);
      const { id } = nth(segments, 0);
      const [present = 0] = (await store.addUnits(memory.id, [unit('Oui.', 'Yes.')], actor())).unitIds;
      const own = await confirm(store, id, 'Yeah.');
      expect(await confirm(store, id, 'Yes.')).toBe(present);
      await rejection(store.getUnit(own), 'not-found');
      expect((await store.unitHistory(own)).at(-1)).toMatchObject({ action: 'delete' });
      expect(await store.getMemory(memory.id)).toMatchObject({ unitCount: 1 });
    });

    it('brings back a rejected pair that a translator confirms', async () => {
      const store = await open();
      const { memory, segments } = await makeWork(store, [segment('Oui.')]);
      const [rejected = 0] = (await store.addUnits(memory.id, [unit('Oui.', 'Yes.', { status: 'rejected' })], actor()))
        .unitIds;
      expect(await confirm(store, nth(segments, 0).id, 'Yes.')).toBe(rejected);
      expect((await store.getUnit(rejected)).unit).toMatchObject({ status: 'confirmed' });
    });

    it('leaves a segment alone when its unit is deleted, and writes anew when it is confirmed anew', async () => {
      const store = await open();
      const { segments } = await makeWork(store, [segment('Oui.')]);
      const { id } = nth(segments, 0);
      const first = await confirm(store, id, 'Yes.');
      const before = await store.getSegment(id);
      await store.deleteUnit(first, 1, actor());
      expect(await store.getSegment(id)).toEqual(before);
      const second = await confirm(store, id, 'Yes.');
      expect(second).not.toBe(first);
      expect((await store.getUnit(second)).places).toHaveLength(1);
    });

    it('writes the sides the right way round from English into French', async () => {
      const store = await open();
      const { memory } = await makeWork(store, []);
      const project = await store.createProject(
        {
          name: 'retour',
          sourceLanguage: 'en',
          targetLanguage: 'fr',
          memories: [{ memoryId: memory.id, write: true }],
        },
        actor(),
      );
      const provenance = { title: 'Trial', originalLanguage: 'en' } as const;
      const segments = [segment('Hello.')];
      const document = await store.addProjectDocument(project.id, { name: 'a', provenance, segments }, actor());
      const [{ id } = nth(await store.listSegments(document.id), 0)] = await store.listSegments(document.id);
      const { unit: written, places } = await store.getUnit(await confirm(store, id, 'Bonjour.'));
      expect(written).toMatchObject({
        fr: { language: 'fr', content: ['Bonjour.'] },
        en: { language: 'en', content: ['Hello.'] },
        originalLanguage: 'en',
      });
      expect(places).toMatchObject([{ provenance }]);
    });
  });
}

const TYPED: SegmentChange = { target: [], origin: { kind: 'human' } };

/** Confirms the segment on its present version and gives the unit it wrote. */
async function confirm(store: Store, id: SegmentId, target: string): Promise<number> {
  const { version } = await store.getSegment(id);
  const { unitId } = await store.confirmSegment(id, version, { ...TYPED, target: [target] }, actor());
  if (unitId === undefined) throw new Error('no unit was written');
  return unitId;
}
