import { type Explained, wordFrequency } from './explained.ts';
import type { LinkTable } from './links.ts';
import type { Side } from './vocabulary.ts';

/** One side, prepared for scoring. */
interface Weighed {
  /** Place of each sentence's first word among all words of the side; one more for the end. */
  readonly offsets: Int32Array;
  /** For each word in running order: what its explanation is worth (see {@link wordEvidence}). */
  readonly gain: Float64Array;
  /** For each sentence: the evidence when none of its words is explained, zero or below. */
  readonly unexplained: Float64Array;
  /** The explanation each word gets from the sentences of the bead at hand, and which words have one. */
  readonly sums: Float64Array;
  readonly touched: Int32Array;
}

/** The words that a French and an English sentence explain in each other, by running order, with their weights. */
interface Overlap {
  readonly en: Int32Array;
  readonly enWeights: Float32Array;
  readonly fr: Int32Array;
  readonly frWeights: Float32Array;
}

const NONE: Overlap = {
  en: new Int32Array(0),
  enWeights: new Float32Array(0),
  fr: new Int32Array(0),
  frWeights: new Float32Array(0),
};

/** A French sentence against the English sentences from `first` on. */
interface Row {
  readonly first: number;
  readonly overlaps: readonly Overlap[];
}

/**
 * What the words of two groups of sentences say about whether one translates the other. By IBM Model 1 (Brown et al.
 * 1993, “The Mathematics of Statistical Machine Translation”) each English word `e` comes from one of the French words
 * `f` of the bead, or, for want of a link, from the text at large:
 *
 *     P(e | F) = (1 − λ) p(e) + λ Σ_f t(e | f) / (|F| + 1)
 *
 * where `λ` is how often a word of its class is explained and `p(e)` its frequency in the text. The evidence is
 * log P(E | F) / P(E), averaged with the same in the other direction.
 */
export class WordEvidence {
  readonly #fr: Weighed;
  readonly #en: Weighed;
  readonly #frSide: Side;
  readonly #enSide: Side;
  readonly #links: LinkTable;
  readonly #rows: (Row | undefined)[] = [];
  /** By English word: the first entry of the present row's list of links to it. */
  readonly #heads: Int32Array;

  constructor(fr: Side, en: Side, links: LinkTable, explained: Explained) {
    this.#fr = weigh(fr, explained);
    this.#en = weigh(en, explained);
    this.#frSide = fr;
    this.#enSide = en;
    this.#links = links;
    this.#heads = new Int32Array(en.words.length).fill(-1);
  }

  /** Makes a French sentence ready against English sentences from `first` to `last`, and forgets the fifth before it. */
  prepareRow(fr: number, first: number, last: number): void {
    this.#rows[fr % 4] = this.#overlapRow(fr, first, last);
  }

  /**
   * Calls back with the evidence of each bead of up to `side` × `side` sentences that ends before the sentences
   * `frEnd` and `enEnd`. The French sentences must have been made ready.
   */
  beadsBefore(
    frEnd: number,
    enEnd: number,
    side: number,
    found: (fr: number, en: number, evidence: number) => void,
  ): void {
    for (let b = 1; b <= Math.min(side, enEnd); b++) {
      let frTouched = 0;
      let enTouched = 0;
      let unexplained = 0;
      for (let j = enEnd - b; j < enEnd; j++) unexplained += this.#en.unexplained[j] ?? 0;
      for (let a = 1; a <= Math.min(side, frEnd); a++) {
        unexplained += this.#fr.unexplained[frEnd - a] ?? 0;
        const row = this.#rows[(frEnd - a) % 4];
        for (let j = enEnd - b; j < enEnd; j++) {
          const overlap = row?.overlaps[j - row.first];
          if (overlap === undefined) continue;
          enTouched = addTo(this.#en, overlap.en, overlap.enWeights, enTouched);
          frTouched = addTo(this.#fr, overlap.fr, overlap.frWeights, frTouched);
        }
        const frWords = wordsBetween(this.#fr, frEnd - a, frEnd);
        const enWords = wordsBetween(this.#en, enEnd - b, enEnd);
        const gained = gainOf(this.#en, enTouched, frWords) + gainOf(this.#fr, frTouched, enWords);
        found(a, b, (unexplained + gained) / 2);
      }
      clear(this.#en, enTouched);
      clear(this.#fr, frTouched);
    }
  }

  #overlapRow(fr: number, first: number, last: number): Row {
    const words = this.#frSide.sentences[fr];
    const frOffset = this.#fr.offsets[fr] ?? 0;
    const { start, en: target, enGivenFr, frGivenEn } = this.#links;
    const next: number[] = [];
    const place: number[] = [];
    const link: number[] = [];
    words?.forEach((word, position) => {
      for (let at = start[word] ?? 0; at < (start[word + 1] ?? 0); at++) {
        const e = target[at] ?? 0;
        next.push(this.#heads[e] ?? -1);
        place.push(frOffset + position);
        link.push(at);
        this.#heads[e] = next.length - 1;
      }
    });
    const overlaps: Overlap[] = [];
    for (let j = first; j <= last; j++) {
      const enWords = this.#enSide.sentences[j];
      const enOffset = this.#en.offsets[j] ?? 0;
      let enCount = 0;
      let frCount = 0;
      enWords?.forEach((word, position) => {
        let explanation = 0;
        for (let entry = this.#heads[word] ?? -1; entry >= 0; entry = next[entry] ?? -1) {
          const at = link[entry] ?? 0;
          explanation += enGivenFr[at] ?? 0;
          const from = place[entry] ?? 0;
          if ((this.#fr.sums[from] ?? 0) === 0) this.#fr.touched[frCount++] = from;
          this.#fr.sums[from] = (this.#fr.sums[from] ?? 0) + (frGivenEn[at] ?? 0);
        }
        if (explanation > 0) {
          this.#en.touched[enCount++] = enOffset + position;
          this.#en.sums[enOffset + position] = explanation;
        }
      });
      overlaps.push(enCount === 0 ? NONE : takeOverlap(this.#en, enCount, this.#fr, frCount));
      clear(this.#en, enCount);
      clear(this.#fr, frCount);
    }
    for (const at of link) this.#heads[target[at] ?? 0] = -1;
    return { first, overlaps };
  }
}

function weigh(side: Side, explained: Explained): Weighed {
  const offsets = new Int32Array(side.sentences.length + 1);
  side.sentences.forEach((words, i) => {
    offsets[i + 1] = (offsets[i] ?? 0) + words.length;
  });
  const size = offsets[side.sentences.length] ?? 0;
  const gain = new Float64Array(size);
  const unexplained = new Float64Array(side.sentences.length);
  let at = 0;
  side.sentences.forEach((words, i) => {
    for (const id of words) {
      const lambda = explained[side.words[id]?.class ?? 'word'];
      gain[at++] = lambda / ((1 - lambda) * wordFrequency(side, id));
      unexplained[i] = (unexplained[i] ?? 0) + Math.log(1 - lambda);
    }
  });
  return { offsets, gain, unexplained, sums: new Float64Array(size), touched: new Int32Array(size) };
}

function wordsBetween(side: Weighed, from: number, to: number): number {
  return (side.offsets[to] ?? 0) - (side.offsets[from] ?? 0);
}

function addTo(side: Weighed, words: Int32Array, weights: Float32Array, touchedBefore: number): number {
  let touched = touchedBefore;
  for (let k = 0; k < words.length; k++) {
    const word = words[k] ?? 0;
    const sum = side.sums[word] ?? 0;
    if (sum === 0) side.touched[touched++] = word;
    side.sums[word] = sum + (weights[k] ?? 0);
  }
  return touched;
}

/** The evidence of the explained words beyond their being unexplained; one logarithm for many factors. */
function gainOf(side: Weighed, touched: number, otherWords: number): number {
  let sum = 0;
  let product = 1;
  for (let k = 0; k < touched; k++) {
    const word = side.touched[k] ?? 0;
    product *= 1 + ((side.gain[word] ?? 0) * (side.sums[word] ?? 0)) / (otherWords + 1);
    if (product > 1e250) {
      sum += Math.log(product);
      product = 1;
    }
  }
  return sum + Math.log(product);
}

function clear(side: Weighed, touched: number): void {
  for (let k = 0; k < touched; k++) side.sums[side.touched[k] ?? 0] = 0;
}

function takeOverlap(en: Weighed, enCount: number, fr: Weighed, frCount: number): Overlap {
  return {
    en: en.touched.slice(0, enCount),
    enWeights: Float32Array.from({ length: enCount }, (_, k) => en.sums[en.touched[k] ?? 0] ?? 0),
    fr: fr.touched.slice(0, frCount),
    frWeights: Float32Array.from({ length: frCount }, (_, k) => fr.sums[fr.touched[k] ?? 0] ?? 0),
  };
}
