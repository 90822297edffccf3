import { type ArticleBead, beadsOf } from '../../memory/alignment/article.ts';
import type { BlockKind, ReadingWarning, SaidField } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { DocumentId, MemoryId, NewDocumentUnit, UnitId } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import type { ArticleReader, UnreadArticle } from './article-reader.ts';
import { asBefore } from './earlier-articles.ts';
import { memoryNamed } from './memories.ts';

/** An article in both languages, as it was pasted or read from files. */
export interface GivenPair extends UnreadArticle {
  /** The name of the memory; it is made when there is none of that name. */
  readonly memory: string;
}

/** One stored bead of an imported article. */
export interface ImportedBead {
  readonly fr: string;
  readonly en: string;
  /** French and English sentences in it: `1–1`, `1–2`. */
  readonly kind: string;
  readonly confidence: number;
  /** What the block is there for in which it stands, where a document says: a heading, a caption. */
  readonly block?: BlockKind;
  readonly unitId: UnitId;
}

/** What importing an article did. */
export interface ImportedArticle {
  readonly memoryId: MemoryId;
  readonly documentId: DocumentId;
  readonly added: number;
  readonly merged: number;
  readonly provenance: Provenance;
  readonly beads: readonly ImportedBead[];
  /** Sentences without a partner; they are not stored. */
  readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
  /** What each field of the provenance was read from: `JSON-LD headline`, `credit note`, `given`. */
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
  /** What was decided while the documents were read. */
  readonly warnings: readonly ReadingWarning[];
}

/** Brings published articles into a memory. */
export interface Articles {
  /** @throws CalqueError as the reader's `align` does, or `read-only-memory`; then nothing is stored */
  importPair(given: GivenPair, actor: Actor): Promise<ImportedArticle>;
}

export function createArticles(store: Store, reader: ArticleReader): Articles {
  return {
    async importPair({ memory: name, ...given }, actor) {
      const article = await reader.align(given);
      const { beads, unaligned } = beadsOf((await asBefore(store, name, article)).bitext);
      const memory = await memoryNamed(store, name, actor);
      const units = beads.map((bead) => newUnit(bead, article.provenance));
      const stored = await store.addDocument(memory.id, { provenance: article.provenance, units }, actor);
      if (stored.documentId === undefined)
        throw new CalqueError('internal', 'The store gave the document no identity.');
      return {
        memoryId: memory.id,
        documentId: stored.documentId,
        added: stored.added,
        merged: stored.merged,
        provenance: article.provenance,
        beads: beads.map((bead, index) => ({
          ...bead,
          unitId: stored.unitIds[index] ?? 0,
        })),
        unaligned,
        sources: article.sources,
        warnings: article.warnings,
      };
    },
  };
}

function newUnit(bead: ArticleBead, { originalLanguage }: Provenance): NewDocumentUnit {
  return {
    fr: { language: 'fr', content: contentFromText(bead.fr) },
    en: { language: 'en', content: contentFromText(bead.en) },
    ...(originalLanguage && { originalLanguage }),
    origin: { kind: 'alignment', confidence: bead.confidence },
    status: 'draft',
    ...(bead.block && { block: bead.block }),
  };
}
