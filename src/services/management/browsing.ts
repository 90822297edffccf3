import { setImmediate } from 'node:timers/promises';
import type { TranslationUnit } from '../../../memory/model/unit.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { Page, PageRequest, Store } from '../../../memory/store/store.ts';

/** Looks that one page takes at most: a text that hardly any unit has is searched further by the next page. */
const MOST_LOOKS = 20;

/** A page of units that meet a filter, looked for with turns for other requests between; it may come short. */
export async function browseUnits(
  store: Pick<Store, 'listUnits'>,
  filter: UnitFilter,
  { cursor, limit }: PageRequest,
): Promise<Page<TranslationUnit>> {
  const items: TranslationUnit[] = [];
  let next = cursor;
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const page = await store.listUnits(filter, {
      limit: limit - items.length,
      ...(next !== undefined && { cursor: next }),
    });
    items.push(...page.items);
    next = page.next;
    if (next === undefined || items.length >= limit) break;
    await setImmediate();
  }
  return { items, ...(next !== undefined && { next }) };
}

/** Units of one look, for work that goes through all of them. */
const AT_ONCE = 500;

/** Every unit that meets a filter, in the order they were stored, in groups; those stored meanwhile too. */
export async function* unitGroups(
  store: Pick<Store, 'listUnits'>,
  filter: UnitFilter,
): AsyncGenerator<readonly TranslationUnit[]> {
  let cursor: string | undefined;
  do {
    await setImmediate();
    const { items, next } = await store.listUnits(filter, { limit: AT_ONCE, ...(cursor !== undefined && { cursor }) });
    if (items.length > 0) yield items;
    cursor = next;
  } while (cursor !== undefined);
}
