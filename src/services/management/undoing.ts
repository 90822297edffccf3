import type { BatchId, UnitBatch } from '../../../memory/model/batch.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';

/** Units taken back in one transaction. */
const AT_ONCE = 200;

/**
 * Takes a whole batch back; cut off, it goes on where it was when it is done again.
 * @param report called with how many units are done; throws where the work is to stop
 */
export async function undoWhole(
  store: Store,
  id: BatchId,
  actor: () => Actor,
  report: (done: number, total: number) => void = () => {},
): Promise<UnitBatch> {
  let batch = await store.undoBatch(id, AT_ONCE, actor());
  while (batch.undone + batch.kept < batch.units) {
    report(batch.undone + batch.kept, batch.units);
    batch = await store.undoBatch(id, AT_ONCE, actor());
  }
  report(batch.units, batch.units);
  return batch;
}
