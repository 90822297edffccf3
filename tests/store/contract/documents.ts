import { describe, expect, it } from 'vitest';
import type { Provenance } from '../../../memory/model/provenance.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, nth, rejection, THREE, unit } from './samples.ts';

const PROVENANCE: Provenance = {
  title: 'Procès',
  publication: 'Le Journal',
  url: 'https://journal.example/proces',
  publishedOn: '2021-11',
  author: 'La rédaction',
  translator: 'Le bureau',
  credit: 'Traduit de l’anglais (original) par le bureau.',
  originalLanguage: 'en',
  rights: 'Tous droits réservés',
};

export function documentContract(open: OpenStore): void {
  describe('documents', () => {
    it('keeps a bitext with its provenance, its units in order as neighbours of each other', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const stored = await store.addDocument(memoryId, { provenance: PROVENANCE, units: THREE }, actor(1));
      const { documentId = 0, unitIds } = stored;
      expect(stored).toMatchObject({ added: 3, merged: 0 });
      expect(await store.getDocument(documentId)).toEqual({
        id: documentId,
        memoryId,
        provenance: PROVENANCE,
        createdAt: at(1),
        unitCount: 3,
      });
      const [first, second, third] = unitIds;
      const units = await store.documentUnits(documentId);
      expect(units.map(({ id }) => id)).toEqual(unitIds);
      expect(units.map(({ occurrences }) => occurrences)).toEqual([
        [{ documentId, position: 0, nextUnitId: second }],
        [{ documentId, position: 1, previousUnitId: first, nextUnitId: third }],
        [{ documentId, position: 2, previousUnitId: second }],
      ]);
      const middle = await store.getUnit(nth(unitIds, 1));
      expect(middle).toEqual({
        unit: nth(units, 1),
        places: [
          {
            documentId,
            position: 1,
            provenance: PROVENANCE,
            previous: { fr: 'Le procès s’ouvre lundi.', en: 'The trial opens on Monday.' },
            next: { fr: 'La salle était pleine.', en: 'The courtroom was full.' },
          },
        ],
      });
      expect(nth(await store.scanUnits([memoryId], nth(unitIds, 0), 1), 0)).toEqual(middle);
      expect((await store.listUnits({ documentId }, { limit: 9 })).items).toEqual(units);
    });

    it('gives a pair that occurs twice one unit with two occurrences', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const caption = unit('Le tribunal, lundi.', 'The court on Monday.');
      const one = await store.addDocument(
        memoryId,
        { provenance: { title: 'a' }, units: [caption, ...THREE, caption] },
        actor(),
      );
      const two = await store.addDocument(memoryId, { provenance: { title: 'b' }, units: [caption] }, actor());
      expect([one, two]).toMatchObject([
        { added: 4, merged: 1 },
        { added: 0, merged: 1 },
      ]);
      const { unit: kept, places } = await store.getUnit(nth(one.unitIds, 0));
      expect(kept.occurrences.map(({ documentId, position }) => [documentId, position])).toEqual([
        [one.documentId, 0],
        [one.documentId, 4],
        [two.documentId, 0],
      ]);
      expect(places.map(({ provenance }) => provenance.title)).toEqual(['a', 'a', 'b']);
      expect(await store.documentUnits(one.documentId ?? 0)).toHaveLength(5);
      expect((await store.listUnits({ documentId: one.documentId ?? 0 }, { limit: 9 })).items).toHaveLength(4);
      expect(await store.getDocument(one.documentId ?? 0)).toMatchObject({ unitCount: 5 });
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 4 });
    });

    it('keeps what the block of each unit is there for, also where the unit stands again or the document comes again', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const [first = unit('', ''), second = unit('', '')] = THREE;
      const units = [{ ...first, block: 'headline' as const }, second, { ...first, block: 'caption' as const }];
      const given = {
        provenance: { title: 'Procès' },
        units: units.map(({ fr, en, origin, status }) => ({ fr, en, origin, status })),
      };
      const { documentId = 0, unitIds } = await store.addDocument(memoryId, given, actor());
      const blocks = async () => (await store.getUnit(nth(unitIds, 0))).places.map(({ block }) => block);
      expect(await blocks()).toEqual([undefined, undefined]);
      await store.addDocument(memoryId, { ...given, units }, actor());
      await store.addDocument(memoryId, given, actor());
      expect(await blocks()).toEqual(['headline', 'caption']);
      expect(
        (await store.documentUnits(documentId)).map(({ occurrences }) => occurrences.map(({ block }) => block)),
      ).toEqual([['headline', 'caption'], [undefined], ['headline', 'caption']]);
    });

    it('finds a document that comes again, and learns what was not known of it', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const sparse = { provenance: { title: 'Procès', publication: 'Le Journal' }, units: THREE };
      const first = await store.addDocument(memoryId, sparse, actor());
      const again = await store.addDocument(
        memoryId,
        { provenance: { title: 'Procès', publication: 'Autre', author: 'La rédaction' }, units: THREE },
        actor(),
      );
      expect(again).toEqual({ ...first, added: 0, merged: 3 });
      expect((await store.getDocument(first.documentId ?? 0)).provenance).toEqual({
        title: 'Procès',
        publication: 'Le Journal',
        author: 'La rédaction',
      });
      expect((await store.getUnit(nth(first.unitIds, 0))).places).toHaveLength(1);
    });

    it('takes what differs in title, address, pairs, order or memory for another document', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { id: elsewhere } = await makeMemory(store, 'elsewhere');
      const same = { title: 'Procès' };
      await store.addDocument(memoryId, { provenance: same, units: THREE }, actor());
      await store.addDocument(memoryId, { provenance: {}, units: THREE }, actor());
      await store.addDocument(memoryId, { provenance: { ...same, url: 'https://x.example' }, units: THREE }, actor());
      await store.addDocument(memoryId, { provenance: same, units: THREE.slice(1) }, actor());
      await store.addDocument(memoryId, { provenance: same, units: THREE.toReversed() }, actor());
      await store.addDocument(memoryId, { provenance: same, units: [] }, actor());
      await store.addDocument(elsewhere, { provenance: same, units: THREE }, actor());
      expect((await store.listDocuments(undefined, { limit: 99 })).items).toHaveLength(7);
    });

    it('leaves corrections alone when the document comes again, and stores what was deleted', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const bitext = { provenance: { title: 'Procès' }, units: THREE };
      const { unitIds, documentId = 0 } = await store.addDocument(memoryId, bitext, actor());
      const [first = 0, second = 0, third = 0] = unitIds;
      await store.changeUnit(first, 1, { en: { language: 'en', content: ['The trial begins Monday.'] } }, actor());
      await store.deleteUnit(third, 1, actor());
      await store.changeDocument(documentId, { title: 'Le procès' });
      const again = await store.addDocument(memoryId, bitext, actor());
      expect(again).toMatchObject({ documentId, added: 1, merged: 2 });
      expect(again.unitIds.slice(0, 2)).toEqual([first, second]);
      expect(again.unitIds[2]).toBeGreaterThan(third);
      expect((await store.documentUnits(documentId)).map(({ id }) => id)).toEqual(again.unitIds);
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 3 });
      expect(await store.getDocument(documentId)).toMatchObject({ provenance: { title: 'Le procès' } });
    });

    it('confirms the units of a draft document that comes again confirmed', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const drafts = THREE.map((one) => ({ ...one, status: 'draft' }) as const);
      const { unitIds } = await store.addDocument(
        memoryId,
        { provenance: { title: 'Procès' }, units: drafts },
        actor(),
      );
      await store.addDocument(memoryId, { provenance: { title: 'Procès' }, units: THREE }, actor());
      expect((await store.getUnit(nth(unitIds, 2))).unit).toMatchObject({ status: 'confirmed', version: 2 });
    });

    it('replaces the provenance of a document whole', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { documentId = 0 } = await store.addDocument(memoryId, { provenance: PROVENANCE, units: THREE }, actor());
      const provenance = { title: 'Autre titre', publishedOn: '2022' };
      expect(await store.changeDocument(documentId, provenance)).toMatchObject({ provenance });
      expect((await store.getDocument(documentId)).provenance).toEqual(provenance);
      expect((await store.changeDocument(documentId, {})).provenance).toEqual({});
    });

    it('lists documents in pages, of one memory or all', async () => {
      const store = await open();
      const { id: one } = await makeMemory(store, 'one');
      const { id: two } = await makeMemory(store, 'two');
      for (const [index, memoryId] of [one, two, one, one].entries()) {
        await store.addDocument(memoryId, { provenance: { title: `${index}` }, units: THREE }, actor());
      }
      const first = await store.listDocuments(one, { limit: 2 });
      const rest = await store.listDocuments(one, { limit: 2, cursor: first.next ?? '' });
      const titles = [...first.items, ...rest.items].map(({ provenance }) => provenance.title);
      expect(titles.sort()).toEqual(['0', '2', '3']);
      expect(rest).not.toHaveProperty('next');
      expect((await store.listDocuments(undefined, { limit: 4 })).items).toHaveLength(4);
      expect((await store.listDocuments(99, { limit: 4 })).items).toEqual([]);
      await rejection(store.listDocuments(one, { limit: 0 }), 'bad-request');
    });

    it('answers not-found for documents that are not there', async () => {
      const store = await open();
      await rejection(store.getDocument(1), 'not-found');
      await rejection(store.changeDocument(1, {}), 'not-found');
      await rejection(store.documentUnits(1), 'not-found');
      await rejection(store.addDocument(1, { provenance: {}, units: THREE }, actor()), 'not-found');
    });

    it('stores all of a document or nothing', async () => {
      const store = await open();
      const { id } = await makeMemory(store);
      const units = [...THREE, unit('', 'Alone.')];
      await rejection(store.addDocument(id, { provenance: PROVENANCE, units }, actor()), 'empty-text');
      expect((await store.listDocuments(id, { limit: 5 })).items).toEqual([]);
      expect((await store.listUnits({ memoryId: id }, { limit: 5 })).items).toEqual([]);
    });
  });
}
