import type { StemId } from '../index/word-ids.ts';
import { stemOf } from '../index/word-ids.ts';
import type { Piece } from './piece.ts';

/** What is known of the words of both languages. */
export interface WordKnowledge {
  /** What a stem of the source may be translated by, and how likely each is, 0–1. */
  readonly translations: (stem: StemId) => readonly { readonly stem: StemId; readonly weight: number }[];
  /** The stems of words that carry grammar rather than content. */
  readonly sourceGrammar: ReadonlySet<StemId>;
  readonly targetGrammar: ReadonlySet<StemId>;
}

/** Where the translation of a piece stands among the words of the target. */
export interface TranslatedPiece extends Piece {
  /** What of the piece it translates: without the content words at its ends that are not found again there. */
  readonly source: Piece;
  /** 0–1: how much of the piece is found again there, as far as words are known to translate each other. */
  readonly confidence: number;
}

/** What a word costs that nothing explains, in the middle of a translation: one of grammar next to nothing. */
const UNEXPLAINED = { grammar: 0.01, other: 0.12 } as const;
/** A word this likely is as good as certain: a word has several translations. */
const SURE = 0.25;
/** So much of the piece must be found again where its translation has fewer words. */
const WHOLE = 0.75;
/** Fewer content words than these are no piece: a word alone is looked up otherwise. */
const LEAST_WORDS = 2;
/** A word with a translation less likely than this has none. */
const LEAST_LINK = 0.02;

/**
 * Finds the translation of a piece of a source text in its target: the stretch whose words the piece explains better than
 * the rest of the text does.
 * @param source the words of the source, @param target those of its translation
 */
export function locateTranslation(
  source: Uint32Array,
  piece: Piece,
  target: Uint32Array,
  knowledge: WordKnowledge,
): TranslatedPiece | undefined {
  const places = new Map<StemId, number[]>();
  for (const [place, word] of target.entries()) {
    const stem = stemOf(word);
    places.set(stem, [...(places.get(stem) ?? []), place]);
  }
  const inside = new Float64Array(target.length);
  const outside = new Float64Array(target.length);
  const links: { readonly place: number; readonly weight: number; readonly word: number }[] = [];
  const content: number[] = [];
  for (const [place, word] of source.entries()) {
    const stem = stemOf(word);
    if (knowledge.sourceGrammar.has(stem)) continue;
    const isInside = place >= piece.first && place <= piece.last;
    if (isInside) content.push(place);
    const best = isInside ? inside : outside;
    for (const { stem: translation, weight } of knowledge.translations(stem)) {
      if (weight < LEAST_LINK || knowledge.targetGrammar.has(translation)) continue;
      for (const at of places.get(translation) ?? []) {
        best[at] = Math.max(best[at] as number, weight);
        if (isInside) links.push({ place: at, weight, word: place });
      }
    }
  }
  const stretch = bestStretch(target, inside, outside, knowledge);
  if (stretch === undefined) return undefined;
  const explained = new Map<number, number>();
  for (const { place, weight, word } of links) {
    if (place < stretch.first || place > stretch.last) continue;
    explained.set(word, Math.max(explained.get(word) ?? 0, Math.min(1, weight / SURE)));
  }
  const kept = content.slice(
    content.findIndex((place) => explained.has(place)),
    content.findLastIndex((place) => explained.has(place)) + 1,
  );
  if (kept.length < LEAST_WORDS) return undefined;
  let sum = 0;
  for (const weight of explained.values()) sum += weight;
  const confidence = sum / kept.length;
  if (isCut(stretch, target, kept.length, knowledge) && confidence < WHOLE) return undefined;
  return { ...stretch, source: within(piece, content, kept), confidence };
}

/** The piece without what stands beyond the content words that are kept of it. */
function within({ first, last }: Piece, content: readonly number[], kept: readonly number[]): Piece {
  const [from = first, to = last] = [kept[0], kept.at(-1)];
  return { first: from === content[0] ? first : from, last: to === content.at(-1) ? last : to };
}

/** Whether it has fewer content words than the piece: most likely some of them stand elsewhere, and are not known to. */
function isCut(
  { first, last }: Piece,
  target: Uint32Array,
  content: number,
  { targetGrammar }: WordKnowledge,
): boolean {
  return target.subarray(first, last + 1).filter((word) => !targetGrammar.has(stemOf(word))).length < content;
}

/** The stretch with the greatest sum (Kadane), each word worth how much better the piece explains it. */
function bestStretch(
  target: Uint32Array,
  inside: Float64Array,
  outside: Float64Array,
  { targetGrammar }: WordKnowledge,
): Piece | undefined {
  let best: Piece | undefined;
  let bestSum = 0;
  let sum = 0;
  let first = 0;
  for (let place = 0; place < target.length; place++) {
    const [own, others] = [inside[place] as number, outside[place] as number];
    const isGrammar = targetGrammar.has(stemOf(target[place] as number));
    const unexplained = isGrammar ? UNEXPLAINED.grammar : UNEXPLAINED.other;
    const worth = own === 0 && others === 0 ? -unexplained : own - others;
    if (sum <= 0) {
      sum = 0;
      first = place;
    }
    sum += worth;
    if (worth > 0 && sum > bestSum) {
      bestSum = sum;
      best = { first, last: place };
    }
  }
  return best;
}
