import { describe, expect, it } from 'vitest';
import type { Bitext } from '../../../memory/model/bitext.ts';
import type { ReviewProgress } from '../../../memory/model/review.ts';
import type { NewReview } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, nth, rejection, THREE, unit } from './samples.ts';

const BITEXT: Bitext = {
  fr: [{ text: 'Le procès s’ouvre lundi.', before: '', paragraph: 0 }],
  en: [{ text: 'The trial opens on Monday.', before: '\n', paragraph: 0 }],
  beads: [{ fr: [0], en: [0], confidence: 0.98 }],
};
const UNTOUCHED: ReviewProgress = { beads: 1, accepted: 0, passed: 0, deleted: 0 };
const ACCEPTED: ReviewProgress = { ...UNTOUCHED, accepted: 1 };
const NEW: NewReview = {
  bitext: BITEXT,
  memory: 'Presse',
  provenance: { title: 'Procès' },
  warnings: [],
  progress: UNTOUCHED,
};

export function reviewContract(open: OpenStore): void {
  describe('reviews', () => {
    it('keeps the bitext as it was given and every step since, each a version', async () => {
      const store = await open();
      const created = await store.createReview(NEW, actor(1));
      expect(created).toMatchObject({ ...NEW, version: 1, state: 'open', steps: [], createdAt: at(1) });
      const steps = [{ kind: 'accept', bead: 0 }, { kind: 'undo' }] as const;
      await store.addReviewSteps(created.id, 1, steps, UNTOUCHED, actor(2));
      const summary = await store.addReviewSteps(created.id, 3, [{ kind: 'redo' }], ACCEPTED, actor(3, 'second'));
      expect(summary).toMatchObject({ version: 4, progress: ACCEPTED, changedAt: at(3), changedBy: 'second' });
      expect(await store.getReview(created.id)).toEqual({
        ...summary,
        warnings: [],
        bitext: BITEXT,
        steps: [...steps, { kind: 'redo' }],
      });
    });

    it('lists them by when they were last changed', async () => {
      const store = await open();
      const first = await store.createReview(NEW, actor(1));
      const second = await store.createReview(NEW, actor(2));
      expect((await store.listReviews()).map(({ id }) => id)).toEqual([second.id, first.id]);
      const changed = await store.changeReview(first.id, 1, { provenance: { title: 'Autre' } }, actor(3));
      expect(changed).toMatchObject({ version: 2, provenance: { title: 'Autre' }, memory: 'Presse' });
      const listed = await store.listReviews();
      expect(nth(listed, 0)).toEqual(changed);
      expect(nth(listed, 1)).not.toHaveProperty('bitext');
    });

    it('refuses what was made on another version, and gives the whole present state', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { id } = await store.createReview(NEW, actor());
      await store.addReviewSteps(id, 1, [{ kind: 'accept', bead: 0 }], ACCEPTED, actor());
      const document = { memoryId, provenance: {}, units: [], deleted: [], refused: [] };
      for (const attempt of [
        () => store.addReviewSteps(id, 1, [{ kind: 'delete', bead: 0 }], UNTOUCHED, actor()),
        () => store.changeReview(id, 1, { memory: 'x' }, actor()),
        () => store.finishReview(id, 3, document, actor()),
      ]) {
        const { details } = await rejection(attempt(), 'version-conflict');
        expect(details.current).toMatchObject({ version: 2, steps: [{ kind: 'accept', bead: 0 }], bitext: BITEXT });
      }
    });

    it('stores what was accepted, finishes, and is open again with the next step', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { id } = await store.createReview(NEW, actor());
      const document = {
        memoryId,
        provenance: { title: 'Procès' },
        units: THREE.map((one) => ({ unit: one })),
        deleted: [],
        refused: [],
      };
      const finished = await store.finishReview(id, 1, document, actor());
      expect(finished).toMatchObject({ added: 3, merged: 0, changed: 0, deleted: 0 });
      expect(await store.getReview(id)).toMatchObject({
        version: 2,
        state: 'finished',
        documentId: finished.documentId,
      });
      const units = await store.documentUnits(finished.documentId);
      expect(units.map(({ fr }) => fr.content)).toEqual(THREE.map(({ fr }) => fr.content));
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 3 });
      const summary = await store.addReviewSteps(id, 2, [{ kind: 'accept', bead: 0 }], ACCEPTED, actor());
      expect(summary).toMatchObject({ state: 'open', documentId: finished.documentId });
    });

    it('brings a document up to date: units get a new version, stay, are deleted, and keep their order', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { documentId = 0, unitIds } = await store.addDocument(
        memoryId,
        { provenance: { title: 'Procès' }, units: THREE.map((one) => ({ ...one, block: 'quotation' as const })) },
        actor(),
      );
      const [first = 0, second = 0, third = 0] = unitIds;
      const { id } = await store.createReview({ ...NEW, documentId }, actor());
      const reworded = unit('Le procès s’ouvrira mardi.', 'The trial will open on Tuesday.');
      const finished = await store.finishReview(
        id,
        1,
        {
          memoryId,
          documentId,
          provenance: { title: 'Le procès' },
          units: [
            { unit: reworded, stored: { id: first, version: 1 } },
            { unit: unit('La foule attend.', 'The crowd is waiting.'), block: 'caption' },
            { stored: { id: third, version: 1 } },
          ],
          deleted: [{ id: second, version: 1 }],
          refused: [],
        },
        actor(5),
      );
      expect(finished).toEqual({ documentId, added: 1, merged: 0, changed: 1, deleted: 1 });
      const units = await store.documentUnits(documentId);
      expect(units.map(({ id: one }) => one)).toEqual([first, expect.any(Number), third]);
      expect(units.map(({ occurrences: [place] }) => place?.block)).toEqual(['quotation', 'caption', 'quotation']);
      expect(await store.unitHistory(first)).toMatchObject([{ fr: THREE[0]?.fr }, { version: 2, fr: reworded.fr }]);
      expect((await store.unitHistory(second)).at(-1)).toMatchObject({ action: 'delete' });
      expect(await store.getMemory(memoryId)).toMatchObject({ unitCount: 3 });
      expect((await store.getDocument(documentId)).provenance).toEqual({ title: 'Le procès' });
      expect((await store.undoUnit(first, actor())).fr).toEqual(THREE[0]?.fr);
      expect((await store.checkIndex()).wrong).toEqual([]);
    });

    it('keeps what was decided on pairs of a document, and hears what becomes of its units in the memory', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const refused = [
        { fr: 'Lire', en: 'Read' },
        { fr: 'Photo AFP', en: '' },
      ];
      const printed = { fr: 'Le procès s’ouvre lundi', en: 'The trial opens on Monday' };
      const [first = unit('', ''), ...others] = THREE;
      const units = [{ unit: first, printed }, ...others.map((one) => ({ unit: one }))];
      const brought = await store.updateDocument(
        { memoryId, provenance: { title: 'Procès' }, units, deleted: [], refused },
        actor(1),
      );
      expect(brought).toMatchObject({
        added: 3,
        unitIds: [expect.any(Number), expect.any(Number), expect.any(Number)],
      });
      const { documentId, unitIds } = brought;
      const [edited = 0, second = 0, third = 0] = unitIds;
      expect(await store.earlierDecisions(documentId)).toEqual([...refused, { ...printed, unitId: edited }]);

      const english = (text: string) => ({ en: { language: 'en', content: [text] } }) as const;
      await store.changeUnit(edited, 1, english('The trial starts on Monday.'), actor(2));
      await store.changeUnit(second, 1, english('Three reporters stand accused.'), actor(2));
      await store.changeUnit(second, 2, { note: 'seen' }, actor(3));
      await store.deleteUnit(third, 1, actor(2));
      expect(await store.earlierDecisions(documentId)).toEqual([
        ...refused,
        { ...printed, unitId: edited },
        { fr: 'La salle était pleine.', en: 'The courtroom was full.' },
        { fr: 'Trois journalistes sont accusés.', en: 'Three journalists stand accused.', unitId: second },
      ]);

      const kept = [{ stored: { id: edited, version: 2 } }, { stored: { id: second, version: 3 } }];
      const again = { memoryId, documentId, provenance: { title: 'Procès' }, units: kept, deleted: [], refused: [] };
      expect(await store.updateDocument(again, actor(4))).toMatchObject({ added: 0, unitIds: [edited, second] });
      expect(await store.earlierDecisions(documentId)).toEqual([]);
      await rejection(store.earlierDecisions(documentId + 1), 'not-found');
    });

    it('keeps what there was to say of its texts', async () => {
      const store = await open();
      const warnings = [{ code: 'tracked-changes', message: 'There were some.' }] as const;
      const { id } = await store.createReview({ ...NEW, warnings }, actor());
      expect(await store.getReview(id)).toMatchObject({ warnings });
    });

    it('leaves a unit alone that another document shares', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const one = await store.addDocument(memoryId, { provenance: { title: 'a' }, units: THREE }, actor());
      await store.addDocument(memoryId, { provenance: { title: 'b' }, units: THREE }, actor());
      const { id } = await store.createReview(NEW, actor());
      const [first = 0, second = 0] = one.unitIds;
      const { documentId = 0 } = one;
      const reworded = unit('Le procès est remis.', 'The trial is put off.');
      const finished = await store.finishReview(
        id,
        1,
        {
          memoryId,
          documentId,
          provenance: {},
          units: [{ unit: reworded, stored: { id: first, version: 1 } }],
          deleted: [{ id: second, version: 1 }],
          refused: [],
        },
        actor(),
      );
      expect(finished).toEqual({ documentId, added: 1, merged: 0, changed: 0, deleted: 0 });
      expect((await store.getUnit(first)).unit).toMatchObject({ version: 1, occurrences: [{ position: 0 }] });
      expect((await store.getUnit(second)).unit.occurrences).toHaveLength(1);
      expect(await store.documentUnits(documentId)).toMatchObject([{ fr: reworded.fr }]);
    });

    it('stores nothing where one of the units was changed meanwhile, or a side is empty', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { documentId = 0, unitIds } = await store.addDocument(memoryId, { provenance: {}, units: THREE }, actor());
      const stored = { id: nth(unitIds, 0), version: 1 };
      await store.changeUnit(stored.id, 1, { note: 'seen' }, actor());
      const { id } = await store.createReview(NEW, actor());
      const document = {
        memoryId,
        documentId,
        provenance: {},
        units: [{ unit: unit('Un.', 'One.') }],
        deleted: [stored],
        refused: [],
      };
      await rejection(store.finishReview(id, 1, document, actor()), 'version-conflict');
      const empty = { ...document, units: [{ unit: unit('', 'One.') }], deleted: [] };
      await rejection(store.finishReview(id, 1, empty, actor()), 'empty-text');
      expect(await store.documentUnits(documentId)).toHaveLength(3);
      expect(await store.getReview(id)).toMatchObject({ version: 1, state: 'open' });
    });

    it('refuses a read-only memory', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      await store.changeMemory(memoryId, { readOnly: true });
      const { id } = await store.createReview(NEW, actor());
      const document = { memoryId, provenance: {}, units: [], deleted: [], refused: [] };
      await rejection(store.finishReview(id, 1, document, actor()), 'read-only-memory');
    });

    it('forgets the earlier document with a change of memory, and when it is deleted with its memory', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { documentId = 0 } = await store.addDocument(memoryId, { provenance: {}, units: THREE }, actor());
      const one = await store.createReview({ ...NEW, documentId }, actor());
      const two = await store.createReview({ ...NEW, documentId }, actor());
      expect(await store.changeReview(one.id, 1, { memory: 'Autre' }, actor())).not.toHaveProperty('documentId');
      expect(await store.changeReview(two.id, 1, { provenance: {} }, actor())).toMatchObject({ documentId });
      await store.deleteMemory(memoryId);
      expect(await store.getReview(two.id)).not.toHaveProperty('documentId');
    });

    it('is deleted with its history', async () => {
      const store = await open();
      const { id } = await store.createReview(NEW, actor());
      await store.addReviewSteps(id, 1, [{ kind: 'accept', bead: 0 }], ACCEPTED, actor());
      await store.deleteReview(id);
      expect(await store.listReviews()).toEqual([]);
      for (const attempt of [
        () => store.getReview(id),
        () => store.deleteReview(id),
        () => store.addReviewSteps(id, 2, [{ kind: 'undo' }], UNTOUCHED, actor()),
        () => store.changeReview(id, 2, {}, actor()),
      ]) {
        await rejection(attempt(), 'not-found');
      }
    });
  });

  describe('documents like a bitext', () => {
    it('are those of its address or title and those with its pairs, most shared first', async () => {
      const store = await open();
      const { id: memoryId } = await makeMemory(store);
      const { id: elsewhere } = await makeMemory(store, 'elsewhere');
      const url = 'https://journal.example/proces';
      const add = async (provenance: object, units: typeof THREE, to = memoryId) =>
        (await store.addDocument(to, { provenance, units }, actor())).documentId;
      const other = [unit('Un.', 'One.')];
      const byPairs = await add({ title: 'b' }, THREE.slice(0, 2));
      const byTitle = await add({ title: 'Procès' }, other);
      const byUrl = await add({ url }, [unit('Deux.', 'Two.')]);
      await add({ title: 'c' }, other);
      await add({ title: 'Procès' }, THREE, elsewhere);
      const found = await store.documentsLike(memoryId, { url, title: 'Procès' }, THREE);
      expect(found.map(({ document, shared }) => [document.id, shared])).toEqual([
        [byPairs, 2],
        [byTitle, 0],
        [byUrl, 0],
      ]);
      expect(await store.documentsLike(memoryId, {}, [unit('Rien.', 'Nothing.')])).toEqual([]);
    });
  });
}
