import type { Bitext, BitextBead, BitextSentence } from '../../model/bitext.ts';
import type { Hindrance } from '../../model/hindrance.ts';
import type { Language } from '../../model/language.ts';
import type { PairTexts, ReviewBead, ReviewState } from '../../model/review.ts';
import { decide, isOneSided } from './decide.ts';
import { isHindered } from './hindrance.ts';
import { initialState } from './reviewing.ts';
import { edit } from './rewrite.ts';
import { isVouchedFor, type StoredPair } from './stored-pairs.ts';
import { sideText } from './texts.ts';

/** What is known of pairs of a bitext before anybody looks at it, by what its documents print. */
export interface KnownPairs {
  /** Pairs that a person gave another wording. */
  readonly edited: readonly { readonly printed: PairTexts; readonly now: PairTexts }[];
  /** Pairs that a person kept out of the memory. */
  readonly refused: readonly PairTexts[];
  /** What is stored of the article. */
  readonly stored: readonly StoredPair[];
}

/** Of an article that comes for the first time. */
export const NOTHING_KNOWN: KnownPairs = { edited: [], refused: [], stored: [] };

/**
 * A bitext in which is done what is known already: its beads are edited, deleted and accepted as before, and the furniture
 * of pages is deleted.
 */
export function takenUp(bitext: Bitext, known: KnownPairs): Bitext {
  const edited = byTexts(known.edited, ({ printed }) => printed);
  const refused = new Set(known.refused.map(keyOf));
  const stored = new Map(known.stored.map((pair) => [keyOf(pair), pair]));
  const start = initialState(bitext);
  let state = start;
  const take = (next: ReviewState | Hindrance) => {
    if (!isHindered(next)) state = next;
  };
  for (const [place, bead] of start.beads.entries()) {
    const texts = { fr: sideText(start, bead, 'fr'), en: sideText(start, bead, 'en') };
    const now = edited.get(keyOf(texts))?.now ?? texts;
    const isFurniture = (side: Language) => bead[side].every((sentence) => start[side][sentence]?.furniture === true);
    if (refused.has(keyOf(texts))) take(decide(state, place, 'delete', 'earlier'));
    else if (isFurniture('fr') && isFurniture('en') && !stored.has(keyOf(now))) {
      take(decide(state, place, 'delete', 'furniture'));
    } else if (!isOneSided(bead)) {
      const sides = (['fr', 'en'] as const).map((side) => editsOf(start[side], side, bead[side], now[side]));
      if (sides.includes(undefined)) continue;
      for (const { side, sentence, text } of sides.flatMap((some) => some ?? []))
        take(edit(state, side, sentence, text));
      const pair = stored.get(keyOf(now));
      if (pair !== undefined && isVouchedFor(pair)) take(decide(state, place, 'accept', 'earlier'));
    }
  }
  return { fr: state.fr, en: state.en, beads: state.beads.map(bitextBead) };
}

function bitextBead({ decision, ...bead }: ReviewBead): BitextBead {
  return decision === 'accepted' || decision === 'deleted' ? { ...bead, decision } : bead;
}

/** The text that a sentence is to be given. */
interface SentenceEdit {
  readonly side: Language;
  readonly sentence: number;
  readonly text: string;
}

/**
 * The edits that have the sentences of a bead say a text: those at either end that it has too stay.
 * @returns `undefined` where more than one sentence would have to change
 */
function editsOf(
  sentences: readonly BitextSentence[],
  side: Language,
  places: readonly number[],
  wanted: string,
): readonly SentenceEdit[] | undefined {
  let [from, to] = [0, places.length];
  let text = wanted;
  const at = (index: number) => sentences[places[index] ?? -1] ?? { text: '', before: '' };
  while (to - from > 1 && text.startsWith(at(from).text + at(from + 1).before)) {
    text = text.slice(at(from).text.length + at(from + 1).before.length);
    from += 1;
  }
  while (to - from > 1 && text.endsWith(at(to - 1).before + at(to - 1).text)) {
    text = text.slice(0, text.length - at(to - 1).before.length - at(to - 1).text.length);
    to -= 1;
  }
  const sentence = places[from];
  if (to - from !== 1 || sentence === undefined) return undefined;
  return text === at(from).text ? [] : [{ side, sentence, text }];
}

/** Things by the pair they speak of; the first where several speak of one. */
function byTexts<T>(things: readonly T[], pairOf: (thing: T) => PairTexts): ReadonlyMap<string, T> {
  return new Map(things.toReversed().map((thing) => [keyOf(pairOf(thing)), thing]));
}

function keyOf({ fr, en }: PairTexts): string {
  return JSON.stringify([fr, en]);
}
