import type { Sentence } from './sentence.ts';

/**
 * How much likelier than by chance a bead begins with these sentences, in logs, by whether the French one begins a
 * paragraph (2) and whether the English one does (1). All zero where paragraphs say nothing.
 */
export type ParagraphModel = Float64Array;

export const NO_PARAGRAPHS: ParagraphModel = new Float64Array(4);

/** So many beads of chance are reckoned in, so that few beads teach little. */
const CHANCE = 4;

/** For each sentence 1 where it begins a paragraph, 0 elsewhere and where paragraphs are not known. */
export function paragraphStarts(sentences: readonly Sentence[]): Uint8Array {
  return Uint8Array.from(sentences, ({ paragraph }, i) =>
    paragraph !== undefined && paragraph !== sentences[i - 1]?.paragraph ? 1 : 0,
  );
}

/**
 * Learns from beads that are sure without it whether the paragraphs of the two texts go together. Where they do not,
 * because one text has a line a paragraph or was broken at random, the model says nothing.
 * @param beads the first sentence of each side
 */
export function learnParagraphs(
  frStarts: Uint8Array,
  enStarts: Uint8Array,
  beads: readonly { readonly fr: number; readonly en: number }[],
): ParagraphModel {
  const counts = new Float64Array(4);
  for (const { fr, en } of beads) {
    const shape = (frStarts[fr] ?? 0) * 2 + (enStarts[en] ?? 0);
    counts[shape] = (counts[shape] ?? 0) + 1;
  }
  const [neither = 0, enOnly = 0, frOnly = 0, both = 0] = counts;
  const total = neither + enOnly + frOnly + both;
  const frShare = (frOnly + both) / Math.max(1, total);
  const enShare = (enOnly + both) / Math.max(1, total);
  return counts.map((count, shape) => {
    const byChance = (shape >= 2 ? frShare : 1 - frShare) * (shape % 2 === 1 ? enShare : 1 - enShare);
    return byChance === 0 ? 0 : Math.log((count + CHANCE * byChance) / ((total + CHANCE) * byChance));
  });
}

/** What a bead's paragraphs say: how its beginning fits, and that a break inside it has none across from it. */
export function paragraphEvidence(
  model: ParagraphModel,
  frStarts: Uint8Array,
  enStarts: Uint8Array,
  bead: { readonly fr: number; readonly en: number; readonly frEnd: number; readonly enEnd: number },
): number {
  let evidence = model[(frStarts[bead.fr] ?? 0) * 2 + (enStarts[bead.en] ?? 0)] ?? 0;
  for (let i = bead.fr + 1; i < bead.frEnd; i++) if (frStarts[i] === 1) evidence += model[2] ?? 0;
  for (let j = bead.en + 1; j < bead.enEnd; j++) if (enStarts[j] === 1) evidence += model[1] ?? 0;
  return evidence;
}
