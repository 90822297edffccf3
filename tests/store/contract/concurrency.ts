import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { actor, ascending, makeMemory, makeWork, nth, rejection, segment, THREE, unit } from './samples.ts';

export function concurrencyContract(open: OpenStore): void {
  describe('two stores on one database', () => {
    it('see each other’s writes at once', async () => {
      const [one, two] = [await open(), await open()];
      const { id } = await makeMemory(one);
      await two.addUnits(id, THREE, actor());
      expect(await one.getMemory(id)).toMatchObject({ unitCount: 3 });
      expect(await one.addUnits(id, THREE, actor())).toMatchObject({ added: 0, merged: 3 });
    });

    it('let one of two edits on the same version through', async () => {
      const [one, two] = [await open(), await open()];
      const { segments } = await makeWork(one, [segment('Oui.')]);
      const { id } = nth(segments, 0);
      const results = await Promise.allSettled(
        [one, two].map((store, index) =>
          store.saveSegment(id, 1, { target: [`Version ${index}.`], origin: { kind: 'human' } }, actor()),
        ),
      );
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(await two.getSegment(id)).toMatchObject({ version: 2 });
      await rejection(one.unconfirmSegment(id, 1, actor()), 'version-conflict');
    });

    it('lose none of many writes that overlap, and double no pair', async () => {
      const stores = [await open(), await open(), await open()];
      const { id } = await makeMemory(nth(stores, 0));
      const writes = Array.from({ length: 60 }, (_, index) =>
        nth(stores, index % 3).addUnits(id, [unit('Toujours.', 'Always.'), unit(`Fois ${index}.`, 'Times.')], actor()),
      );
      const stored = await Promise.all(writes);
      expect(new Set(stored.map(({ unitIds }) => unitIds[0])).size).toBe(1);
      expect(await nth(stores, 1).getMemory(id)).toMatchObject({ unitCount: 61 });
    });

    it('keep everything when all are closed and the database is opened again', async () => {
      const first = await open();
      const { id } = await makeMemory(first);
      const { unitIds } = await first.addUnits(id, THREE, actor());
      await first.close();
      await first.close();
      const second = await open();
      expect((await second.listUnits({}, { limit: 9 })).items.map((item) => item.id)).toEqual(ascending(unitIds));
    });
  });
}
