import { type Band, bandAround, type Corner, wholeGrid } from './band.ts';
import type { LinkTable } from './links.ts';
import type { Side } from './vocabulary.ts';

/** Grids up to so many cells are looked at whole; beyond, around the landmarks. */
const WHOLE_GRID = 250_000;
/** Sentences looked at on either side of the line between landmarks. */
const RADIUS = 30;
/** A word that stands in more sentences than these is no landmark. */
const LANDMARK_SENTENCES = 8;
/** Candidates kept for a French sentence. */
const CANDIDATES = 3;
/** Evidence below this, in logs of odds, is chance in a long text. */
const LEAST_EVIDENCE = 6;

interface Candidate extends Corner {
  readonly weight: number;
}

/** The cells in which two texts, of which nothing is known yet, are aligned. */
export function firstBand(fr: Side, en: Side, links: LinkTable): Band {
  const frCount = fr.sentences.length;
  const enCount = en.sentences.length;
  if (frCount * enCount <= WHOLE_GRID) return wholeGrid(frCount, enCount);
  return bandAround(findAnchors(fr, en, links), frCount, enCount, RADIUS);
}

/**
 * Landmarks of a pair of long texts: pairs of sentences that share words rare in both, the heaviest chain of them that
 * rises on both sides. Takes time and memory in proportion to the texts.
 */
function findAnchors(fr: Side, en: Side, links: LinkTable): Corner[] {
  const frPlaces = landmarks(fr);
  const enPlaces = landmarks(en);
  const evidence = Array.from(fr.sentences, () => new Map<number, number>());
  frPlaces.forEach((rows, f) => {
    for (let link = links.start[f] ?? 0; link < (links.start[f + 1] ?? 0); link++) {
      const columns = enPlaces[links.en[link] ?? -1] ?? [];
      const belief = Math.max(links.enGivenFr[link] ?? 0, links.frGivenEn[link] ?? 0);
      const weight = belief * Math.log((fr.sentences.length + en.sentences.length) / (rows.length + columns.length));
      for (const i of rows) {
        const row = evidence[i];
        for (const j of columns) row?.set(j, (row.get(j) ?? 0) + weight);
      }
    }
  });
  const candidates = evidence.flatMap((row, i) =>
    [...row]
      .filter(([, weight]) => weight >= LEAST_EVIDENCE)
      .sort(([j, a], [k, b]) => b - a || j - k)
      .slice(0, CANDIDATES)
      .map(([j, weight]): Candidate => ({ fr: i, en: j, weight })),
  );
  return heaviestChain(candidates, en.sentences.length);
}

/** The sentences of each rare word; nothing for the others. */
function landmarks(side: Side): (readonly number[])[] {
  const places: number[][] = side.words.map(() => []);
  side.sentences.forEach((words, i) => {
    for (const word of words) if ((side.counts[word] ?? 0) <= LANDMARK_SENTENCES) places[word]?.push(i);
  });
  return places;
}

/** The chain of greatest weight in which both indices rise, by a Fenwick tree of the best chain to end by each column. */
function heaviestChain(candidates: readonly Candidate[], columns: number): Corner[] {
  const ordered = [...candidates].sort((a, b) => a.fr - b.fr || b.en - a.en);
  const totals = new Float64Array(ordered.length);
  const previous = new Int32Array(ordered.length).fill(-1);
  const tree = new Int32Array(columns + 1).fill(-1);
  let last = -1;
  ordered.forEach(({ en, weight }, index) => {
    let best = -1;
    for (let at = en; at > 0; at -= at & -at) {
      const chain = tree[at] ?? -1;
      if (chain >= 0 && (best < 0 || (totals[chain] ?? 0) > (totals[best] ?? 0))) best = chain;
    }
    previous[index] = best;
    totals[index] = weight + (best < 0 ? 0 : (totals[best] ?? 0));
    for (let at = en + 1; at <= columns; at += at & -at) {
      const chain = tree[at] ?? -1;
      if (chain < 0 || (totals[chain] ?? 0) < (totals[index] ?? 0)) tree[at] = index;
    }
    if (last < 0 || (totals[index] ?? 0) > (totals[last] ?? 0)) last = index;
  });
  const chain: Corner[] = [];
  for (let index = last; index >= 0; index = previous[index] ?? -1) {
    const candidate = ordered[index];
    if (candidate !== undefined) chain.push({ fr: candidate.fr, en: candidate.en });
  }
  return chain.reverse();
}
