import { describe, expect, it } from 'vitest';
import type { Memory, UnitId } from '../../../memory/model/unit.ts';
import type { IndexStorage } from '../../../memory/retrieval/index/index-port.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Findings, Tiers } from '../../../memory/retrieval/retrieval.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, makeMemory, unit } from './samples.ts';

const WORDS = ['procès', 'tribunal', 'débat', 'marché', 'musée', 'port', 'quai', 'navire', 'journal', 'livre'];
const TEXTS = WORDS.map((word) => `Le ${word} de la ville rouvre ses portes.`);

function lookUp(storage: IndexStorage, memories: readonly Memory[], text: string, tiers: Tiers): Promise<Findings> {
  return indexedRetrieval(storage).find(
    {
      content: [text],
      sourceLanguage: 'fr',
      targetLanguage: 'en',
      memories,
      minimumRate: 100,
      minimumConfidence: 0,
      limit: 5,
    },
    tiers,
  );
}

async function matchesIn(store: Store, storage: IndexStorage, text: string): Promise<readonly UnitId[]> {
  const { matches } = await lookUp(storage, await store.listMemories(), text, { matches: true, related: false });
  return matches.map(({ unitId }) => unitId);
}

/** Builds the index anew until so many units are done, then breaks off. */
async function breakOff(store: Store, after: number): Promise<void> {
  const report = (done: number) => {
    if (done >= after) throw new Error('cut off');
  };
  await expect(store.reindex(report)).rejects.toThrow('cut off');
}

export function reindexingContract(open: OpenStore): void {
  describe('the index built anew', () => {
    /** A store with ten units, numbered from 1. */
    async function filled(): Promise<Store> {
      const store = await open({ portion: 4, longestTail: 3 });
      const memory = await makeMemory(store);
      await store.addUnits(
        memory.id,
        TEXTS.map((fr, index) => unit(fr, `Text ${index}.`)),
        actor(),
      );
      return store;
    }

    it('has a size, by which every unit is in it once', async () => {
      const none = { blocks: 0, inBlocks: 0, dead: 0, waiting: 0, bytes: 0 };
      expect(await (await open()).indexSize()).toEqual(none);
      const store = await filled();
      const held = async () => {
        const { inBlocks, dead, waiting } = await store.indexSize();
        return inBlocks - dead + waiting;
      };
      expect(await held()).toBe(10);
      await store.deleteUnit(3, 1, actor());
      expect(await held()).toBe(9);
      const { blocks, bytes } = await store.indexSize();
      expect([blocks > 0, bytes > 100]).toEqual([true, true]);
    });

    it('stands beside the one in use until it holds every unit', async () => {
      const store = await filled();
      const numbering = await store.numbering();
      await breakOff(store, 8);
      expect(await store.checkIndex()).toEqual({ units: 10, wrong: [], rebuilt: 8 });
      expect(await store.numbering()).toBe(numbering);
      expect(await matchesIn(store, store, TEXTS[9] ?? '')).toEqual([10]);

      const reported: number[] = [];
      await (await open({ portion: 4 })).reindex((done) => reported.push(done));
      expect(reported).toEqual([8, 10]);
      expect(await store.checkIndex()).toEqual({ units: 10, wrong: [] });
      expect(await store.numbering()).toBe(numbering + 1);
      for (const [index, text] of TEXTS.entries()) expect(await matchesIn(store, store, text)).toEqual([index + 1]);
    });

    it('has what was stored, changed, deleted and taken back while it was built', async () => {
      const store = await filled();
      await breakOff(store, 4);
      const memory = await makeMemory(store, 'B');
      const { unitIds } = await store.addUnits(memory.id, [unit('La grève continue au port.', 'More.')], actor());
      const say = (text: string) => ({ fr: { language: 'fr' as const, content: [text] } });
      await store.changeUnit(1, 1, say('La grève est finie au port.'), actor());
      await store.changeUnit(9, 1, say('La grève reprend au port.'), actor());
      for (const id of [2, 3, 8]) await store.deleteUnit(id, 1, actor());
      await store.undoUnit(3, actor());
      await breakOff(store, 8);
      await store.deleteUnit(5, 1, actor());
      await store.reindex();
      expect(await store.checkIndex()).toEqual({ units: 8, wrong: [] });
      expect(await matchesIn(store, store, 'La grève continue au port.')).toEqual(unitIds);
      expect(await matchesIn(store, store, 'La grève est finie au port.')).toEqual([1]);
      expect(await matchesIn(store, store, 'La grève reprend au port.')).toEqual([9]);
      for (const id of [1, 2, 5, 8, 9]) expect(await matchesIn(store, store, TEXTS[id - 1] ?? '')).toEqual([]);
      for (const id of [3, 4, 6, 7, 10]) expect(await matchesIn(store, store, TEXTS[id - 1] ?? '')).toEqual([id]);
    });

    it('has what was changed after it was read and before it was written', async () => {
      const store = await filled();
      const changes: Promise<unknown>[] = [];
      await store.reindex((done) => {
        if (done !== 4) return;
        changes.push(
          store.changeUnit(6, 1, { fr: { language: 'fr', content: ['La grève est finie au port.'] } }, actor()),
          store.deleteUnit(7, 1, actor()),
        );
      });
      await Promise.all(changes);
      expect(await store.checkIndex()).toEqual({ units: 9, wrong: [] });
      expect(await matchesIn(store, store, 'La grève est finie au port.')).toEqual([6]);
      expect(await matchesIn(store, store, TEXTS[6] ?? '')).toEqual([]);
    });

    it('is built by two at once as by one', async () => {
      const store = await filled();
      const other = await open({ portion: 3 });
      await Promise.all([store.reindex(), other.reindex()]);
      expect(await store.checkIndex()).toEqual({ units: 10, wrong: [] });
      expect(await other.checkIndex()).toEqual({ units: 10, wrong: [] });
    });

    it('takes the place of the one before in the middle of a lookup, which finds what it would have', async () => {
      const store = await filled();
      const other = await open();
      await store.deleteUnit(1, 1, actor());
      let asked = 0;
      const replacing: IndexStorage = {
        ...store,
        async wordIds(language, forms, stems) {
          if (asked++ === 0) await other.reindex();
          return store.wordIds(language, forms, stems);
        },
      };
      const memories = await store.listMemories();
      const tiers = { matches: false, related: true };
      const { related } = await lookUp(replacing, memories, TEXTS[9] ?? '', tiers);
      expect(asked).toBeGreaterThan(1);
      expect(related.map(({ unitId }) => unitId)).toEqual([10]);
      expect(related).toEqual((await lookUp(store, memories, TEXTS[9] ?? '', tiers)).related);
    });
  });
}
