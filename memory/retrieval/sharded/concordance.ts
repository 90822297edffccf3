import type { ConcordanceHit, ConcordancePage } from '../../model/concordance.ts';
import { CalqueError } from '../../model/errors.ts';
import type { Concordance } from '../concordance/concordance.ts';
import { readCursor, writeCursor } from '../concordance/cursor.ts';
import type { SearchedShards } from './searched-shards.ts';

/** Between the cursors of the shards, in their order. */
const SEPARATOR = '-';

/**
 * Searches shards side by side. A page ends where the first of them has not searched further: what others have found beyond
 * is found again for the next.
 */
export function shardedConcordance(shards: SearchedShards): Concordance {
  const find: Concordance['find'] = async (query) => {
    const cursors = readCursors(query.cursor, shards.size);
    const found = await shards.all((reads, place) => {
      const { cursor: _, ...same } = query;
      const cursor = cursors?.[place];
      return reads.concordance({ ...same, ...(cursor !== undefined && { cursor }) });
    });
    const pages = found.filter((page) => page !== undefined);
    const until = Math.max(...pages.map(({ next }) => (next === undefined ? 0 : readCursor(next).before)));
    const within = pages
      .flatMap(({ items }) => items)
      .filter(({ unitId }) => unitId >= until)
      .sort((a, b) => b.unitId - a.unitId);
    const items = within.slice(0, query.limit);
    const rest = within.length > items.length ? (items.at(-1)?.unitId ?? 0) : until;
    const taken = new Set<ConcordanceHit>(items);
    const next = found.map((page, place) => {
      const counted = readCursor(cursors?.[place]).counted;
      return writeCursor({
        before: rest,
        counted: counted + (page?.items.filter((hit) => taken.has(hit)).length ?? 0),
      });
    });
    return {
      items,
      total: totalOf(pages),
      ...(rest > 0 && { next: next.join(SEPARATOR) }),
    };
  };
  return { find: (query) => shards.saying(() => find(query)) };
}

function totalOf(pages: readonly ConcordancePage[]): ConcordancePage['total'] {
  return {
    count: pages.reduce((sum, { total }) => sum + total.count, 0),
    exact: pages.every(({ total }) => total.exact),
  };
}

function readCursors(text: string | undefined, shards: number): readonly string[] | undefined {
  const cursors = text?.split(SEPARATOR);
  if (cursors === undefined || cursors.length === shards) return cursors;
  throw new CalqueError('bad-request', 'The cursor does not come from a page of this search.', { where: 'cursor' });
}
