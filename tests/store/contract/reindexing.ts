import { describe, expect, it } from 'vitest';
import type { Memory, UnitId } from '../../../memory/model/unit.ts';
import type { IndexStorage } from '../../../memory/retrieval/index/index-port.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Findings, Tiers } from '../../../memory/retrieval/retrieval.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { OpenStore } from './open-store.ts';
import { actor, makeMemory, nth, unit } from './samples.ts';

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

/** @param apart whether units lie in several databases, which are built anew one after the other, with the numbers that words have */
export function reindexingContract(open: OpenStore, apart: boolean): void {
  describe('the index built anew', () => {
    /** A store with ten units. */
    async function filled(): Promise<{ readonly store: Store; readonly ids: readonly UnitId[] }> {
      const store = await open({ portion: 4, longestTail: 3 });
      const memory = await makeMemory(store);
      const units = TEXTS.map((fr, index) => unit(fr, `Text ${index}.`));
      return { store, ids: (await store.addUnits(memory.id, units, actor())).unitIds };
    }

    it('has a size, by which every unit is in it once', async () => {
      const none = { blocks: 0, inBlocks: 0, dead: 0, waiting: 0, bytes: 0 };
      expect(await (await open()).indexSize()).toEqual(none);
      const { store, ids } = await filled();
      const held = async () => {
        const { inBlocks, dead, waiting } = await store.indexSize();
        return inBlocks - dead + waiting;
      };
      expect(await held()).toBe(10);
      await store.deleteUnit(nth(ids, 2), 1, actor());
      expect(await held()).toBe(9);
      const { blocks, bytes } = await store.indexSize();
      expect([blocks > 0, bytes > 100]).toEqual([true, true]);
    });

    if (!apart) {
      it('stands beside the one in use until it holds every unit', async () => {
        const { store, ids } = await filled();
        const numbering = await store.numbering();
        await breakOff(store, 8);
        expect(await store.checkIndex()).toEqual({ units: 10, wrong: [], rebuilt: 8 });
        expect(await store.numbering()).toBe(numbering);
        expect(await matchesIn(store, store, TEXTS[9] ?? '')).toEqual([ids[9]]);

        const reported: number[] = [];
        await (await open({ portion: 4 })).reindex((done) => reported.push(done));
        expect(reported).toEqual([8, 10]);
        expect(await store.checkIndex()).toEqual({ units: 10, wrong: [] });
        expect(await store.numbering()).toBe(numbering + 1);
        for (const [index, text] of TEXTS.entries()) expect(await matchesIn(store, store, text)).toEqual([ids[index]]);
      });
    }

    it('has what was stored, changed, deleted and taken back while it was built', async () => {
      const { store, ids } = await filled();
      /** The unit that was stored as so many. */
      const one = (number: number) => nth(ids, number - 1);
      await breakOff(store, 4);
      const memory = await makeMemory(store, 'B');
      const { unitIds } = await store.addUnits(memory.id, [unit('La grève continue au port.', 'More.')], actor());
      const say = (text: string) => ({ fr: { language: 'fr' as const, content: [text] } });
      await store.changeUnit(one(1), 1, say('La grève est finie au port.'), actor());
      await store.changeUnit(one(9), 1, say('La grève reprend au port.'), actor());
      for (const number of [2, 3, 8]) await store.deleteUnit(one(number), 1, actor());
      await store.undoUnit(one(3), actor());
      await breakOff(store, 8);
      await store.deleteUnit(one(5), 1, actor());
      await store.reindex();
      expect(await store.checkIndex()).toEqual({ units: 8, wrong: [] });
      expect(await matchesIn(store, store, 'La grève continue au port.')).toEqual(unitIds);
      expect(await matchesIn(store, store, 'La grève est finie au port.')).toEqual([one(1)]);
      expect(await matchesIn(store, store, 'La grève reprend au port.')).toEqual([one(9)]);
      for (const number of [1, 2, 5, 8, 9]) expect(await matchesIn(store, store, TEXTS[number - 1] ?? '')).toEqual([]);
      for (const number of [3, 4, 6, 7, 10]) {
        expect(await matchesIn(store, store, TEXTS[number - 1] ?? '')).toEqual([one(number)]);
      }
    });

    it('has what was changed after it was read and before it was written', async () => {
      const { store, ids } = await filled();
      const changes: Promise<unknown>[] = [];
      await store.reindex((done) => {
        if (done < 4 || changes.length > 0) return;
        changes.push(
          store.changeUnit(
            nth(ids, 5),
            1,
            { fr: { language: 'fr', content: ['La grève est finie au port.'] } },
            actor(),
          ),
          store.deleteUnit(nth(ids, 6), 1, actor()),
        );
      });
      await Promise.all(changes);
      expect(await store.checkIndex()).toEqual({ units: 9, wrong: [] });
      expect(await matchesIn(store, store, 'La grève est finie au port.')).toEqual([ids[5]]);
      expect(await matchesIn(store, store, TEXTS[6] ?? '')).toEqual([]);
    });

    it('is built by two at once as by one', async () => {
      const { store } = await filled();
      const other = await open({ portion: 3 });
      await Promise.all([store.reindex(), other.reindex()]);
      expect(await store.checkIndex()).toEqual({ units: 10, wrong: [] });
      expect(await other.checkIndex()).toEqual({ units: 10, wrong: [] });
    });

    if (apart) return;

    it('takes the place of the one before in the middle of a lookup, which finds what it would have', async () => {
      const { store, ids } = await filled();
      const other = await open();
      await store.deleteUnit(nth(ids, 0), 1, actor());
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
      expect(related.map(({ unitId }) => unitId)).toEqual([ids[9]]);
      expect(related).toEqual((await lookUp(store, memories, TEXTS[9] ?? '', tiers)).related);
    });
  });
}
