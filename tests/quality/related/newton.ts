/** Steps taken; near the top each about doubles the digits that are right. */
const STEPS = 20;
/** How often a step that leads down is halved. */
const HALVINGS = 20;

/**
 * Says of an observation what it adds: its values times `residual` to the slope, and their outer product times
 * `variance` to the curvature.
 */
type Add = (values: readonly number[], residual: number, variance: number) => void;

/**
 * Where a concave likelihood is highest, by Newton's method.
 * @param ridge how much each weight is held back
 * @param observe adds every observation, as it is with the weights so far; returns the logarithm of their likelihood
 */
export function maximum(
  dimension: number,
  ridge: number,
  observe: (add: Add, weights: readonly number[]) => number,
): readonly number[] {
  const height = (at: readonly number[]) =>
    observe(() => {}, at) - (ridge / 2) * at.reduce((sum, weight) => sum + weight * weight, 0);
  let weights: readonly number[] = new Array<number>(dimension).fill(0);
  let reached = height(weights);
  for (let step = 0; step < STEPS; step++) {
    const slope = weights.map((weight) => -ridge * weight);
    const curvature = weights.map((_, row) => weights.map((__, column) => (row === column ? ridge : 0)));
    observe((values, residual, variance) => {
      for (const [row, value] of values.entries()) {
        slope[row] = (slope[row] ?? 0) + residual * value;
        const line = curvature[row];
        if (line === undefined || variance === 0) continue;
        for (const [column, other] of values.entries()) line[column] = (line[column] ?? 0) + variance * value * other;
      }
    }, weights);
    const move = solved(curvature, slope);
    for (let halved = 0; halved <= HALVINGS; halved++) {
      const next = weights.map((weight, index) => weight + (move[index] ?? 0) / 2 ** halved);
      const higher = height(next);
      if (higher <= reached) continue;
      weights = next;
      reached = higher;
      break;
    }
  }
  return weights;
}

/** Solves a symmetric, positive definite system by elimination. */
function solved(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  const rows = matrix.map((row, index) => [...row, vector[index] ?? 0]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot++) {
    const line = rows[pivot] ?? [];
    for (const row of rows.slice(pivot + 1)) {
      const factor = (row[pivot] ?? 0) / (line[pivot] ?? 1);
      for (let column = pivot; column <= size; column++)
        row[column] = (row[column] ?? 0) - factor * (line[column] ?? 0);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row--) {
    const line = rows[row] ?? [];
    const known = solution.reduce((sum, value, column) => (column > row ? sum + value * (line[column] ?? 0) : sum), 0);
    solution[row] = ((line[size] ?? 0) - known) / (line[row] ?? 1);
  }
  return solution;
}
