import type { Store } from '../store.ts';
import { isAway } from './shard.ts';
import type { Shards } from './shards.ts';

type IndexMethods = Pick<
  Store,
  | 'numbering'
  | 'indexBlocks'
  | 'wordIds'
  | 'blocksAndWords'
  | 'lexicon'
  | 'lexiconVersion'
  | 'saveLexicon'
  | 'unitsNear'
  | 'sources'
  | 'unitsInContext'
  | 'checkIndex'
  | 'reindex'
  | 'removeEarlierIndexes'
  | 'parts'
>;

/**
 * Each shard has an index of its own units, with its own numbers of words, and a lexicon learnt from them; lookups search
 * each by itself. Whoever asks for words or the lexicon alone is answered by the first shard that is there.
 */
export function indexMethods(shards: Shards): IndexMethods {
  async function first<T>(work: (store: Store) => Promise<T>): Promise<T> {
    for (const shard of shards.all) {
      try {
        return await shard.ask(work);
      } catch (error) {
        if (!isAway(error) || shard === shards.all.at(-1)) throw error;
      }
    }
    throw new Error('an installation without shards was asked');
  }

  return {
    numbering: () => first((store) => store.numbering()),
    indexBlocks: (languages) => first((store) => store.indexBlocks(languages)),
    wordIds: (language, forms, stems) => first((store) => store.wordIds(language, forms, stems)),
    blocksAndWords: (languages, wanted) => first((store) => store.blocksAndWords(languages, wanted)),
    lexicon: () => first((store) => store.lexicon()),
    lexiconVersion: () => first((store) => store.lexiconVersion()),
    saveLexicon: (lexicon, at) => first((store) => store.saveLexicon(lexicon, at)),
    unitsNear: (ids, reach) => shards.ofAll(ids, (store, own) => store.unitsNear(own, reach)),
    sources: (ids, language) => shards.ofAll(ids, (store, own) => store.sources(own, language)),
    unitsInContext: async (ids) =>
      [...(await shards.ofAll(ids, (store, own) => store.unitsInContext(own)))].sort((a, b) => a.unit.id - b.unit.id),

    async checkIndex() {
      const checks = await shards.each((store) => store.checkIndex());
      const rebuilt = checks.flatMap((check) => check.rebuilt ?? []);
      const left = checks.reduce((sum, check) => sum + (check.left ?? 0), 0);
      return {
        units: checks.reduce((sum, { units }) => sum + units, 0),
        wrong: checks.flatMap(({ wrong }) => wrong).sort((a, b) => a - b),
        ...(rebuilt.length > 0 && { rebuilt: rebuilt.reduce((sum, units) => sum + units, 0) }),
        ...(left > 0 && { left }),
      };
    },

    async reindex(report = () => {}) {
      let before = 0;
      for (const shard of shards.all) {
        let done = 0;
        await shard.ask((store) =>
          store.reindex((units) => {
            done = units;
            report(before + units);
          }),
        );
        before += done;
      }
    },

    async removeEarlierIndexes() {
      await shards.each((store) => store.removeEarlierIndexes());
    },

    parts: () => shards.each(async (store) => store),
  };
}
