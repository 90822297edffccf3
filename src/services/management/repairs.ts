import type { BatchOutcome, BatchStep, UnitBatch } from '../../../memory/model/batch.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { MemoryId, UnitId } from '../../../memory/model/unit.ts';
import type { Actor, Store, StoredVersion } from '../../../memory/store/store.ts';

/**
 * What is done with units that a person looked at: `merge` leaves one of them, which stands wherever the others did;
 * `swap` exchanges French and English; `flag` and `unflag` mark them for another look.
 */
export const REPAIRS = ['merge', 'swap', 'delete', 'flag', 'unflag'] as const;
export type Repair = (typeof REPAIRS)[number];

export interface WantedRepair {
  readonly repair: Repair;
  readonly units: readonly StoredVersion[];
  /** Of a merge: the unit that is left. */
  readonly keep?: UnitId;
}

export interface Repaired extends BatchOutcome {
  readonly batch: UnitBatch;
}

/**
 * Repairs units, all or none, so that it can be taken back as one.
 * @throws CalqueError `version-conflict` with the present state of the first that was changed meanwhile
 */
export async function repairUnits(
  store: Store,
  memoryId: MemoryId,
  { repair, units, keep }: WantedRepair,
  actor: Actor,
): Promise<Repaired> {
  const steps: BatchStep[] = [];
  for (const unit of units) if (unit.id !== keep) steps.push(await stepOf(store, repair, unit, keep));
  const batch = await store.openBatch({ memoryId, kind: 'repair', about: { repair } }, actor);
  const outcome = await store.changeUnits(batch.id, steps, 'refuse', actor);
  return { batch: await store.getBatch(batch.id), ...outcome };
}

async function stepOf(store: Store, repair: Repair, unit: StoredVersion, keep: UnitId | undefined): Promise<BatchStep> {
  switch (repair) {
    case 'delete':
      return { does: 'delete', ...unit };
    case 'merge':
      if (keep === undefined) {
        throw new CalqueError('bad-request', 'The unit that is left is not named.', { where: 'keep' });
      }
      return { does: 'merge', ...unit, into: keep };
    case 'swap': {
      const { fr, en } = (await store.getUnit(unit.id)).unit;
      const change = {
        fr: { language: fr.language, content: en.content },
        en: { language: en.language, content: fr.content },
      };
      return { does: 'change', ...unit, change };
    }
    default:
      return { does: 'change', ...unit, change: { flagged: repair === 'flag' } };
  }
}
