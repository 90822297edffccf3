import type { MemoryId, UnitId } from '../../model/unit.ts';
import type { IndexBlock } from '../index/index-port.ts';
import type { BlockSearch, IndexSearch } from './index-search.ts';

/**
 * The units that the index finds, those with the greatest ids first. Blocks are searched one by one, so whoever asks for
 * the first few searches few of them, and can do something else in between.
 * @param before only units with lower ids
 */
export function* newestFirst(
  blocks: readonly IndexBlock[],
  search: BlockSearch,
  searches: readonly IndexSearch[],
  memories: ReadonlySet<MemoryId>,
  before: UnitId,
): Generator<readonly UnitId[]> {
  const greatest = (block: IndexBlock | undefined) => block?.units.at(-1) ?? 0;
  const ordered = blocks.filter(({ units }) => (units[0] ?? before) < before);
  ordered.sort((a, b) => greatest(b) - greatest(a));
  // Units that were changed lie in a later block than their id tells: what blocks have in common is put in order here.
  let waiting: UnitId[] = [];
  for (const [index, block] of ordered.entries()) {
    const found = unitsIn(block, search, searches, memories, before);
    waiting = waiting.length === 0 ? found : [...waiting, ...found].sort((a, b) => b - a);
    const following = greatest(ordered[index + 1]);
    const ready = firstNotAbove(waiting, following);
    yield waiting.slice(0, ready);
    waiting = waiting.slice(ready);
  }
}

function unitsIn(
  block: IndexBlock,
  search: BlockSearch,
  searches: readonly IndexSearch[],
  memories: ReadonlySet<MemoryId>,
  before: UnitId,
): UnitId[] {
  const found = new Uint8Array(block.units.length);
  search.mark(block, searches, found);
  const units: UnitId[] = [];
  for (let slot = found.length - 1; slot >= 0; slot--) {
    if (found[slot] === 0) continue;
    const unit = block.units[slot] as UnitId;
    if (unit < before && memories.has(block.memories[slot] as MemoryId) && !block.isDead(slot)) units.push(unit);
  }
  return units;
}

/** The first place of a descending list that holds no more than `value`. */
function firstNotAbove(list: readonly UnitId[], value: UnitId): number {
  const place = list.findIndex((unit) => unit <= value);
  return place < 0 ? list.length : place;
}
