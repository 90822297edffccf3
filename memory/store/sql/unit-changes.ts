import { CalqueError } from '../../model/errors.ts';
import type { Origin } from '../../model/origin.ts';
import type { UnitChange, UnitId } from '../../model/unit.ts';
import type { Store } from '../store.ts';
import { notFound, requireContent, versionConflict } from './arguments.ts';
import type { Connection } from './connection.ts';
import type { MemoryTable } from './memories.ts';
import type { Places } from './places.ts';
import type { RevertUnit } from './unit-reverting.ts';
import { englishOf, frenchOf, revisionOf, type UnitRow, type UnitState, unitState } from './unit-rows.ts';
import type { UnitTable } from './unit-table.ts';

type ChangeMethods = Pick<Store, 'changeUnit' | 'deleteUnit' | 'unitHistory' | 'undoUnit'>;

interface Tables {
  readonly memories: MemoryTable;
  readonly units: UnitTable;
  readonly places: Places;
  readonly revert: RevertUnit;
}

/** Changing a unit, and its history. A change that changes nothing makes no version. */
export function unitChangeMethods(connection: Connection, { memories, units, places, revert }: Tables): ChangeMethods {
  /** The row to change, of a memory that may be. */
  async function requireVersion(id: UnitId, version: number): Promise<UnitRow> {
    const row = await units.requireLive(id);
    if (row.version !== version) throw versionConflict('unit', version, await places.withOccurrences(row));
    await memories.requireWritable(row.memory_id);
    return row;
  }

  return {
    changeUnit: (id, version, change, actor) =>
      connection.write(async () => {
        const row = await requireVersion(id, version);
        const next = changedState(row, change);
        if (saysTheSame(row, next)) return places.withOccurrences(row);
        await units.revise(row, next, 'change', row.version, actor);
        return places.withOccurrences(await units.requireLive(id));
      }),

    deleteUnit: (id, version, actor) =>
      connection.write(async () => {
        const row = await requireVersion(id, version);
        await units.revise(row, row, 'delete', row.version, actor);
        await memories.countUnits(row.memory_id, -1);
      }),

    unitHistory: (id) =>
      connection.read(async () => {
        const row = await units.find(id);
        if (row === undefined) throw notFound('unit', id);
        return [...(await units.pastStates(id)), row].map(revisionOf);
      }),

    undoUnit: (id, actor) =>
      connection.write(async () => {
        const row = await units.find(id);
        if (row === undefined) throw notFound('unit', id);
        await memories.requireWritable(row.memory_id);
        if (!(await revert(row, actor))) {
          throw new CalqueError('nothing-to-undo', `Unit ${id} stands as it was created; there is nothing to undo.`);
        }
        return places.withOccurrences(await units.requireLive(id));
      }),
  };
}

/** The state of a unit with a change made to it. @throws CalqueError `empty-text` */
export function changedState(row: UnitRow, change: UnitChange): UnitState {
  if (change.fr) requireContent(change.fr, 'fr');
  if (change.en) requireContent(change.en, 'en');
  return unitState({
    fr: change.fr ?? frenchOf(row),
    en: change.en ?? englishOf(row),
    origin: JSON.parse(row.origin) as Origin,
    status: change.status ?? row.status,
    note: change.note ?? row.note ?? '',
    flagged: change.flagged ?? row.flagged === 1,
  });
}

export function saysTheSame(row: UnitRow, next: UnitState): boolean {
  return (Object.keys(next) as (keyof UnitState)[]).every((column) => row[column] === next[column]);
}
