import type { BitextStore } from '../bitext-store.ts';
import { requireName } from './arguments.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { DecidedPairTable } from './decided-pairs.ts';
import type { DocumentTable } from './document-table.ts';
import { insertion } from './insertion.ts';
import { NEWEST_REVIEWS, type ReviewTable, reviewSummaryOf } from './review-table.ts';
import type { StoreReviewed } from './reviewed-documents.ts';

type ReviewMethods = Omit<BitextStore, 'documentsLike'>;

interface Tables {
  readonly reviews: ReviewTable;
  readonly documents: DocumentTable;
  readonly decidedPairs: DecidedPairTable;
}

export function reviewMethods(
  connection: Connection,
  { reviews, documents, decidedPairs }: Tables,
  storeReviewed: StoreReviewed,
): ReviewMethods {
  const insert = insertion<(string | number | null)[]>(
    connection,
    `INSERT INTO reviews (version, state, memory, provenance, bitext, warnings, document_id, beads, accepted, passed, deleted,
       created_at, created_by, changed_at, changed_by)
     VALUES (1, 'open', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const newest = connection.prepare<[], Parameters<typeof reviewSummaryOf>[0]>(NEWEST_REVIEWS);
  const lastStep = connection.prepare<[number], { readonly number: number }>(
    'SELECT coalesce(max(number), 0) AS number FROM review_steps WHERE review_id = ?',
  );
  const addStep = connection.prepare<[number, number, string, number, string]>(
    'INSERT INTO review_steps (review_id, number, step, taken_at, taken_by) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = connection.prepare<[number]>('DELETE FROM reviews WHERE id = ?');

  return {
    createReview: ({ bitext, memory, provenance, warnings, progress, documentId }, actor) =>
      connection.write(async () => {
        const created = [toMilliseconds(actor.at), actor.by];
        const id = await insert(
          requireName(memory, 'memory'),
          JSON.stringify(provenance),
          JSON.stringify(bitext),
          JSON.stringify(warnings),
          documentId ?? null,
          progress.beads,
          progress.accepted,
          progress.passed,
          progress.deleted,
          ...created,
          ...created,
        );
        return reviews.require(id);
      }),

    listReviews: () => connection.ask(async () => (await newest.all()).map(reviewSummaryOf)),

    getReview: (id) => connection.read(() => reviews.require(id)),

    addReviewSteps: (id, version, steps, progress, actor) =>
      connection.write(async () => {
        const present = await reviews.requireVersion(id, version);
        const last = (await lastStep.get(id))?.number ?? 0;
        for (const [place, step] of steps.entries()) {
          await addStep.run(id, last + place + 1, JSON.stringify(step), toMilliseconds(actor.at), actor.by);
        }
        await reviews.replace(id, { ...present, state: 'open', progress, versions: steps.length }, actor);
        return reviews.summary(id);
      }),

    changeReview: (id, version, { memory, provenance }, actor) =>
      connection.write(async () => {
        const present = await reviews.requireVersion(id, version);
        const next = {
          ...present,
          ...(memory !== undefined && { memory: requireName(memory, 'memory') }),
          ...(provenance !== undefined && { provenance }),
        };
        // Another memory has no document of an earlier import.
        const { documentId: _, ...elsewhere } = next;
        await reviews.replace(id, { ...(next.memory === present.memory ? next : elsewhere), versions: 1 }, actor);
        return reviews.summary(id);
      }),

    finishReview: (id, version, document, actor) =>
      connection.write(async () => {
        const present = await reviews.requireVersion(id, version);
        const { unitIds: _, ...finished } = await storeReviewed(document, actor);
        const { documentId } = finished;
        await reviews.replace(id, { ...present, state: 'finished', documentId, versions: 1 }, actor);
        return finished;
      }),

    updateDocument: (document, actor) => connection.write(() => storeReviewed(document, actor)),

    earlierDecisions: (id) =>
      connection.read(async () => {
        await documents.require(id);
        return decidedPairs.ofDocument(id);
      }),

    deleteReview: (id) =>
      connection.write(async () => {
        await reviews.summary(id);
        await remove.run(id);
      }),
  };
}
