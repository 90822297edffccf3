import type { Match } from '../model/match.ts';
import type { Status } from '../model/origin.ts';
import type { Memory } from '../model/unit.ts';

/** What the order of matches goes by. */
export type Ranked = Pick<Match, 'unitId' | 'rate' | 'kind' | 'status' | 'changedAt' | 'provenance' | 'memory'>;

const STANDING: Readonly<Record<Status, number>> = {
  reviewed: 2,
  confirmed: 1,
  draft: 0,
  untranslated: 0,
  rejected: 0,
};

/**
 * The order of matches, best first: net rate; in context; reviewed, confirmed, draft; from the publication asked for;
 * from the memory of higher priority; changed last; then by id, so that it is never left to chance.
 * @param publication the one that the text looked up is for, if any
 */
export function byRank(
  memories: readonly Pick<Memory, 'id' | 'priority'>[],
  publication?: string,
): (a: Ranked, b: Ranked) => number {
  const priorities = new Map(memories.map((memory) => [memory.id, memory.priority]));
  const priority = (match: Ranked) => priorities.get(match.memory.id) ?? 0;
  const asked = (match: Ranked) => Number(publication !== undefined && match.provenance.publication === publication);
  return (a, b) =>
    b.rate - a.rate ||
    Number(b.kind === 'context') - Number(a.kind === 'context') ||
    STANDING[b.status] - STANDING[a.status] ||
    asked(b) - asked(a) ||
    priority(b) - priority(a) ||
    compareText(b.changedAt, a.changedAt) ||
    a.unitId - b.unitId;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
