import type { Actor } from '../store.ts';
import type { MemoryTable } from './memories.ts';
import type { OccurrenceTable } from './occurrences.ts';
import type { UnitRow } from './unit-rows.ts';
import type { UnitTable } from './unit-table.ts';

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly occurrences: OccurrenceTable;
}

/**
 * Takes the last change of a unit back, inside a transaction of whoever calls; a merged unit stands again where it stood.
 * @returns false where only its creation is left
 * @throws CalqueError `already-exists` where another unit says by now what it said
 */
export type RevertUnit = (row: UnitRow, actor: Actor) => Promise<boolean>;

export function unitReverting({ memories, units, occurrences }: Tables): RevertUnit {
  return async (row, actor) => {
    const before = row.undo_version === null ? undefined : await units.pastState(row.id, row.undo_version);
    if (before === undefined) return false;
    // An undone change is passed over by the next undo, which leads to what came before it.
    await units.revise(row, before, 'undo', before.undo_version, actor);
    if (row.action === 'delete') {
      await memories.countUnits(row.memory_id, 1);
      await occurrences.giveBack(row.id);
    }
    return true;
  };
}
