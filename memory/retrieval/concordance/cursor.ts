import { CalqueError } from '../../model/errors.ts';
import type { UnitId } from '../../model/unit.ts';

/** Where the next page begins: the unit that the last one ended with, and how many hits there were up to it. */
export interface Cursor {
  readonly before: UnitId;
  readonly counted: number;
}

const FIRST: Cursor = { before: Number.POSITIVE_INFINITY, counted: 0 };

export function writeCursor({ before, counted }: Cursor): string {
  return `${before}.${counted}`;
}

/** @throws CalqueError `bad-request` for one that no page gave */
export function readCursor(text: string | undefined): Cursor {
  if (text === undefined) return FIRST;
  const [, before, counted] = /^(\d{1,15})\.(\d{1,15})$/.exec(text) ?? [];
  if (before === undefined) {
    throw new CalqueError('bad-request', 'The cursor does not come from a page of this search.', { where: 'cursor' });
  }
  return { before: Number(before), counted: Number(counted) };
}
