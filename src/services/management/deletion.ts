import type { BatchId, BatchOutcome, RefusedStep } from '../../../memory/model/batch.ts';
import type { TranslationUnit } from '../../../memory/model/unit.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';
import { unitGroups } from './browsing.ts';

export interface DeletionReport extends BatchOutcome {
  readonly batch: BatchId;
  /** Units of the document that was named which stand in another one too, and so stay. */
  readonly elsewhere: number;
}

const REFUSED_TOLD = 100;

/**
 * Deletes every unit that meets a filter, as steps of a batch; of a document, those that stand in no other. Begun again, it
 * goes on where it was cut off.
 * @param report called with how many units were deleted; throws where the work is to stop
 */
export async function deleteAll(
  store: Store,
  batch: BatchId,
  filter: UnitFilter,
  actor: () => Actor,
  report: (done: number) => void,
): Promise<DeletionReport> {
  const refused: RefusedStep[] = [];
  let changed = 0;
  let elsewhere = 0;
  for await (const units of unitGroups(store, filter)) {
    report(changed);
    const alone = units.filter((unit) => standsOnlyIn(unit, filter.documentId));
    elsewhere += units.length - alone.length;
    const steps = alone.map(({ id, version }) => ({ does: 'delete', id, version }) as const);
    const outcome = await store.changeUnits(batch, steps, 'pass', actor());
    changed += outcome.changed;
    refused.push(...outcome.refused);
  }
  report(changed);
  return { batch, changed, elsewhere, refused: refused.slice(0, REFUSED_TOLD) };
}

function standsOnlyIn({ occurrences }: TranslationUnit, document: UnitFilter['documentId']): boolean {
  return document === undefined || occurrences.every(({ documentId }) => documentId === document);
}
