import { BLOCK_KINDS, type BlockKind } from '../model/document.ts';
import type { Sentence } from './sentence.ts';

/**
 * How much likelier than by chance the first sentences of a bead stand in blocks of these kinds, in logs, by the French
 * kind's number times {@link KINDS} plus the English kind's. All zero where kinds say nothing.
 */
export type KindModel = Float64Array;

/** The kinds of block, and none known. */
const KINDS = BLOCK_KINDS.length + 1;

export const NO_KINDS: KindModel = new Float64Array(KINDS * KINDS);

/** So many beads of chance are reckoned in, so that few beads teach little. */
const CHANCE = 8;
/** A caption beside a paragraph is odd and no proof. */
const MOST = 3;

/** For each sentence the number of its block's kind, 0 where it is not known. */
export function kindNumbers(sentences: readonly Sentence[]): Uint8Array {
  return Uint8Array.from(sentences, ({ block }) => (block === undefined ? 0 : numberOf(block)));
}

function numberOf(kind: BlockKind): number {
  return BLOCK_KINDS.indexOf(kind) + 1;
}

/**
 * Learns from beads that are sure without it which kinds stand for each other in these two documents: where both pages mark
 * their captions, captions do; where one side has lost its marks, kinds say nothing.
 * @param beads the first sentence of each side
 */
export function learnKinds(
  frKinds: Uint8Array,
  enKinds: Uint8Array,
  beads: readonly { readonly fr: number; readonly en: number }[],
): KindModel {
  const counts = new Float64Array(KINDS * KINDS);
  const frCounts = new Float64Array(KINDS);
  const enCounts = new Float64Array(KINDS);
  for (const { fr, en } of beads) {
    const [f, e] = [frKinds[fr] ?? 0, enKinds[en] ?? 0];
    counts[f * KINDS + e] = (counts[f * KINDS + e] ?? 0) + 1;
    frCounts[f] = (frCounts[f] ?? 0) + 1;
    enCounts[e] = (enCounts[e] ?? 0) + 1;
  }
  const total = beads.length;
  return counts.map((count, at) => {
    const byChance = (((frCounts[Math.floor(at / KINDS)] ?? 0) / total) * (enCounts[at % KINDS] ?? 0)) / total;
    if (!(byChance > 0)) return 0;
    const odds = Math.log((count + CHANCE * byChance) / ((total + CHANCE) * byChance));
    return Math.min(MOST, Math.max(-MOST, odds));
  });
}

/** What the kinds of the blocks in which a bead begins say for it, in logs. */
export function kindEvidence(model: KindModel, frKind: number, enKind: number): number {
  return model[frKind * KINDS + enKind] ?? 0;
}
