import { LANGUAGES } from '../../memory/model/language.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import { functionStems } from '../../memory/retrieval/index/function-stems.ts';
import { trainLexicon } from '../../memory/retrieval/lexicon/train.ts';
import type { LexiconVersion, Store } from '../../memory/store/store.ts';

/** Fewer units than this teach too little to be preferred to looking at what stands beside a word. */
const FEWEST_UNITS = 2000;
/** A lexicon is learnt anew when the units have become so many more or fewer, as a share of those there were. */
const CHANGED = 0.2;

/** What was learnt. */
export interface LearntLexiconSize {
  readonly units: number;
  /** Pairs of stems that translate each other. */
  readonly pairs: number;
}

/**
 * Learns the bilingual lexicon from the units and puts it into use. Until then the one before stays in use, also where
 * this is cut off.
 * @param memories those learnt from; all where absent
 * @param report how far it is, in steps; what it throws ends the work
 */
export async function learnLexicon(
  store: Store,
  memories: readonly MemoryId[] | undefined,
  report: (done: number, total: number) => void,
  clock: () => number,
): Promise<LearntLexiconSize> {
  const numbering = await store.numbering();
  const blocks = await store.indexBlocks(LANGUAGES);
  const wanted = memories && new Set(memories);
  const stems = { fr: await functionStems(store, 'fr'), en: await functionStems(store, 'en') };
  const training = trainLexicon(
    blocks,
    (block, slot) => !block.isDead(slot) && (wanted === undefined || wanted.has(block.memories[slot] ?? 0)),
    stems,
  );
  for (;;) {
    const step = training.next();
    if (step.done) {
      const { units, pairs } = step.value;
      await store.saveLexicon({ pairs, units, numbering }, new Date(clock()).toISOString());
      return { units, pairs: pairs.en.length };
    }
    report(step.value.done, step.value.total);
  }
}

/** Whether the units are enough to learn from, and others than those the lexicon in use was learnt from. */
export async function isLexiconDue(store: Store): Promise<boolean> {
  const memories = await store.listMemories();
  const units = memories.reduce((sum, { unitCount }) => sum + unitCount, 0);
  return units >= FEWEST_UNITS && isOutgrown(await store.lexiconVersion(), units);
}

function isOutgrown(version: LexiconVersion | undefined, units: number): boolean {
  return version === undefined || Math.abs(units - version.unitsThen) > CHANGED * version.unitsThen;
}
