import { BREAK, CONTENT, type CorpusSide, FUNCTION } from './corpus.ts';

/** The most words of a term, and of these the most that say something. */
const LONGEST = 9;
const MOST_CONTENT = 5;
/** How a phrase must stand, as shares of the places where it does, to be taken for what a noun heads. */
const LEAST_INTRODUCED = { fr: 0.4, en: 0.25 } as const;
const MOST_AS_VERB = 0.25;
const LEAST_CLOSED = 0.3;
/** A phrase that nearly always stands in a longer one is none by itself. */
const MOST_WITHIN = 0.7;

/** A stretch of words that may be a term, in whatever forms it stands. */
export interface Phrase {
  /** The texts that have it. */
  readonly texts: number;
  /** A place where it stands: its first and last token. */
  readonly first: number;
  readonly last: number;
}

/** The phrases of a corpus that may be terms, and which of them stand in each text. */
export interface Phrases {
  readonly all: readonly Phrase[];
  /** The phrases of each text, each once, by their places in `all`: from `starts[text]` to `starts[text + 1]`. */
  readonly inTexts: Uint32Array;
  readonly starts: Uint32Array;
}

/** Calls `see` with every stretch of a text that a term could be. */
function eachPhrase(
  side: CorpusSide,
  text: number,
  see: (first: number, last: number, key: number, hash: number) => void,
): void {
  const end = side.starts[text + 1] as number;
  for (let first = side.starts[text] as number; first < end; first++) {
    if (side.form(first).role !== CONTENT) continue;
    const hash = new StemHash();
    let content = 0;
    for (let last = first; last < Math.min(end, first + LONGEST); last++) {
      const { role, stem } = side.form(last);
      if (role === BREAK || role === FUNCTION) break;
      hash.add(stem);
      if (role === CONTENT && ++content > MOST_CONTENT) break;
      if (role === CONTENT) see(first, last, hash.key, hash.low >>> 0);
    }
  }
}

/** 53 bits of the stems of a phrase: two of a few million share them by a chance of one in a thousand. */
class StemHash {
  #high = 0x9e3779b1;
  low = 0x85ebca6b;

  add(stem: number): void {
    this.#high = Math.imul(this.#high ^ (stem + 0x7f4a7c15), 0x01000193);
    this.#high ^= this.#high >>> 15;
    this.low = Math.imul(this.low ^ stem, 0xc2b2ae35);
    this.low ^= this.low >>> 13;
  }

  get key(): number {
    return (this.#high >>> 0) * 0x200000 + ((this.low >>> 0) & 0x1fffff);
  }
}

const SKETCH_BITS = 24;

/** What is counted of each phrase while the texts are gone through. */
class Counts {
  readonly places = new Map<number, number>();
  readonly texts: number[] = [];
  readonly seen: number[] = [];
  readonly lastText: number[] = [];
  readonly first: number[] = [];
  readonly last: number[] = [];
  readonly introduced: number[] = [];
  readonly asVerb: number[] = [];
  readonly closed: number[] = [];
  readonly capital: number[] = [];
  /** Of the longer phrases that it stands in, the one that most texts have. */
  readonly within: number[] = [];

  add(key: number, first: number, last: number): number {
    const place = this.texts.length;
    this.places.set(key, place);
    this.first.push(first);
    this.last.push(last);
    for (const column of [
      this.texts,
      this.seen,
      this.introduced,
      this.asVerb,
      this.closed,
      this.capital,
      this.within,
    ]) {
      column.push(0);
    }
    this.lastText.push(-1);
    return place;
  }
}

/**
 * Finds the stretches of words that stand in at least so many texts and stand as nouns with what belongs to them do:
 * introduced by an article or preposition more often than not, not after a pronoun or auxiliary, and followed by what
 * ends them. It goes through the texts three times.
 * @param fewest texts that must have a phrase
 */
export function* findPhrases(side: CorpusSide, fewest: number): Generator<void, Phrases> {
  const sketch = new Uint16Array(1 << SKETCH_BITS);
  for (let text = 0; text < side.texts; text++) {
    eachPhrase(side, text, (_first, _last, _key, hash) => {
      const at = hash & (sketch.length - 1);
      if ((sketch[at] as number) < 0xffff) sketch[at] = (sketch[at] as number) + 1;
    });
    if (text % TURN === 0) yield;
  }
  const counts = new Counts();
  for (let text = 0; text < side.texts; text++) {
    eachPhrase(side, text, (first, last, key, hash) => {
      if ((sketch[hash & (sketch.length - 1)] as number) < fewest) return;
      count(side, counts, text, first, last, key);
    });
    if (text % TURN === 0) yield;
  }
  nest(side, counts);
  const kept = new Map<number, number>();
  const all: Phrase[] = [];
  for (let place = 0; place < counts.texts.length; place++) {
    if (!mayBeTerm(side, counts, place, fewest)) continue;
    kept.set(place, all.length);
    const [texts, first, last] = [counts.texts[place] ?? 0, counts.first[place] ?? 0, counts.last[place] ?? 0];
    all.push({ texts, first, last });
  }
  const starts = new Uint32Array(side.texts + 1);
  const inTexts: number[] = [];
  for (let text = 0; text < side.texts; text++) {
    const here = new Set<number>();
    eachPhrase(side, text, (_first, _last, key) => {
      const place = counts.places.get(key);
      const phrase = place === undefined ? undefined : kept.get(place);
      if (phrase !== undefined) here.add(phrase);
    });
    inTexts.push(...here);
    starts[text + 1] = inTexts.length;
    if (text % TURN === 0) yield;
  }
  return { all, inTexts: Uint32Array.from(inTexts), starts };
}

/** Texts between two turns for whoever waits. */
const TURN = 2_000;

function count(side: CorpusSide, counts: Counts, text: number, first: number, last: number, key: number): void {
  const place = counts.places.get(key) ?? counts.add(key, first, last);
  const more = (column: number[]): void => {
    column[place] = (column[place] ?? 0) + 1;
  };
  more(counts.seen);
  if (counts.lastText[place] !== text) more(counts.texts);
  counts.lastText[place] = text;
  const begins = first === side.starts[text];
  const before = begins ? undefined : side.form(first - 1);
  if (before === undefined || before.introduces || before.role === BREAK) more(counts.introduced);
  if (before?.beforeVerb) more(counts.asVerb);
  if (!begins && side.form(first).capital) more(counts.capital);
  const after = last + 1 < (side.starts[text + 1] as number) ? side.form(last + 1) : undefined;
  if (after === undefined || after.role !== CONTENT) more(counts.closed);
}

/** Says of each phrase how many texts have the commonest longer one that it stands in. */
function nest(side: CorpusSide, counts: Counts): void {
  for (let place = 0; place < counts.texts.length; place++) {
    const [first, last] = [counts.first[place] ?? 0, counts.last[place] ?? 0];
    for (const [from, to] of shortened(side, first, last)) {
      const shorter = counts.places.get(keyOf(side, from, to));
      if (shorter === undefined) continue;
      counts.within[shorter] = Math.max(counts.within[shorter] ?? 0, counts.texts[place] ?? 0);
    }
  }
}

function keyOf(side: CorpusSide, first: number, last: number): number {
  const hash = new StemHash();
  for (let at = first; at <= last; at++) hash.add(side.form(at).stem);
  return hash.key;
}

/** The phrase without its first word, and without its last. */
function shortened(side: CorpusSide, first: number, last: number): readonly (readonly [number, number])[] {
  if (first === last) return [];
  let from = first + 1;
  while (from < last && side.form(from).role !== CONTENT) from++;
  let to = last - 1;
  while (to > first && side.form(to).role !== CONTENT) to--;
  return [
    [from, last],
    [first, to],
  ];
}

function mayBeTerm(side: CorpusSide, counts: Counts, place: number, fewest: number): boolean {
  const [texts, seen] = [counts.texts[place] ?? 0, counts.seen[place] ?? 1];
  if (texts < fewest) return false;
  if ((counts.within[place] ?? 0) > MOST_WITHIN * texts) return false;
  const share = (column: readonly number[]) => (column[place] ?? 0) / seen;
  if (share(counts.closed) < LEAST_CLOSED) return false;
  // A name needs no article.
  if (share(counts.capital) > 0.6) return true;
  return share(counts.introduced) >= LEAST_INTRODUCED[side.language] && share(counts.asVerb) <= MOST_AS_VERB;
}
