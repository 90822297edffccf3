import type { Hindrance } from '../../model/hindrance.ts';
import type { Language } from '../../model/language.ts';
import type { ReviewBead, ReviewChange, ReviewState } from '../../model/review.ts';

type Move = Extract<ReviewChange, { kind: 'move' }>;

/** A bead as a person has shaped it: open, and of no confidence that the aligner could vouch for. */
function shaped(fr: readonly number[], en: readonly number[]): ReviewBead {
  return { fr, en, decision: 'open' };
}

/** Makes one bead of a bead and the next. */
export function join(state: ReviewState, place: number): ReviewState | Hindrance {
  if (state.beads[place] === undefined) return 'no-such-bead';
  return place + 1 === state.beads.length ? 'last-bead' : pair(state, place, place + 1);
}

/** Makes one bead of two, in the place of the one with French, or of the first. */
export function pair(state: ReviewState, place: number, other: number): ReviewState | Hindrance {
  if (place === other) return 'same-bead';
  const [first, second] = [Math.min(place, other), Math.max(place, other)];
  const [a, b] = [state.beads[first], state.beads[second]];
  if (a === undefined || b === undefined) return 'no-such-bead';
  const fr = united(a.fr, b.fr);
  const en = united(a.en, b.en);
  if (fr === undefined || en === undefined) return 'not-adjacent';
  const kept = a.fr.length === 0 && b.fr.length > 0 ? second : first;
  const beads = state.beads.with(kept, shaped(fr, en)).toSpliced(kept === first ? second : first, 1);
  return { ...state, beads };
}

/** Both runs as one, where no sentence lies between them. */
function united(a: readonly number[], b: readonly number[]): readonly number[] | undefined {
  const all = [...a, ...b].sort((x, y) => x - y);
  return (all.at(-1) ?? 0) - (all[0] ?? 0) < Math.max(all.length, 1) ? all : undefined;
}

/** Makes two beads of one, `fr` and `en` sentences into the first. */
export function split(state: ReviewState, place: number, fr: number, en: number): ReviewState | Hindrance {
  const bead = state.beads[place];
  if (bead === undefined) return 'no-such-bead';
  const inRange = fr >= 0 && fr <= bead.fr.length && en >= 0 && en <= bead.en.length;
  const all = bead.fr.length + bead.en.length;
  if (!inRange || fr + en === 0 || fr + en === all) return 'nothing-to-split';
  const parts = [shaped(bead.fr.slice(0, fr), bead.en.slice(0, en)), shaped(bead.fr.slice(fr), bead.en.slice(en))];
  return { ...state, beads: state.beads.toSpliced(place, 1, ...parts) };
}

/** Moves a boundary of a bead by one sentence. A bead that has given its last sentence is gone. */
export function move(state: ReviewState, change: Move): ReviewState | Hindrance {
  const { bead: place, side, edge, way } = change;
  const bead = state.beads[place];
  if (bead === undefined) return 'no-such-bead';
  if (way === 'take') {
    const sentence = sentenceBeside(state, place, side, edge);
    return sentence === undefined ? 'no-neighbour' : handOver(state, side, sentence, place);
  }
  const sentence = edge === 'first' ? bead[side][0] : bead[side].at(-1);
  if (sentence === undefined) return 'nothing-to-give';
  const receiver = receiverOf(state, place, side, edge, sentence);
  return receiver === undefined ? 'no-neighbour' : handOver(state, side, sentence, receiver);
}

/** The sentence next to an edge of the bead; where its side is empty, the nearest of the beads before or after it. */
function sentenceBeside(state: ReviewState, place: number, side: Language, edge: 'first' | 'last'): number | undefined {
  const own = state.beads[place]?.[side] ?? [];
  const [first] = own;
  const last = own.at(-1);
  if (first !== undefined && last !== undefined) {
    const beside = edge === 'first' ? first - 1 : last + 1;
    return beside >= 0 && beside < state[side].length ? beside : undefined;
  }
  return edge === 'first'
    ? state.beads
        .slice(0, place)
        .findLast((bead) => bead[side].length > 0)
        ?.[side].at(-1)
    : state.beads.slice(place + 1).find((bead) => bead[side].length > 0)?.[side][0];
}

/** Who gets the sentence at an edge: the bead beside it where that has an empty side, else the one with the next sentence. */
function receiverOf(
  state: ReviewState,
  place: number,
  side: Language,
  edge: 'first' | 'last',
  sentence: number,
): number | undefined {
  const step = edge === 'first' ? -1 : 1;
  const beside = state.beads[place + step];
  if (beside !== undefined && beside[side].length === 0) return place + step;
  const holder = state.beads.findIndex((bead) => bead[side].includes(sentence + step));
  return holder < 0 || holder === place ? undefined : holder;
}

function handOver(state: ReviewState, side: Language, sentence: number, receiver: number): ReviewState {
  const beads = state.beads.flatMap((bead, place) => {
    if (place === receiver)
      return [
        withSide(
          bead,
          side,
          [...bead[side], sentence].sort((a, b) => a - b),
        ),
      ];
    if (!bead[side].includes(sentence)) return [bead];
    const left = withSide(
      bead,
      side,
      bead[side].filter((one) => one !== sentence),
    );
    return left.fr.length + left.en.length === 0 ? [] : [left];
  });
  return { ...state, beads };
}

function withSide({ fr, en }: ReviewBead, side: Language, sentences: readonly number[]): ReviewBead {
  return side === 'fr' ? shaped(sentences, en) : shaped(fr, sentences);
}
