import type { Status } from '../../model/origin.ts';
import type { PairTexts } from '../../model/review.ts';

/** A unit of the document as it was stored before. */
export interface StoredPair extends PairTexts {
  readonly id: number;
  readonly version: number;
  readonly status: Status;
}

/** Whether a person has looked at it and said that it is right. */
export function isVouchedFor({ status }: Pick<StoredPair, 'status'>): boolean {
  return status === 'confirmed' || status === 'reviewed';
}

/** What has become of a stored pair, or where a bead comes from. `bead` is its place among those given. */
export type PairNews =
  | { readonly kind: 'same' | 'reworded'; readonly stored: StoredPair; readonly bead: number }
  | { readonly kind: 'added'; readonly bead: number }
  | { readonly kind: 'removed'; readonly stored: StoredPair };

/** Two pairs that share fewer of their words than this, on both sides together, are not one pair reworded. */
const LEAST_ALIKE = 0.5;
/** Stored pairs that a bead is compared with; what lies further off in a rewritten stretch is not looked for. */
const MOST_COMPARED = 40;

/**
 * Holds the beads of an article against what was stored of it before. A pair is the same where both sides are equal,
 * reworded where one side is or where most words are and it stands between the same neighbours.
 * @returns news in the order of the beads; what was removed stands behind the pair it stood behind
 */
export function comparePairs(stored: readonly StoredPair[], beads: readonly PairTexts[]): readonly PairNews[] {
  const partners = equalPairs(stored, beads);
  rewordedPairs(stored, beads, partners);
  const takenBy = new Map([...partners].map(([bead, place]) => [place, bead]));
  const news = beads.map((_, bead): PairNews => {
    const place = partners.get(bead);
    const pair = place === undefined ? undefined : stored[place];
    if (pair === undefined) return { kind: 'added', bead };
    const same = pair.fr === beads[bead]?.fr && pair.en === beads[bead]?.en;
    return { kind: same ? 'same' : 'reworded', stored: pair, bead };
  });
  return withRemoved(stored, news, takenBy);
}

/** Place of the stored pair by bead, where both sides are equal. */
function equalPairs(stored: readonly StoredPair[], beads: readonly PairTexts[]): Map<number, number> {
  const places = new Map<string, number[]>();
  for (const [place, pair] of stored.entries()) {
    const key = keyOf(pair);
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  }
  const partners = new Map<number, number>();
  for (const [bead, texts] of beads.entries()) {
    const place = places.get(keyOf(texts))?.shift();
    if (place !== undefined) partners.set(bead, place);
  }
  return partners;
}

/** Adds partners for the beads left, from the stored pairs left between those of the beads before and after. */
function rewordedPairs(
  stored: readonly StoredPair[],
  beads: readonly PairTexts[],
  partners: Map<number, number>,
): void {
  const taken = new Set(partners.values());
  const words = new Map(stored.flatMap((pair, place) => (taken.has(place) ? [] : [[place, wordsOf(pair)] as const])));
  let from = 0;
  for (const [bead, texts] of beads.entries()) {
    const own = partners.get(bead);
    if (own !== undefined) {
      from = own + 1;
      continue;
    }
    const place = bestAlike(texts, stored, words, from);
    if (place === undefined) continue;
    partners.set(bead, place);
    words.delete(place);
    from = place + 1;
  }
}

function bestAlike(
  texts: PairTexts,
  stored: readonly StoredPair[],
  words: ReadonlyMap<number, ReadonlySet<string>>,
  from: number,
): number | undefined {
  const own = wordsOf(texts);
  let best: { readonly place: number; readonly alike: number } | undefined;
  for (let place = from; place < Math.min(stored.length, from + MOST_COMPARED); place++) {
    const theirs = words.get(place);
    // A pair that is the same as another bead's ends the stretch.
    if (theirs === undefined) break;
    const pair = stored[place];
    const alike = pair?.fr === texts.fr || pair?.en === texts.en ? 1 : shareOf(own, theirs);
    if (alike >= LEAST_ALIKE && alike > (best?.alike ?? 0)) best = { place, alike };
  }
  return best?.place;
}

/** Of the words of both, the share that both have (Dice). */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return a.size + b.size === 0 ? 0 : (2 * both) / (a.size + b.size);
}

/** The words of both sides; one that both languages have counts on each. */
function wordsOf({ fr, en }: PairTexts): ReadonlySet<string> {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set([...words(fr).map((word) => `fr ${word}`), ...words(en).map((word) => `en ${word}`)]);
}

function withRemoved(
  stored: readonly StoredPair[],
  news: readonly PairNews[],
  takenBy: ReadonlyMap<number, number>,
): readonly PairNews[] {
  const behind = new Map<number, PairNews[]>();
  let last = -1;
  for (const [place, pair] of stored.entries()) {
    const bead = takenBy.get(place);
    if (bead !== undefined) last = bead;
    else behind.set(last, [...(behind.get(last) ?? []), { kind: 'removed', stored: pair }]);
  }
  return [...(behind.get(-1) ?? []), ...news.flatMap((one, bead) => [one, ...(behind.get(bead) ?? [])])];
}

function keyOf({ fr, en }: PairTexts): string {
  return JSON.stringify([fr, en]);
}
