import type { BitextSentence } from '../../model/bitext.ts';
import type { Hindrance } from '../../model/hindrance.ts';
import type { Language } from '../../model/language.ts';
import type { ReviewBead, ReviewState } from '../../model/review.ts';

/** Changes the text of a sentence. Its bead keeps its confidence, for it links what it linked before. */
export function edit(state: ReviewState, side: Language, place: number, given: string): ReviewState | Hindrance {
  const sentence = state[side][place];
  const text = given.trim();
  if (sentence === undefined) return 'no-such-sentence';
  if (text === '') return 'empty-text';
  if (text === sentence.text) return 'nothing-changes';
  const beads = state.beads.map((bead) => (bead[side].includes(place) ? reopened(bead) : bead));
  const { printed = sentence.text, ...rest } = sentence;
  const edited = { ...rest, text, ...(text !== printed && { printed }) };
  return withSentences({ ...state, beads }, side, state[side].with(place, edited));
}

/** Makes two sentences of one, in one bead. White space at the cut is kept as what stands between them. */
export function cut(state: ReviewState, side: Language, place: number, at: number): ReviewState | Hindrance {
  const sentence = state[side][place];
  if (sentence === undefined) return 'no-such-sentence';
  const head = sentence.text.slice(0, at).trimEnd();
  const tail = sentence.text.slice(at).trimStart();
  // An offset inside a surrogate pair would leave two halves that are no text.
  if (head === '' || tail === '' || isInsidePair(sentence.text, at)) return 'nothing-to-cut';
  const before = sentence.text.slice(head.length, sentence.text.length - tail.length);
  // What an edited sentence was stands with its first part alone.
  const parts = [
    { ...sentence, text: head },
    { ...sentence, text: tail, before, ...(sentence.printed !== undefined && { printed: '' }) },
  ];
  const beads = state.beads.map((bead): ReviewBead => {
    if ((bead[side].at(-1) ?? -1) < place) return bead;
    const own = bead[side].includes(place);
    const shifted = bead[side].flatMap((one) => (one < place ? [one] : one > place ? [one + 1] : [place, place + 1]));
    const { fr, en } = side === 'fr' ? { fr: shifted, en: bead.en } : { fr: bead.fr, en: shifted };
    return own ? { fr, en, decision: 'open' } : { ...bead, fr, en };
  });
  return withSentences({ ...state, beads }, side, state[side].toSpliced(place, 1, ...parts));
}

/** A bead that says something else than was decided on. */
function reopened(bead: ReviewBead): ReviewBead {
  const { reason: _, ...rest } = bead;
  return bead.decision === 'open' ? bead : { ...rest, decision: 'open' };
}

function isInsidePair(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

function withSentences(state: ReviewState, side: Language, sentences: readonly BitextSentence[]): ReviewState {
  return side === 'fr' ? { ...state, fr: sentences } : { ...state, en: sentences };
}
