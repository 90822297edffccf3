import { describe, expect, it } from 'vitest';
import type { LexiconPairs } from '../../../memory/retrieval/lexicon/lexicon.ts';
import type { OpenStore } from './open-store.ts';
import { actor, at, makeMemory, THREE } from './samples.ts';

/** The French stem 1 is translated by the English stem 2, surely the one way and half the time the other. */
const PAIRS: LexiconPairs = {
  starts: Uint32Array.of(0, 0, 1),
  en: Uint32Array.of(2),
  enGivenFr: Uint16Array.of(65_535),
  frGivenEn: Uint16Array.of(32_768),
};
const NOTHING: LexiconPairs = { ...PAIRS, starts: Uint32Array.of(0, 0, 0), en: new Uint32Array() };

/** @param apart whether words have their numbers from another database, which stay */
export function lexiconContract(open: OpenStore, apart: boolean): void {
  describe('lexicons', () => {
    it('have none before one was learnt', async () => {
      const store = await open();
      expect(await store.lexicon()).toBeUndefined();
      expect(await store.lexiconVersion()).toBeUndefined();
    });

    it('use the one learnt last, with how many units there were then', async () => {
      const store = await open();
      const other = await open();
      const memory = await makeMemory(store);
      await store.addUnits(memory.id, THREE, actor());
      const numbering = await store.numbering();
      await store.saveLexicon({ pairs: NOTHING, units: 1, numbering }, at(1));
      expect((await other.lexicon())?.pairs).toBe(0);
      await store.saveLexicon({ pairs: PAIRS, units: 2, numbering }, at(2));
      expect((await other.lexicon())?.translations('fr', 1)).toEqual([{ stem: 2, forth: 1, back: 32_768 / 65_535 }]);
      expect((await store.lexicon())?.translations('en', 2)).toEqual([{ stem: 1, forth: 32_768 / 65_535, back: 1 }]);
      expect(await other.lexiconVersion()).toMatchObject({ learntAt: at(2), units: 2, unitsThen: 3 });
    });

    if (apart) return;

    it('do not use one whose words have other numbers since the index was built anew', async () => {
      const store = await open();
      const numbering = await store.numbering();
      await store.saveLexicon({ pairs: PAIRS, units: 1, numbering }, at(1));
      await store.reindex();
      expect(await store.lexicon()).toBeUndefined();
      await store.saveLexicon({ pairs: PAIRS, units: 1, numbering }, at(2));
      expect(await store.lexiconVersion()).toBeUndefined();
    });
  });
}
