import type { ArticleBitext } from '../../memory/alignment/article.ts';
import { isHindered } from '../../memory/alignment/review/hindrance.ts';
import { initialState, resumeReview, takeStep } from '../../memory/alignment/review/reviewing.ts';
import type { StoredPair } from '../../memory/alignment/review/stored-pairs.ts';
import { progressOf } from '../../memory/alignment/review/texts.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { HINDRANCES } from '../../memory/model/hindrance.ts';
import { mergeProvenance } from '../../memory/model/provenance.ts';
import type { BitextReview, ReviewId, ReviewProgress, ReviewStep, ReviewSummary } from '../../memory/model/review.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Actor, FinishedReview, Store } from '../../memory/store/store.ts';
import type { ArticleReader } from './article-reader.ts';
import type { GivenPair } from './articles.ts';
import { asBefore, storedPairs } from './earlier-articles.ts';
import { memoryNamed } from './memories.ts';
import { reviewedDocument } from './reviewed-document.ts';

/** A review, with what the memory holds of the article already. */
export interface OpenReview extends BitextReview {
  /** The units of the document of an earlier import, in its order; empty where there is none. */
  readonly stored: readonly StoredPair[];
}

/** A review that was just begun, with what was read on the way. */
export interface StartedReview extends OpenReview, Pick<ArticleBitext, 'sources'> {}

/** Reviews of bitexts: from two aligned texts to what of them enters the memory. */
export interface Reviews {
  /**
   * Aligns an article and keeps it for review; nothing enters the memory yet. An earlier import of the same article is
   * found by its address, its title, or half of its pairs; what a person vouched for then keeps its shape, and what was
   * decided then stands as the review begins.
   * @throws CalqueError as the reader's `align` does
   */
  start(given: GivenPair, actor: Actor): Promise<StartedReview>;
  open(id: ReviewId): Promise<OpenReview>;
  /** @throws CalqueError `impossible-step`, naming the step; then none is taken */
  take(id: ReviewId, version: number, steps: readonly ReviewStep[], actor: Actor): Promise<ReviewSummary>;
  /**
   * Stores the accepted beads as units. Open beads stay out, and what was stored of them before stays as it is.
   * @param removeMissing also deletes stored units whose sentences are gone from the article or whose bead was deleted
   * @throws CalqueError `nothing-accepted`
   */
  finish(id: ReviewId, version: number, removeMissing: boolean, actor: Actor): Promise<StoredReview>;
}

export interface StoredReview extends FinishedReview {
  readonly memoryId: MemoryId;
}

export function createReviews(store: Store, reader: ArticleReader): Reviews {
  async function withStored(review: BitextReview): Promise<OpenReview> {
    return { ...review, stored: await storedPairs(store, review.documentId) };
  }

  return {
    async start({ fr, en, memory, provenance = {} }, actor) {
      const article = await reader.align({ fr, en, provenance });
      const { earlier, bitext } = await asBefore(store, memory, article);
      const { sources, warnings } = article;
      const known = mergeProvenance(article.provenance, earlier?.provenance ?? {});
      const review = await store.createReview(
        {
          bitext,
          memory,
          provenance: mergeProvenance(known, provenance),
          warnings,
          progress: progressOf(initialState(bitext)),
          ...(earlier && { documentId: earlier.id }),
        },
        actor,
      );
      return { ...(await withStored(review)), sources };
    },

    open: async (id) => withStored(await store.getReview(id)),

    async take(id, version, steps, actor) {
      const review = await store.getReview(id);
      const progress = review.version === version ? progressAfter(review, steps) : review.progress;
      return store.addReviewSteps(id, version, steps, progress, actor);
    },

    async finish(id, version, removeMissing, actor) {
      const review = await store.getReview(id);
      const { state } = resumeReview(review.bitext, review.steps);
      const { accepted, passed } = progressOf(state);
      const { documentId } = review;
      if (accepted + passed === 0 && documentId === undefined) {
        throw new CalqueError('nothing-accepted', 'No bead was accepted yet, so there is nothing to store.');
      }
      const memory = await memoryNamed(store, review.memory, actor);
      const stored = await storedPairs(store, documentId);
      const { originalLanguage } = review.provenance;
      const units = reviewedDocument(state, stored, { removeMissing, originalLanguage });
      const document = {
        memoryId: memory.id,
        provenance: review.provenance,
        ...(documentId !== undefined && { documentId }),
        ...units,
      };
      return { memoryId: memory.id, ...(await store.finishReview(id, version, document, actor)) };
    },
  };
}

function progressAfter({ bitext, steps: past }: BitextReview, steps: readonly ReviewStep[]): ReviewProgress {
  let review = resumeReview(bitext, past);
  for (const [place, step] of steps.entries()) {
    const next = takeStep(review, step);
    if (isHindered(next)) {
      throw new CalqueError('impossible-step', HINDRANCES[next], { where: `body.steps.${place}` });
    }
    review = next;
  }
  return progressOf(review.state);
}
