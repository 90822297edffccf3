import { CalqueError } from '../../model/errors.ts';
import { languageOf } from '../../model/language.ts';
import type { Variant } from '../../model/unit.ts';
import type { Page, PageRequest } from '../store.ts';

const LONGEST_NAME = 200;
const LARGEST_PAGE = 1000;

/** @throws CalqueError `bad-request` for a name that shows nothing, holds control characters or has more than 200 characters */
export function requireName(name: string, where = 'name'): string {
  if (/^[\s\p{Cf}]*$/u.test(name)) throw new CalqueError('bad-request', 'The name is empty.', { where });
  if (name.length > LONGEST_NAME) {
    throw new CalqueError('bad-request', `The name is longer than ${LONGEST_NAME} characters.`, { where });
  }
  if (/[\p{Cc}\p{Cs}]/u.test(name)) {
    throw new CalqueError('bad-request', 'The name holds a line break or another control character.', { where });
  }
  return name;
}

/** @throws CalqueError `bad-request` for a number that is not whole or not in the range */
export function requireInteger(value: number, least: number, most: number, where: string): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new CalqueError('bad-request', `${where} must be a whole number from ${least} to ${most}.`, { where });
}

/** @throws CalqueError `empty-text` for a side with neither text nor code */
export function requireContent(variant: Variant, where: string): void {
  if (variant.content.some((part) => part !== '')) return;
  const language = languageOf(variant.language) === 'fr' ? 'French' : 'English';
  throw new CalqueError('empty-text', `The ${language} side has no text.`, { where });
}

/**
 * The id that a page begins after, and how many items it asks for. A cursor is the last id of the page before.
 * @throws CalqueError `bad-request` for a limit out of range or a cursor that no page gave
 */
export function readPage(page: PageRequest): { readonly afterId: number; readonly limit: number } {
  const limit = requireInteger(page.limit, 1, LARGEST_PAGE, 'limit');
  const cursor = page.cursor ?? '0';
  if (!/^\d{1,15}$/.test(cursor)) {
    throw new CalqueError('bad-request', 'The cursor does not come from a page of this listing.', { where: 'cursor' });
  }
  return { afterId: Number(cursor), limit };
}

/** A page of `rows`, of which one more than the limit was asked for, to know whether another page follows. */
export async function pageOf<Row extends { readonly id: number }, Item>(
  rows: readonly Row[],
  limit: number,
  toItems: (rows: readonly Row[]) => readonly Item[] | Promise<readonly Item[]>,
): Promise<Page<Item>> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const items = await toItems(shown);
  return rows.length > limit && last !== undefined ? { items, next: String(last.id) } : { items };
}

export function notFound(what: string, id: number | string): CalqueError {
  return new CalqueError('not-found', `There is no ${what} ${id}.`);
}

/** @param current what the caller did not know of */
export function versionConflict(what: string, version: number, current: { readonly version: number }): CalqueError {
  const message = `The ${what} was changed meanwhile: it is at version ${current.version}, not ${version}.`;
  return new CalqueError('version-conflict', message, { current });
}
