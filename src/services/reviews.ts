import type { AlignedArticle } from '../../memory/alignment/article.ts';
import { isHindered } from '../../memory/alignment/review/hindrance.ts';
import { beginReview, resumeReview, takeStep } from '../../memory/alignment/review/reviewing.ts';
import type { StoredPair } from '../../memory/alignment/review/stored-pairs.ts';
import { progressOf, sideText } from '../../memory/alignment/review/texts.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { HINDRANCES } from '../../memory/model/hindrance.ts';
import { contentFromText, contentText } from '../../memory/model/inline.ts';
import { mergeProvenance, type Provenance } from '../../memory/model/provenance.ts';
import type {
  BitextReview,
  ReviewId,
  ReviewProgress,
  ReviewState,
  ReviewStep,
  ReviewSummary,
} from '../../memory/model/review.ts';
import type { DocumentId, MemoryDocument, MemoryId } from '../../memory/model/unit.ts';
import type { Actor, FinishedReview, Store } from '../../memory/store/store.ts';
import type { ArticleReader } from './article-reader.ts';
import type { GivenPair } from './articles.ts';
import { memoryNamed } from './memories.ts';
import { reviewedDocument } from './reviewed-document.ts';

/** A review, with what the memory holds of the article already. */
export interface OpenReview extends BitextReview {
  /** The units of the document of an earlier import, in its order; empty where there is none. */
  readonly stored: readonly StoredPair[];
}

/** A review that was just begun, with what was read on the way. */
export interface StartedReview extends OpenReview, Pick<AlignedArticle, 'sources' | 'warnings'> {}

/** Reviews of bitexts: from two aligned texts to what of them enters the memory. */
export interface Reviews {
  /**
   * Aligns an article and keeps it for review; nothing enters the memory yet. An earlier import of the same article is
   * found by its address, its title, or half of its pairs.
   * @throws CalqueError as the reader's `alignForReview` does
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

/** Of the pairs of the shorter of two documents, this share makes them versions of one article. */
const SAME_ARTICLE = 0.5;

export function createReviews(store: Store, reader: ArticleReader): Reviews {
  async function withStored(review: BitextReview): Promise<OpenReview> {
    return { ...review, stored: await storedPairs(review.documentId) };
  }

  async function storedPairs(documentId: DocumentId | undefined): Promise<readonly StoredPair[]> {
    const units = documentId === undefined ? [] : await store.documentUnits(documentId);
    return units.map(({ id, version, fr, en }) => ({
      id,
      version,
      fr: contentText(fr.content),
      en: contentText(en.content),
    }));
  }

  /** The document in which an earlier version of the article was stored. */
  async function earlierDocument(
    memory: string,
    provenance: Provenance,
    state: ReviewState,
  ): Promise<MemoryDocument | undefined> {
    const found = await store.findMemory(memory);
    if (found === undefined) return undefined;
    const units = pairsOf(state);
    const like = await store.documentsLike(found.id, provenance, units);
    const { url, title } = provenance;
    const named = like.find(({ document }) => url !== undefined && document.provenance.url === url);
    const titled = like.find(
      ({ document, shared }) => shared > 0 && title !== undefined && document.provenance.title === title,
    );
    const alike = like.find(
      ({ document, shared }) => shared > 0 && shared >= SAME_ARTICLE * Math.min(units.length, document.unitCount),
    );
    return (named ?? titled ?? alike)?.document;
  }

  return {
    async start({ fr, en, memory, provenance = {} }, actor) {
      const article = await reader.alignForReview({ fr, en, provenance });
      const { state } = beginReview(article.bitext);
      const earlier = await earlierDocument(memory, article.provenance, state);
      const known = mergeProvenance(article.provenance, earlier?.provenance ?? {});
      const review = await store.createReview(
        {
          bitext: article.bitext,
          memory,
          provenance: mergeProvenance(known, provenance),
          progress: progressOf(state),
          ...(earlier && { documentId: earlier.id }),
        },
        actor,
      );
      const { sources, warnings } = article;
      return { ...(await withStored(review)), sources, warnings };
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
      const stored = await storedPairs(documentId);
      const units = reviewedDocument(state, stored, removeMissing, review.provenance.originalLanguage);
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

/** Both sides of every bead that has both, as contents. */
function pairsOf(state: ReviewState) {
  return state.beads
    .filter(({ fr, en }) => fr.length > 0 && en.length > 0)
    .map((bead) => ({
      fr: { language: 'fr' as const, content: contentFromText(sideText(state, bead, 'fr')) },
      en: { language: 'en' as const, content: contentFromText(sideText(state, bead, 'en')) },
    }));
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
