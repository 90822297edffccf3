import { contentKey } from '../../../memory/model/inline.ts';
import type { Row } from '../state/row.ts';
import type { Rows } from '../state/rows.ts';

/** The segments that say the same in the source, codes included, by the index of each; those that stand alone are not in it. */
export type Repetitions = ReadonlyMap<number, readonly number[]>;

export function repetitionsOf(rows: Rows): Repetitions {
  const groups = new Map<string, number[]>();
  for (const { index, segment } of rows.flat()) {
    if (segment.source.length === 0) continue;
    const key = contentKey(segment.source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [index]);
    else group.push(index);
  }
  const repeated = [...groups.values()].filter(({ length }) => length > 1);
  return new Map(repeated.flatMap((group) => group.map((index) => [index, group])));
}

/** Which one of how many a row is, from 1; `undefined` where its source stands alone. */
export function repetitionOf({ index }: Row, repetitions: Repetitions): { place: number; count: number } | undefined {
  const group = repetitions.get(index);
  return group && { place: group.indexOf(index) + 1, count: group.length };
}
