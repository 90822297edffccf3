/**
 * The cells of the alignment grid that are looked at: row `i` (French sentences before the cell) holds the columns
 * (English sentences before it) from `from[i]` to `to[i]`, both included. Neither bound ever falls from row to row,
 * and neighbouring rows overlap, so that a path leads from the first cell to the last.
 */
export interface Band {
  readonly rows: number;
  readonly columns: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index of the first cell of each row in arrays over the cells; one more entry for the end. */
  readonly start: Int32Array;
}

/** The whole grid. */
export function wholeGrid(frCount: number, enCount: number): Band {
  return bandAround([], frCount, enCount, Math.max(frCount, enCount));
}

/** A cell that a path leads through. */
export interface Corner {
  readonly fr: number;
  readonly en: number;
}

/**
 * The cells within `radius` of the straight lines that join the corners, in order, from the first cell of the grid
 * to the last. Corners must rise in both directions.
 */
export function bandAround(corners: readonly Corner[], frCount: number, enCount: number, radius: number): Band {
  const from = new Int32Array(frCount + 1).fill(enCount);
  const to = new Int32Array(frCount + 1);
  let last: Corner = { fr: 0, en: 0 };
  for (const corner of [...corners, { fr: frCount, en: enCount }]) {
    const height = corner.fr - last.fr;
    const slope = height === 0 ? 0 : (corner.en - last.en) / height;
    for (let i = last.fr; i <= corner.fr; i++) {
      const low = height === 0 ? last.en : last.en + slope * (i - last.fr - 1);
      const high = height === 0 ? corner.en : last.en + slope * (i - last.fr + 1);
      from[i] = Math.min(from[i] ?? 0, Math.max(0, Math.floor(Math.max(low, last.en) - radius)));
      to[i] = Math.max(to[i] ?? 0, Math.min(enCount, Math.ceil(Math.min(high, corner.en) + radius)));
    }
    last = corner;
  }
  from[0] = 0;
  to[frCount] = enCount;
  for (let i = frCount - 1; i >= 0; i--) from[i] = Math.min(from[i] ?? 0, from[i + 1] ?? 0);
  for (let i = 1; i <= frCount; i++) to[i] = Math.max(to[i] ?? 0, to[i - 1] ?? 0);
  const start = new Int32Array(frCount + 2);
  for (let i = 0; i <= frCount; i++) start[i + 1] = (start[i] ?? 0) + (to[i] ?? 0) - (from[i] ?? 0) + 1;
  return { rows: frCount + 1, columns: enCount + 1, from, to, start };
}

/** Number of cells of a band. */
export function cellCount(band: Band): number {
  return band.start[band.rows] ?? 0;
}
