import type { IndexStorage } from '../../retrieval/index/index-port.ts';
import { joinedIndex } from '../../retrieval/sharded/joined-index.ts';
import type { Store } from '../store.ts';
import type { Shards } from './shards.ts';

type IndexMethods = IndexStorage & Pick<Store, 'saveLexicon' | 'checkIndex' | 'reindex' | 'removeEarlierIndexes'>;

/**
 * Each shard has an index of its own units. The coordinator numbers the words for all of them, so that they are one index
 * to whoever searches, and keeps the lexicon that is learnt from all.
 */
export function indexMethods(coordinator: Store, shards: Shards): IndexMethods {
  return {
    ...joinedIndex(coordinator, shards),

    async saveLexicon(lexicon, at) {
      const memories = (await shards.each((store) => store.listMemories())).flat();
      const unitsThen = memories.reduce((sum, { unitCount }) => sum + unitCount, 0);
      await coordinator.saveLexicon({ ...lexicon, unitsThen }, at);
    },

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
  };
}
