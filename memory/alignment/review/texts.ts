import type { BitextSentence } from '../../model/bitext.ts';
import type { BlockKind } from '../../model/document.ts';
import type { Language } from '../../model/language.ts';
import type { PairTexts, ReviewBead, ReviewProgress, ReviewState } from '../../model/review.ts';

/** What a side of a bead says: its sentences, with what stands between them in the text. */
export function sideText(state: ReviewState, bead: Pick<ReviewBead, 'fr' | 'en'>, side: Language): string {
  return joined(bead[side].flatMap((place) => state[side][place] ?? []));
}

/** What the documents have in the place of a bead, whatever a person has made of its sentences. */
export function printedTexts(state: ReviewState, bead: Pick<ReviewBead, 'fr' | 'en'>): PairTexts {
  const side = (language: Language) =>
    joined(
      bead[language].flatMap((place) => {
        const sentence = state[language][place];
        return sentence === undefined ? [] : [{ ...sentence, text: sentence.printed ?? sentence.text }];
      }),
    ).trim();
  return { fr: side('fr'), en: side('en') };
}

/** Sentences in a row as one text, without what stands before the first. */
export function joined(sentences: readonly BitextSentence[]): string {
  return sentences.map(({ before, text }, place) => (place === 0 ? text : before + text)).join('');
}

/** What the block of a bead is there for in its document, by what either side says of its first sentence. */
export function blockOf(
  text: Pick<ReviewState, 'fr' | 'en'>,
  bead: Pick<ReviewBead, 'fr' | 'en'>,
): BlockKind | undefined {
  const [fr, en] = [text.fr[bead.fr[0] ?? -1]?.block, text.en[bead.en[0] ?? -1]?.block];
  // A side of which all is paragraphs may have lost its marks; the other then knows better.
  return [fr, en].find((kind) => kind !== undefined && kind !== 'paragraph') ?? fr ?? en;
}

export function progressOf({ beads }: ReviewState): ReviewProgress {
  const count = (decision: string) => beads.filter((bead) => bead.decision === decision).length;
  return { beads: beads.length, accepted: count('accepted'), passed: count('passed'), deleted: count('deleted') };
}
