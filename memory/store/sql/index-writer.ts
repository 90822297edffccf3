import type { UnitId } from '../../model/unit.ts';
import type { IndexedTexts, PutUnit } from './index-entries.ts';
import type { IndexState } from './index-state.ts';
import type { EntryStoring } from './index-storing.ts';

/** Keeps the index in step with the units, inside the transactions that change them. */
export interface IndexWriter {
  /** Has a new unit found. */
  add(unitId: UnitId, texts: IndexedTexts): void;
  /** Has a unit found by these texts from now on and by no others, or, without them, no more. */
  change(unitId: UnitId, texts: IndexedTexts | undefined): void;
  /** Writes what was added and changed: the last work of a transaction. */
  flush(): Promise<void>;
  /** Forgets what was added and changed in a transaction that did not come to be. */
  discard(): void;
  /** To be told where the index in use was replaced by another. */
  replaced(): void;
  /** Rises with every change of the index by this connection. */
  readonly generation: number;
}

/**
 * @param inUsed the index in use
 * @param inBuilt the one that is being built, if any: it is kept in step as far as it has come
 */
export function indexWriter(inUsed: EntryStoring, inBuilt: EntryStoring, state: IndexState): IndexWriter {
  const added = new Map<UnitId, IndexedTexts>();
  const changed = new Map<UnitId, IndexedTexts | undefined>();
  let generation = 0;
  /** Whether anything was written that may not come to be. */
  let written = false;

  return {
    add: (unitId, texts) => {
      added.set(unitId, texts);
    },

    change(unitId, texts) {
      if (!added.has(unitId)) changed.set(unitId, texts);
      else if (texts === undefined) added.delete(unitId);
      else added.set(unitId, texts);
    },

    async flush() {
      if (added.size + changed.size === 0) return;
      generation++;
      written = true;
      const gone = [...changed.keys()];
      const all: (readonly [UnitId, IndexedTexts | undefined])[] = [...changed, ...added];
      const puts = all.filter(isPut).sort(([a], [b]) => a - b);
      added.clear();
      changed.clear();
      await inUsed.change(gone, puts);
      const building = await state.building();
      if (building === undefined) return;
      // What comes after is read when the building comes to it.
      const { builtTo } = building;
      await inBuilt.change(
        gone.filter((id) => id <= builtTo),
        puts.filter(([id]) => id <= builtTo),
      );
    },

    discard() {
      if (!written && added.size + changed.size === 0) return;
      written = false;
      added.clear();
      changed.clear();
      inUsed.forget();
      inBuilt.forget();
      generation++;
    },

    replaced() {
      generation++;
    },

    get generation() {
      return generation;
    },
  };
}

function isPut(one: readonly [UnitId, IndexedTexts | undefined]): one is PutUnit {
  return one[1] !== undefined;
}
