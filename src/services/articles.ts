import { VOUCHED_FOR } from '../../memory/alignment/article.ts';
import { isOneSided } from '../../memory/alignment/review/decide.ts';
import { initialState } from '../../memory/alignment/review/reviewing.ts';
import { blockOf, sideText } from '../../memory/alignment/review/texts.ts';
import type { DecisionReason } from '../../memory/model/bitext.ts';
import type { BlockKind, ReadingWarning, SaidField } from '../../memory/model/document.ts';
import { mergeProvenance, type Provenance } from '../../memory/model/provenance.ts';
import type { PairTexts, ReviewBead, ReviewState } from '../../memory/model/review.ts';
import type { DocumentId, MemoryId, UnitId } from '../../memory/model/unit.ts';
import type { Actor, ReviewedDocument, Store } from '../../memory/store/store.ts';
import type { ArticleReader, UnreadArticle } from './article-reader.ts';
import { asBefore, storedPairs } from './earlier-articles.ts';
import { memoryNamed } from './memories.ts';
import { reviewedDocument } from './reviewed-document.ts';

/** An article in both languages, as it was pasted or read from files. */
export interface GivenPair extends UnreadArticle {
  /** The name of the memory; it is made when there is none of that name. */
  readonly memory: string;
}

/** One stored bead of an imported article. */
export interface ImportedBead extends PairTexts {
  /** French and English sentences in it: `1–1`, `1–2`. */
  readonly kind: string;
  readonly confidence: number;
  /** What the block is there for in which it stands, where a document says: a heading, a caption. */
  readonly block?: BlockKind;
  readonly unitId: UnitId;
}

/** A bead that was not stored: furniture of the page, or what a person kept out when the article came before. */
interface LeftOut extends PairTexts {
  readonly reason: DecisionReason;
}

/** What importing an article did. */
export interface ImportedArticle {
  readonly memoryId: MemoryId;
  readonly documentId: DocumentId;
  readonly added: number;
  readonly merged: number;
  /** Units of an earlier import that were given the article's new wording. */
  readonly changed: number;
  readonly provenance: Provenance;
  readonly beads: readonly ImportedBead[];
  /** Sentences without a partner; they are not stored. */
  readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
  readonly leftOut: readonly LeftOut[];
  /** What each field of the provenance was read from: `JSON-LD headline`, `credit note`, `given`. */
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
  /** What was decided while the documents were read. */
  readonly warnings: readonly ReadingWarning[];
}

/** Brings published articles into a memory. */
export interface Articles {
  /**
   * Stores an article that nobody has looked at, as drafts. One that came before is brought up to date, and what a person
   * decided on it then stands.
   * @throws CalqueError as the reader's `align` does, or `read-only-memory`; then nothing is stored
   */
  importPair(given: GivenPair, actor: Actor): Promise<ImportedArticle>;
}

export function createArticles(store: Store, reader: ArticleReader): Articles {
  return {
    async importPair({ memory: name, ...given }, actor) {
      const article = await reader.align(given);
      const { earlier, bitext } = await asBefore(store, name, article);
      const state = unseen(initialState(bitext));
      const provenance = mergeProvenance(
        mergeProvenance(article.provenance, earlier?.provenance ?? {}),
        given.provenance ?? {},
      );
      const memory = await memoryNamed(store, name, actor);
      const { originalLanguage } = provenance;
      const stored = await storedPairs(store, earlier?.id);
      const document = {
        memoryId: memory.id,
        ...(earlier && { documentId: earlier.id }),
        provenance,
        ...reviewedDocument(state, stored, { removeMissing: false, originalLanguage }),
      };
      const { unitIds, deleted: _, ...done } = await storeDocument(store, document, actor);
      const unitsOfBeads = unitIds.filter((_id, place) => document.units[place]?.unit !== undefined);
      const { warnings, sources } = article;
      return {
        memoryId: memory.id,
        ...done,
        provenance,
        beads: state.beads
          .filter(({ decision }) => decision === 'passed')
          .map((bead, place) => importedBead(state, bead, unitsOfBeads[place] ?? 0)),
        unaligned: { fr: alone(state, 'fr'), en: alone(state, 'en') },
        leftOut: state.beads.flatMap((bead) => leftOut(state, bead)),
        sources,
        warnings,
      };
    },
  };
}

/** A state in which every pair that nobody keeps out is accepted by nobody. */
function unseen(state: ReviewState): ReviewState {
  return {
    ...state,
    beads: state.beads.map((bead) =>
      isOneSided(bead) || bead.decision === 'deleted' ? bead : { ...bead, decision: 'passed' },
    ),
  };
}

/** A new article is stored at once, which is faster than pair by pair. */
async function storeDocument(store: Store, document: ReviewedDocument, actor: Actor) {
  const { documentId: known, memoryId, provenance, units: reviewed, refused } = document;
  if (known !== undefined || refused.length > 0) return store.updateDocument(document, actor);
  const units = reviewed.flatMap(({ unit, block }) => (unit ? [{ ...unit, ...(block && { block }) }] : []));
  const { documentId = 0, added, merged, unitIds } = await store.addDocument(memoryId, { provenance, units }, actor);
  return { documentId, added, merged, changed: 0, deleted: 0, unitIds };
}

function importedBead(state: ReviewState, bead: ReviewBead, unitId: UnitId): ImportedBead {
  const block = blockOf(state, bead);
  return {
    fr: sideText(state, bead, 'fr'),
    en: sideText(state, bead, 'en'),
    kind: `${bead.fr.length}–${bead.en.length}`,
    confidence: bead.confidence ?? VOUCHED_FOR,
    ...(block && { block }),
    unitId,
  };
}

/** Sentences of a side that stand alone and are not left out, in the order of their text. */
function alone(state: ReviewState, side: 'fr' | 'en'): readonly string[] {
  return state.beads
    .filter((bead) => isOneSided(bead) && bead.decision !== 'deleted')
    .flatMap((bead) => bead[side])
    .sort((a, b) => a - b)
    .flatMap((place) => state[side][place]?.text ?? []);
}

function leftOut(state: ReviewState, bead: ReviewBead): readonly LeftOut[] {
  if (bead.decision !== 'deleted') return [];
  return [{ fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en'), reason: bead.reason ?? 'earlier' }];
}
