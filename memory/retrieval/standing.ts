import { netRate, penaltiesOf } from '../match/penalties.ts';
import type { Ranked } from '../match/ranking.ts';
import { IN_CONTEXT } from '../match/rate.ts';
import type { UnitId } from '../model/unit.ts';
import type { UnitStanding } from './index/index-port.ts';
import type { PreparedQuery } from './prepared.ts';

/** The best rank that each of some units can have whose gross rates do not exceed `bound`, before their texts are read. */
export function bestRanks(
  { query, memories, neighbours }: PreparedQuery,
  standings: readonly UnitStanding[],
  bound: number,
): readonly Ranked[] {
  const inContext = bound >= IN_CONTEXT && Object.keys(neighbours).length > 0;
  const provenance = query.publication === undefined ? {} : { publication: query.publication };
  return standings.flatMap(({ id, memoryId, status, origin, changedAt }) => {
    const memory = memories.get(memoryId);
    if (memory === undefined) return [];
    // Whether it is the other side that was written first, which costs a point, is told by the documents.
    const penalties = penaltiesOf({ origin, status }, undefined, memory, query.targetLanguage);
    const unitId: UnitId = id;
    return [
      {
        unitId,
        rate: netRate(bound, penalties),
        kind: inContext ? 'context' : 'exact',
        status,
        changedAt,
        provenance,
        memory,
      },
    ];
  });
}
