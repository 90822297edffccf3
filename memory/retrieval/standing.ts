import { valueChanges } from '../match/adapt.ts';
import { netRate, penaltiesOf } from '../match/penalties.ts';
import { profileOf } from '../match/profile.ts';
import type { Ranked } from '../match/ranking.ts';
import { grossRate, IDENTICAL, IN_CONTEXT } from '../match/rate.ts';
import { HIGHEST_ADAPTED } from './adaptable.ts';
import type { UnitSource } from './index/index-port.ts';
import type { PreparedQuery } from './prepared.ts';

/**
 * The best rank that a unit can have whose gross rate does not exceed `bound`, before its target and the places where it stands
 * are read; nothing for one that cannot be shown.
 */
export function bestRank(
  { query, memories, neighbours }: PreparedQuery,
  { id, memoryId, status, origin, changedAt }: UnitSource,
  bound: number,
): Ranked | undefined {
  const memory = memories.get(memoryId);
  if (memory === undefined) return undefined;
  const inContext = bound >= IN_CONTEXT && Object.keys(neighbours).length > 0;
  // Whether it is the other side that was written first, which costs a point, is told by the documents.
  const penalties = penaltiesOf({ origin, status }, undefined, memory, query.targetLanguage);
  const rate = netRate(bound, penalties);
  if (rate < query.minimumRate) return undefined;
  const provenance = query.publication === undefined ? {} : { publication: query.publication };
  return { unitId: id, rate, kind: inContext ? 'context' : 'exact', status, changedAt, provenance, memory };
}

/**
 * What the gross rate of a unit cannot exceed, going by its source alone; 0 where it does not reach the minimum rate.
 * @param bound what it cannot exceed going by the index
 */
export function sourceBound({ query, profile }: PreparedQuery, { content }: UnitSource, bound: number): number {
  const least = Math.min(query.minimumRate, IDENTICAL);
  const stored = profileOf(content, query.sourceLanguage);
  const rate = grossRate(profile, stored, least);
  if (rate < least) return 0;
  if (rate === IDENTICAL) return bound;
  return valueChanges(profile, stored) === undefined ? rate : HIGHEST_ADAPTED;
}
