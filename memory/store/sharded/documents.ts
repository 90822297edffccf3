import { contentText } from '../../model/inline.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { NewUnit, UnitId } from '../../model/unit.ts';
import { requireStorable } from '../sql/incoming.ts';
import type { StoreReviewed } from '../sql/reviewed-documents.ts';
import type { Store, StoredUnits } from '../store.ts';
import type { RequireMemory } from './memories.ts';
import { mergePages } from './pages.ts';
import type { Shards } from './shards.ts';

type DocumentMethods = Pick<
  Store,
  | 'addDocument'
  | 'addDocuments'
  | 'listDocuments'
  | 'getDocument'
  | 'changeDocument'
  | 'documentUnits'
  | 'documentsLike'
  | 'earlierDecisions'
  | 'updateDocument'
>;

/**
 * A document lies on one shard with all its units and where they stand in it. A pair that documents of several shards
 * have is a unit in each.
 */
export function documentMethods(
  shards: Shards,
  requireMemory: RequireMemory,
): DocumentMethods & { readonly storeReviewed: StoreReviewed } {
  const of = async (id: number) => shards.of(id, 'document');

  const addDocuments: Store['addDocuments'] = async (memoryId, documents, actor) => {
    const into = await requireMemory(memoryId);
    for (const { units } of documents) units.forEach(requireStorable);
    const name = ({ provenance, units }: (typeof documents)[number]) => nameOf(provenance, units[0]);
    return shards.part(documents, name, async (store, own) => (await into(store)).addDocuments(memoryId, own, actor));
  };

  const storeReviewed: StoreReviewed = async (document, actor) => {
    const { memoryId, documentId, provenance, units } = document;
    const into = await requireMemory(memoryId);
    const stored = units.find((one) => one.stored)?.stored?.id;
    const known: UnitId | undefined = documentId ?? stored;
    const shard = known === undefined ? shards.for(nameOf(provenance, units[0]?.unit)) : await of(known);
    return shard.ask(async (store) => (await into(store)).updateDocument(document, actor));
  };

  return {
    async addDocument(memoryId, document, actor) {
      return (await addDocuments(memoryId, [document], actor))[0] as StoredUnits;
    },

    addDocuments,

    async listDocuments(memoryId, page) {
      return mergePages(await shards.each((store) => store.listDocuments(memoryId, page)), page.limit);
    },

    getDocument: async (id) => (await of(id)).ask((store) => store.getDocument(id)),
    changeDocument: async (id, provenance) => (await of(id)).ask((store) => store.changeDocument(id, provenance)),
    documentUnits: async (id) => (await of(id)).ask((store) => store.documentUnits(id)),

    async documentsLike(memoryId, provenance, units) {
      const found = await shards.each((store) => store.documentsLike(memoryId, provenance, units));
      return found.flat().sort((a, b) => b.shared - a.shared || a.document.id - b.document.id);
    },

    earlierDecisions: async (id) => (await of(id)).ask((store) => store.earlierDecisions(id)),
    updateDocument: storeReviewed,
    storeReviewed,
  };
}

/** What a document draws its shard by: the same when it comes again, whatever it says further on. */
function nameOf({ url = '', title = '' }: Provenance, first: Pick<NewUnit, 'fr' | 'en'> | undefined): string {
  const texts = first === undefined ? [] : [contentText(first.fr.content), contentText(first.en.content)];
  return JSON.stringify(url === '' ? [title, ...texts] : [url]);
}
