import type { Bitext } from '../../model/bitext.ts';
import type { Language } from '../../model/language.ts';
import type { PairTexts, ReviewBead, ReviewState } from '../../model/review.ts';
import { isHindered } from './hindrance.ts';
import { initialState } from './reviewing.ts';
import { cut } from './rewrite.ts';
import { sideText } from './texts.ts';

/** Sentences in a row: the first, and the one behind the last. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/**
 * A bitext in which pairs that a person has vouched for are beads again, whatever the aligner made of their sentences: they
 * are found by what they say. A sentence that was cut is cut again. What the aligner had in one bead with them is left
 * as beads without a confidence, for it had judged the whole.
 * @param kept in the order of their document
 */
export function withKeptShapes(bitext: Bitext, kept: readonly PairTexts[]): Bitext {
  const start = initialState(bitext);
  const state = cutAgain(cutAgain(start, kept, 'fr'), kept, 'en');
  const known = new Set(state.beads.map((bead) => keyOf(sideText(state, bead, 'fr'), sideText(state, bead, 'en'))));
  const used = {
    fr: new Set<number>(),
    en: new Set<number>(),
  };
  let beads = state.beads;
  let after = { fr: 0, en: 0 };
  for (const pair of kept) {
    if (known.has(keyOf(pair.fr, pair.en))) continue;
    const fr = findRun(state, 'fr', pair.fr, after.fr, used.fr);
    const en = findRun(state, 'en', pair.en, after.en, used.en);
    if (fr === undefined || en === undefined) continue;
    for (let place = fr.from; place < fr.to; place++) used.fr.add(place);
    for (let place = en.from; place < en.to; place++) used.en.add(place);
    after = { fr: fr.to, en: en.to };
    beads = withBead(beads, { fr, en });
  }
  if (state === start && beads === start.beads) return bitext;
  return {
    fr: state.fr,
    en: state.en,
    beads: beads.map(({ fr, en, confidence }) => ({ fr, en, ...(confidence !== undefined && { confidence }) })),
  };
}

/** Cuts each sentence that is the texts of two or more of the pairs in a row, one behind the other. */
function cutAgain(start: ReviewState, kept: readonly PairTexts[], side: Language): ReviewState {
  const places = new Map<string, number[]>();
  for (const [place, pair] of kept.entries()) {
    const head = headOf(pair[side]);
    places.set(head, [...(places.get(head) ?? []), place]);
  }
  let state = start;
  for (let sentence = start[side].length - 1; sentence >= 0; sentence--) {
    const text = start[side][sentence]?.text ?? '';
    const offsets = (places.get(headOf(text)) ?? []).map((place) => cutsIn(text, kept, place, side));
    // From the last to the first, so that the offsets before stay true.
    for (const at of offsets.find((some) => some.length > 0)?.toReversed() ?? []) {
      const next = cut(state, side, sentence, at);
      if (!isHindered(next)) state = next;
    }
  }
  return state;
}

/** Where a text is to be cut to be the texts of the pairs from a place on; nowhere if it is not these. */
function cutsIn(text: string, kept: readonly PairTexts[], first: number, side: Language): readonly number[] {
  const cuts: number[] = [];
  let at = 0;
  for (let place = first; ; place++) {
    const part = kept[place]?.[side];
    if (part === undefined || part === '' || !text.startsWith(part, at)) return [];
    at += part.length;
    if (at === text.length) return cuts;
    const gap = /^\s+/.exec(text.slice(at))?.[0].length ?? 0;
    if (gap === 0) return [];
    cuts.push(at);
    at += gap;
  }
}

/** The first word of a text. */
function headOf(text: string): string {
  return /^\S*/.exec(text)?.[0] ?? '';
}

/** Sentences in a row that say a text, at best behind a place; none of them used. */
function findRun(
  state: ReviewState,
  side: Language,
  text: string,
  after: number,
  used: ReadonlySet<number>,
): Run | undefined {
  const count = state[side].length;
  for (let step = 0; step < count; step++) {
    const from = (after + step) % count;
    if (used.has(from) || !text.startsWith(state[side][from]?.text ?? '')) continue;
    const to = runEnd(state, side, text, from, used);
    if (to !== undefined) return { from, to };
  }
  return undefined;
}

function runEnd(
  state: ReviewState,
  side: Language,
  text: string,
  from: number,
  used: ReadonlySet<number>,
): number | undefined {
  let said = '';
  for (let place = from; place < state[side].length && said.length < text.length; place++) {
    const sentence = state[side][place];
    if (sentence === undefined || used.has(place)) return undefined;
    said += (place === from ? '' : sentence.before) + sentence.text;
    if (said === text) return place + 1;
  }
  return undefined;
}

/** Beads with one more, whose sentences the others give; it stands where the first of its French ones stood. */
function withBead(beads: readonly ReviewBead[], run: { readonly fr: Run; readonly en: Run }): readonly ReviewBead[] {
  const bead: ReviewBead = { fr: range(run.fr), en: range(run.en), decision: 'open' };
  return beads.flatMap((old) => {
    const fr = parted(old.fr, run.fr);
    const en = parted(old.en, run.en);
    if (!fr.gives && !en.gives) return [old];
    // A side that gives nothing goes with what is left of the other.
    const whole = fr.gives ? en : fr;
    const other = fr.gives ? fr : en;
    if (!whole.gives && other.before.length === 0) {
      whole.after = [...whole.before, ...whole.after];
      whole.before = [];
    } else if (!whole.gives) {
      whole.before = [...whole.before, ...whole.after];
      whole.after = [];
    }
    const parts = [
      left(fr.before, en.before),
      ...(old.fr.includes(run.fr.from) ? [bead] : []),
      left(fr.after, en.after),
    ];
    return parts.filter((part) => part.fr.length + part.en.length > 0);
  });
}

function left(fr: readonly number[], en: readonly number[]): ReviewBead {
  return { fr, en, decision: 'open' };
}

/** What of a side stands before a run and behind it, and whether any of it is in the run. */
function parted(places: readonly number[], { from, to }: Run) {
  return {
    before: places.filter((place) => place < from),
    after: places.filter((place) => place >= to),
    gives: places.some((place) => place >= from && place < to),
  };
}

function range({ from, to }: Run): number[] {
  return Array.from({ length: to - from }, (_, step) => from + step);
}

function keyOf(fr: string, en: string): string {
  return JSON.stringify([fr, en]);
}
