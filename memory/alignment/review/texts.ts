import type { Language } from '../../model/language.ts';
import type { ReviewBead, ReviewProgress, ReviewSentence, ReviewState } from '../../model/review.ts';

/** What a side of a bead says: its sentences, with what stands between them in the text. */
export function sideText(state: ReviewState, bead: Pick<ReviewBead, 'fr' | 'en'>, side: Language): string {
  return joined(bead[side].flatMap((place) => state[side][place] ?? []));
}

/** Sentences in a row as one text, without what stands before the first. */
export function joined(sentences: readonly ReviewSentence[]): string {
  return sentences.map(({ before, text }, place) => (place === 0 ? text : before + text)).join('');
}

export function progressOf({ beads }: ReviewState): ReviewProgress {
  const count = (decision: string) => beads.filter((bead) => bead.decision === decision).length;
  return { beads: beads.length, accepted: count('accepted'), passed: count('passed'), deleted: count('deleted') };
}
