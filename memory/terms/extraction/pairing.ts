import type { Phrases } from './phrases.ts';

/** Texts of a phrase that are looked at for its translation. */
const SAMPLE = 400;
/** Phrases of the other language that are kept as its likeliest translations. */
const KEPT = 3;
/** Below this share of the units that have either, two phrases have nothing to do with each other. */
const LEAST_SHARE = 0.2;

/** A French and an English phrase that stand in the same units, by their places among the phrases of their languages. */
export interface PhrasePair {
  readonly fr: number;
  readonly en: number;
  /** Units that have both, as far as the sample tells. */
  readonly together: number;
}

/**
 * The pairs of phrases each of which is the other's best partner: no other phrase of its language stands so often where the
 * partner does, and so seldom without it.
 */
export function* pairPhrases(french: Phrases, english: Phrases): Generator<void, readonly PhrasePair[]> {
  const texts = textsOf(french);
  const ofEnglish: (readonly Partner[])[] = english.all.map(() => []);
  const ofFrench: (readonly Partner[])[] = [];
  const counts = new Uint32Array(english.all.length);
  for (const [fr, { texts: frequency }] of french.all.entries()) {
    if (fr % TURN === 0) yield;
    const found = partnersOf(fr, texts, english, counts, frequency);
    ofFrench.push(found);
    for (const { phrase: en, together, share } of found) {
      ofEnglish[en] = best([...(ofEnglish[en] ?? []), { phrase: fr, together, share }]);
    }
  }
  return ofFrench.flatMap(([first], fr): readonly PhrasePair[] => {
    if (first === undefined || ofEnglish[first.phrase]?.[0]?.phrase !== fr) return [];
    return [{ fr, en: first.phrase, together: first.together }];
  });
}

interface Partner {
  readonly phrase: number;
  readonly together: number;
  /** Units that have both, of those that have either. */
  readonly share: number;
}

const TURN = 500;

/** The texts of each phrase, ascending. */
function textsOf({ all, inTexts, starts }: Phrases): { readonly texts: Uint32Array; readonly starts: Uint32Array } {
  const ends = new Uint32Array(all.length + 1);
  for (const phrase of inTexts) ends[phrase + 1] = (ends[phrase + 1] as number) + 1;
  for (let phrase = 0; phrase < all.length; phrase++) {
    ends[phrase + 1] = (ends[phrase + 1] as number) + (ends[phrase] as number);
  }
  const next = ends.slice();
  const texts = new Uint32Array(inTexts.length);
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const phrase = inTexts[at] as number;
      const place = next[phrase] as number;
      texts[place] = text;
      next[phrase] = place + 1;
    }
  }
  return { texts, starts: ends };
}

/** @param counts all 0, and left so */
function partnersOf(
  phrase: number,
  { texts, starts }: { readonly texts: Uint32Array; readonly starts: Uint32Array },
  other: Phrases,
  counts: Uint32Array,
  frequency: number,
): readonly Partner[] {
  const [from, to] = [starts[phrase] as number, starts[phrase + 1] as number];
  const step = Math.max(1, (to - from) / SAMPLE);
  const touched: number[] = [];
  for (let at = from; at < to; at += step) {
    const text = texts[Math.floor(at)] as number;
    for (let place = other.starts[text] as number; place < (other.starts[text + 1] as number); place++) {
      const partner = other.inTexts[place] as number;
      if (counts[partner] === 0) touched.push(partner);
      counts[partner] = (counts[partner] as number) + 1;
    }
  }
  const found = touched.map((partner): Partner => {
    const frequencyThere = other.all[partner]?.texts ?? 0;
    const together = Math.min(Math.round((counts[partner] as number) * step), frequency, frequencyThere);
    counts[partner] = 0;
    return { phrase: partner, together, share: together / (frequency + frequencyThere - together) };
  });
  return best(found.filter(({ share }) => share >= LEAST_SHARE));
}

function best(partners: readonly Partner[]): readonly Partner[] {
  return partners.toSorted((a, b) => b.share - a.share || a.phrase - b.phrase).slice(0, KEPT);
}
