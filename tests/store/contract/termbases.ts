import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../memory/model/concept.ts';
import { changedConcept, newConcept } from '../../../memory/model/edit-entry.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, nth, rejection } from './samples.ts';

function concept(fr: string, en: string, more: Parameters<typeof newConcept>[0] = {}): Concept {
  return newConcept({
    terms: [
      { language: 'fr', text: fr },
      { language: 'en', text: en },
    ],
    ...more,
  });
}

const CEASEFIRE = concept('cessez-le-feu', 'ceasefire', { definition: 'Arrêt des combats.' });
const COUNCIL = concept('Conseil européen', 'European Council');
const LEDE = newConcept({ terms: [{ language: 'en', text: 'lede', status: 'forbidden' }] });

async function filled(store: Store, ...concepts: readonly Concept[]) {
  const termbase = await store.createTermbase('Presse', actor());
  const stored = await store.addEntries(
    termbase.id,
    concepts.map((one) => ({ concept: one })),
    actor(),
  );
  return { termbase, entryIds: stored.entryIds };
}

export function termbaseContract(open: OpenStore): void {
  describe('termbases', () => {
    it('are made, named, listed by name and deleted with all they hold', async () => {
      const store = await open();
      const sport = await store.createTermbase('Sport', actor(1));
      const { termbase, entryIds } = await filled(store, CEASEFIRE);
      expect(sport).toEqual({ id: sport.id, name: 'Sport', createdAt: at(1), entryCount: 0 });
      await rejection(store.createTermbase('Sport', actor()), 'already-exists');
      await rejection(store.renameTermbase(termbase.id, 'Sport'), 'already-exists');
      await rejection(store.createTermbase(' ', actor()), 'bad-request');
      expect(await store.renameTermbase(sport.id, 'Économie')).toMatchObject({ name: 'Économie' });
      expect((await store.listTermbases()).map(({ name, entryCount }) => [name, entryCount])).toEqual([
        ['Presse', 1],
        ['Économie', 0],
      ]);
      expect(await store.findTermbase('Presse')).toMatchObject({ id: termbase.id });
      expect(await store.findTermbase('Sport')).toBeUndefined();
      await store.deleteTermbase(termbase.id);
      await rejection(store.getTermbase(termbase.id), 'not-found');
      await rejection(store.deleteTermbase(termbase.id), 'not-found');
      await rejection(store.entryHistory(nth(entryIds, 0)), 'not-found');
      expect(await store.termsStarting(undefined, 'en', ['ceasefir'])).toEqual([]);
    });

    it('have another revision after every change of their entries', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, CEASEFIRE);
      const { id: other } = await store.createTermbase('Sport', actor());
      const revisions = [await store.termsRevision(undefined)];
      const note = async () => revisions.push(await store.termsRevision([termbase.id, other]));
      await store.addEntries(other, [{ concept: COUNCIL }], actor());
      await note();
      await store.changeEntry(nth(entryIds, 0), 1, LEDE, actor());
      await note();
      await store.deleteEntry(nth(entryIds, 0), 2, actor());
      await note();
      await store.deleteTermbase(other);
      await note();
      expect(new Set(revisions).size).toBe(5);
      expect(await store.termsRevision([])).toBe(await store.termsRevision([999]));
    });

    it('hold an entry once, whatever its file called it, and keep the dates it states', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, CEASEFIRE, COUNCIL);
      const again = { concept: { ...CEASEFIRE, id: 'c1' }, changedAt: at(5), changedBy: 'desk' };
      expect(await store.addEntries(termbase.id, [again, { concept: LEDE, changedAt: at(9) }], actor(1))).toMatchObject(
        {
          added: 1,
          merged: 1,
          entryIds: [entryIds[0], expect.any(Number)],
        },
      );
      expect(await store.getTermbase(termbase.id)).toMatchObject({ entryCount: 3 });
      expect(await store.getEntry(nth(entryIds, 0))).toEqual({
        id: entryIds[0],
        termbaseId: termbase.id,
        version: 1,
        concept: CEASEFIRE,
        createdAt: at(0),
        createdBy: 'translator',
        changedAt: at(0),
        changedBy: 'translator',
      });
      await rejection(store.addEntries(99, [{ concept: COUNCIL }], actor()), 'not-found');
    });

    it('list entries by head word in pages, by text without case or accents, by language and status', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, LEDE, COUNCIL, CEASEFIRE);
      const other = await store.createTermbase('Sport', actor());
      await store.addEntries(other.id, [{ concept: COUNCIL }], actor());
      const filter = { termbaseId: termbase.id };
      const first = await store.listEntries(filter, { limit: 2 });
      expect(first.items.map(({ id }) => id)).toEqual([entryIds[2], entryIds[1]]);
      const second = await store.listEntries(filter, { limit: 2, cursor: first.next ?? '' });
      expect(second).toMatchObject({ items: [{ id: entryIds[0] }] });
      expect(second.next).toBeUndefined();
      const found = async (more: Parameters<Store['listEntries']>[0]) =>
        (await store.listEntries({ ...filter, ...more }, { limit: 9 })).items.map(({ id }) => id);
      expect(await found({ text: 'EUROPEEN' })).toEqual([entryIds[1]]);
      expect(await found({ text: 'europeen', language: 'en' })).toEqual([]);
      expect(await found({ status: 'forbidden' })).toEqual([entryIds[0]]);
      expect(await found({ language: 'fr' })).toEqual([entryIds[2], entryIds[1]]);
      expect(await found({ text: '100 %_' })).toEqual([]);
      expect((await store.listEntries({}, { limit: 9 })).items).toHaveLength(4);
    });

    it('keep every state of an entry, refuse stale changes, and undo one after the other', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, CEASEFIRE, COUNCIL);
      const id = nth(entryIds, 0);
      const changed = changedConcept(CEASEFIRE, { note: 'Avec traits d’union.' });
      expect(await store.changeEntry(id, 1, CEASEFIRE, actor(1))).toMatchObject({ version: 1 });
      expect(await store.changeEntry(id, 1, changed, actor(2, 'desk'))).toMatchObject({
        version: 2,
        concept: changed,
        changedAt: at(2),
        changedBy: 'desk',
        createdAt: at(0),
      });
      const conflict = await rejection(store.changeEntry(id, 1, COUNCIL, actor()), 'version-conflict');
      expect(conflict.details.current).toMatchObject({ version: 2, concept: changed });
      await rejection(store.deleteEntry(id, 1, actor()), 'version-conflict');
      await rejection(store.changeEntry(id, 2, COUNCIL, actor()), 'already-exists');
      await store.deleteEntry(id, 2, actor(3));
      await rejection(store.getEntry(id), 'not-found');
      expect(await store.getEntries([id, nth(entryIds, 1), 99])).toMatchObject([{ id: entryIds[1] }]);
      expect(await store.termsStarting(undefined, 'en', ['ceasefir'])).toEqual([]);
      expect(await store.getTermbase(termbase.id)).toMatchObject({ entryCount: 1 });

      expect(await store.undoEntry(id, actor(4))).toMatchObject({ version: 4, concept: changed });
      expect(await store.undoEntry(id, actor(5))).toMatchObject({ version: 5, concept: CEASEFIRE });
      await rejection(store.undoEntry(id, actor()), 'nothing-to-undo');
      expect((await store.entryHistory(id)).map(({ version, action }) => `${version} ${action}`)).toEqual([
        '1 create',
        '2 change',
        '3 delete',
        '4 undo',
        '5 undo',
      ]);
      expect(await store.getTermbase(termbase.id)).toMatchObject({ entryCount: 2 });
    });

    it('find what an incoming concept may be another version of', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, { ...CEASEFIRE, id: 'c1' }, COUNCIL, LEDE);
      const like = async (one: Concept) => (await store.entriesLike(termbase.id, one)).map(({ id }) => id);
      expect(await like({ ...LEDE, id: 'c1' })).toEqual(expect.arrayContaining([entryIds[0], entryIds[2]]));
      expect(await like(concept('Conseil européen', 'European Council', { note: 'UE' }))).toEqual([entryIds[1]]);
      expect(await like(concept('Conseil européen', 'Council of Europe'))).toEqual([]);
    });

    it('find terms of a language by what they begin with, in the termbases asked for', async () => {
      const store = await open();
      const { termbase, entryIds } = await filled(store, CEASEFIRE, COUNCIL, LEDE);
      expect(await store.termsStarting(undefined, 'en', ['european council', 'lede', 'feu'])).toEqual([
        expect.objectContaining({ entryId: entryIds[1], termbaseId: termbase.id, place: 1, text: 'European Council' }),
        expect.objectContaining({ entryId: entryIds[2], place: 0, status: 'forbidden', stems: 'lede' }),
      ]);
      expect(await store.termsStarting([99], 'en', ['lede'])).toEqual([]);
      expect(await store.termsStarting([termbase.id], 'fr', ['lede'])).toEqual([]);
    });

    it('are all used by a project, or those it names', async () => {
      const store = await open();
      const { termbase } = await filled(store);
      const memory = await makeMemory(store);
      const project = await store.createProject(
        {
          name: 'Affaire',
          sourceLanguage: 'fr',
          targetLanguage: 'en',
          memories: [{ memoryId: memory.id, write: true }],
        },
        actor(),
      );
      expect(project).not.toHaveProperty('termbases');
      expect(await store.changeProject(project.id, { termbases: [termbase.id] })).toMatchObject({
        termbases: [termbase.id],
      });
      await rejection(store.changeProject(project.id, { termbases: [99] }), 'not-found');
      expect(await store.changeProject(project.id, { name: 'Autre' })).toMatchObject({ termbases: [termbase.id] });
      await store.deleteTermbase(termbase.id);
      expect(await store.getProject(project.id)).toMatchObject({ termbases: [] });
      expect(await store.changeProject(project.id, { termbases: 'all' })).not.toHaveProperty('termbases');
    });
  });
}
