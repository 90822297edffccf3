import { type Band, cellCount } from './band.ts';

/**
 * The scores of all beads that end in each cell of a band: `side` × `side` values a cell, by (French sentences − 1) ·
 * side + (English sentences − 1); −Infinity where there is no such bead. Logs of odds.
 */
export interface Lattice {
  readonly band: Band;
  readonly side: number;
  readonly scores: Float32Array;
  /** The score of each sentence when it is left without counterpart. */
  readonly frGaps: Float64Array;
  readonly enGaps: Float64Array;
}

/** One step of a path: the sentences from the cell where it begins. One of the counts may be 0. */
export interface Step {
  readonly fr: number;
  readonly en: number;
  readonly frCount: number;
  readonly enCount: number;
  /** Probability of the step among all paths, 0–1. */
  readonly posterior: number;
  /** Its score in the lattice. */
  readonly score: number;
}

/** The most likely way through a lattice. */
export interface Path {
  readonly steps: readonly Step[];
  /** Probability among all paths that these two sentences are a bead of their own, 0–1. */
  pairPosterior(fr: number, en: number): number;
}

/** Whether a step has sentences of both sides. */
export function isBead(step: Step): boolean {
  return step.frCount > 0 && step.enCount > 0;
}

/** A step into the cell (i, j): where it comes from, or nothing when that lies outside the band. */
function cellBefore(band: Band, i: number, j: number, frCount: number, enCount: number): number {
  const row = i - frCount;
  const column = j - enCount;
  if (row < 0 || row >= band.rows || column < (band.from[row] ?? 0) || column > (band.to[row] ?? -1)) return -1;
  return (band.start[row] ?? 0) + column - (band.from[row] ?? 0);
}

/** The most likely path, its steps with their probabilities by the forward–backward algorithm. */
export function bestPath(lattice: Lattice): Path {
  const { band, side, scores, frGaps, enGaps } = lattice;
  const cells = cellCount(band);
  const best = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  const moves = new Int8Array(cells).fill(-1);
  const forward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  best[0] = 0;
  forward[0] = 0;
  eachCell(band, (i, j, cell) => {
    eachStepInto(lattice, i, j, cell, (before, move, score) => {
      const total = (best[before] ?? 0) + score;
      if (total > (best[cell] ?? 0)) {
        best[cell] = total;
        moves[cell] = move;
      }
      forward[cell] = addLogs(forward[cell] ?? 0, (forward[before] ?? 0) + score);
    });
  });
  const backward = new Float64Array(cells).fill(Number.NEGATIVE_INFINITY);
  backward[cells - 1] = 0;
  for (let i = band.rows - 1; i >= 0; i--) {
    for (let j = band.to[i] ?? 0; j >= (band.from[i] ?? 0); j--) {
      const cell = (band.start[i] ?? 0) + j - (band.from[i] ?? 0);
      eachStepInto(lattice, i, j, cell, (before, _move, score) => {
        backward[before] = addLogs(backward[before] ?? 0, (backward[cell] ?? 0) + score);
      });
    }
  }
  const all = forward[cells - 1] ?? 0;
  const posterior = (before: number, score: number, cell: number): number =>
    Math.min(1, Math.exp((forward[before] ?? 0) + score + (backward[cell] ?? 0) - all));
  const steps: Step[] = [];
  let i = band.rows - 1;
  let j = band.columns - 1;
  while (i > 0 || j > 0) {
    const cell = cellBefore(band, i, j, 0, 0);
    const move = moves[cell] ?? 0;
    const frCount = move === side * side ? 1 : move > side * side ? 0 : Math.floor(move / side) + 1;
    const enCount = move === side * side ? 0 : move > side * side ? 1 : (move % side) + 1;
    const gap = enCount === 0 ? frGaps[i - 1] : enGaps[j - 1];
    const score = (frCount > 0 && enCount > 0 ? scores[cell * side * side + move] : gap) ?? 0;
    const before = cellBefore(band, i, j, frCount, enCount);
    i -= frCount;
    j -= enCount;
    steps.push({ fr: i, en: j, frCount, enCount, posterior: posterior(before, score, cell), score });
  }
  return {
    steps: steps.reverse(),
    pairPosterior: (fr, en) => {
      const before = cellBefore(band, fr, en, 0, 0);
      const cell = cellBefore(band, fr + 1, en + 1, 0, 0);
      return before < 0 || cell < 0 ? 0 : posterior(before, scores[cell * side * side] ?? 0, cell);
    },
  };
}

function eachCell(band: Band, visit: (i: number, j: number, cell: number) => void): void {
  let cell = 0;
  for (let i = 0; i < band.rows; i++) {
    for (let j = band.from[i] ?? 0; j <= (band.to[i] ?? 0); j++) visit(i, j, cell++);
  }
}

/** Calls back for each step into a cell; moves are numbered as the scores, then a French and an English gap. */
function eachStepInto(
  { band, side, scores, frGaps, enGaps }: Lattice,
  i: number,
  j: number,
  cell: number,
  visit: (before: number, move: number, score: number) => void,
): void {
  const beads = side * side;
  for (let move = 0; move < beads; move++) {
    const score = scores[cell * beads + move] ?? 0;
    if (score === Number.NEGATIVE_INFINITY) continue;
    const before = cellBefore(band, i, j, Math.floor(move / side) + 1, (move % side) + 1);
    if (before >= 0) visit(before, move, score);
  }
  const above = cellBefore(band, i, j, 1, 0);
  if (above >= 0) visit(above, beads, frGaps[i - 1] ?? 0);
  const left = cellBefore(band, i, j, 0, 1);
  if (left >= 0) visit(left, beads + 1, enGaps[j - 1] ?? 0);
}

/** What is so much less likely, in logs, is lost in the rounding of a sum. */
const NOTHING_TO_ADD = 40;

function addLogs(a: number, b: number): number {
  if (a === Number.NEGATIVE_INFINITY) return b;
  if (b === Number.NEGATIVE_INFINITY) return a;
  const high = Math.max(a, b);
  const distance = high - Math.min(a, b);
  return distance > NOTHING_TO_ADD ? high : high + Math.log1p(Math.exp(-distance));
}
