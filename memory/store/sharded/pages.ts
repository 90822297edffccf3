import type { Page } from '../calls.ts';

interface Numbered {
  readonly id: number;
}

/**
 * One page of those that the shards give for the same request, in ascending order of numbers. What one shard has not looked
 * through yet is left to the next page, and what others have beyond it.
 */
export function mergePages<Item extends Numbered>(pages: readonly Page<Item>[], limit: number): Page<Item> {
  const until = Math.min(...pages.map(({ next }) => (next === undefined ? Number.POSITIVE_INFINITY : Number(next))));
  const within = pages
    .flatMap(({ items }) => items)
    .filter(({ id }) => id <= until)
    .sort((a, b) => a.id - b.id);
  const items = within.slice(0, limit);
  const last = items.at(-1);
  if (within.length > limit && last !== undefined) return { items, next: String(last.id) };
  return Number.isFinite(until) ? { items, next: String(until) } : { items };
}

/** The same in descending order, of what several shards may have parts of. */
export function mergeDescending<Item extends Numbered>(
  pages: readonly Page<Item>[],
  limit: number,
  join: (parts: readonly [Item, ...Item[]]) => Item,
): Page<Item> {
  const until = Math.max(...pages.map(({ next }) => (next === undefined ? 0 : Number(next))));
  const parts = new Map<number, [Item, ...Item[]]>();
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.id < until) continue;
    const known = parts.get(item.id);
    if (known === undefined) parts.set(item.id, [item]);
    else known.push(item);
  }
  const within = [...parts.values()].map(join).sort((a, b) => b.id - a.id);
  const items = within.slice(0, limit);
  const last = items.at(-1);
  if (within.length > limit && last !== undefined) return { items, next: String(last.id) };
  return until > 0 ? { items, next: String(until) } : { items };
}
