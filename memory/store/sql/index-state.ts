import type { UnitId } from '../../model/unit.ts';
import type { Connection } from './connection.ts';

/** Which index: the one that is asked, or the one that is being built anew to take its place. */
export type WhichIndex = 'used' | 'built';

/**
 * The number of an index, as SQL, by which its words, blocks and tail are told from those of others: words have other
 * numbers in each. Null where none is being built.
 */
export function numberingOf(which: WhichIndex): string {
  return `(SELECT ${which === 'used' ? 'numbering' : 'building'} FROM index_state)`;
}

/** An index that is being built: it holds all units up to one, and no others. */
export interface Building {
  readonly numbering: number;
  readonly builtTo: UnitId;
}

/** What is known of the indexes, inside a transaction of whoever calls. */
export interface IndexState {
  /** Whether the index in use covers every unit. */
  isComplete(): Promise<boolean>;
  /** The number of the index in use. */
  numbering(): Promise<number>;
  building(): Promise<Building | undefined>;
  /** Begins to build one, which holds nothing yet. */
  begin(): Promise<void>;
  /** The one that is being built now holds all units up to this one. */
  reach(unitId: UnitId): Promise<void>;
  /** Puts it, which holds every unit, into use. */
  replace(): Promise<void>;
}

export function indexState(connection: Connection): IndexState {
  const complete = connection.prepare<[], number>('SELECT complete FROM index_state').pluck();
  const numbering = connection.prepare<[], number>('SELECT numbering FROM index_state').pluck();
  const building = connection.prepare<[], Building>(
    'SELECT building AS numbering, built_to AS "builtTo" FROM index_state WHERE building IS NOT NULL',
  );
  const begin = connection.prepare<[]>('UPDATE index_state SET building = numbering + 1, built_to = 0');
  const reach = connection.prepare<[number]>('UPDATE index_state SET built_to = ?');
  const replace = connection.prepare<[]>(
    'UPDATE index_state SET numbering = building, building = NULL, built_to = 0, complete = 1',
  );
  return {
    isComplete: async () => (await complete.get()) === 1,
    numbering: async () => (await numbering.get()) ?? 0,
    building: () => building.get(),
    begin: async () => {
      await begin.run();
    },
    reach: async (unitId) => {
      await reach.run(unitId);
    },
    replace: async () => {
      await replace.run();
    },
  };
}
