import type { SegmentId } from '../../../memory/model/project.ts';
import type { Rows } from '../state/rows.ts';
import { countRows, rowAt } from '../state/rows.ts';
import type { Passes } from './passes.ts';

/**
 * The rows that a filter lets through, as they were when it was set: a segment that is confirmed meanwhile stays in
 * view until the filter is set again.
 */
export interface Shown {
  /** Indexes of rows, in order, neighbours among them. */
  readonly indexes: readonly number[];
  /** Those that passed. */
  readonly hits: ReadonlySet<number>;
}

export function shownBy(rows: Rows, passes: Passes, neighbours: boolean): Shown {
  const found: number[] = [];
  for (const block of rows) for (const row of block) if (passes(row)) found.push(row.index);
  const hits = new Set(found);
  if (!neighbours) return { indexes: found, hits };
  const count = countRows(rows);
  const around = new Set(found.flatMap((index) => [index - 1, index, index + 1]));
  const indexes = [...around].filter((index) => index >= 0 && index < count).sort((a, b) => a - b);
  return { indexes, hits };
}

/** The same segments, and what was split off them, once segments stand at other indexes than they did. */
export function shownStill(shown: Shown, before: Rows, now: ReadonlyMap<SegmentId, number>): Shown {
  const old = new Set(before.flatMap((block) => block.map(({ segment }) => segment.id)));
  const moved = (indexes: Iterable<number>) => {
    const ids = new Set([...indexes].map((index) => rowAt(before, index)?.segment.id));
    let follows = false;
    return [...now].flatMap(([id, index]) => {
      follows = old.has(id) ? ids.has(id) : follows;
      return follows ? [index] : [];
    });
  };
  return { indexes: moved(shown.indexes), hits: new Set(moved(shown.hits)) };
}

/** The next row in a direction among those shown; `undefined` where there is none. From nowhere, the first or last. */
export function stepAmong(
  rows: Rows,
  shown: Shown | undefined,
  active: number | undefined,
  step: 1 | -1,
): number | undefined {
  if (shown === undefined) {
    const index = active === undefined ? 0 : active + step;
    return rowAt(rows, index) === undefined ? undefined : index;
  }
  const from = active ?? (step === 1 ? -1 : Number.POSITIVE_INFINITY);
  return step === 1 ? shown.indexes.find((index) => index > from) : shown.indexes.findLast((index) => index < from);
}

/** All rows in order, or those that are shown. */
export function* indexesFrom(rows: Rows, shown: Shown | undefined, start: number): Generator<number> {
  if (shown !== undefined) {
    for (const index of shown.indexes) if (index >= start) yield index;
    return;
  }
  for (let index = start; index < countRows(rows); index++) yield index;
}
