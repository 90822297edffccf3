/** A pair of words, by vocabulary index, and how likely each is the translation of the other, 0–1. */
export interface Link {
  readonly fr: number;
  readonly en: number;
  readonly enGivenFr: number;
  readonly frGivenEn: number;
}

/** Links by their French word, in columns: those of word `f` stand from `start[f]` to `start[f + 1]`. */
export interface LinkTable {
  readonly start: Int32Array;
  readonly en: Int32Array;
  readonly enGivenFr: Float32Array;
  readonly frGivenEn: Float32Array;
}

/**
 * One table of several sources. Where sources speak of the same pair, each is an independent reason to believe it,
 * so doubts are multiplied (a noisy or).
 */
export function tabulate(frWords: number, sources: readonly Iterable<Link>[]): LinkTable {
  const rows: Map<number, { enGivenFr: number; frGivenEn: number }>[] = Array.from(
    { length: frWords },
    () => new Map(),
  );
  let size = 0;
  for (const source of sources) {
    for (const link of source) {
      const row = rows[link.fr];
      if (row === undefined) continue;
      const known = row.get(link.en);
      if (known === undefined) {
        row.set(link.en, { enGivenFr: link.enGivenFr, frGivenEn: link.frGivenEn });
        size++;
      } else {
        known.enGivenFr = 1 - (1 - known.enGivenFr) * (1 - link.enGivenFr);
        known.frGivenEn = 1 - (1 - known.frGivenEn) * (1 - link.frGivenEn);
      }
    }
  }
  const table = {
    start: new Int32Array(frWords + 1),
    en: new Int32Array(size),
    enGivenFr: new Float32Array(size),
    frGivenEn: new Float32Array(size),
  };
  let at = 0;
  rows.forEach((row, fr) => {
    table.start[fr] = at;
    for (const [en, value] of row) {
      table.en[at] = en;
      table.enGivenFr[at] = value.enGivenFr;
      table.frGivenEn[at] = value.frGivenEn;
      at++;
    }
  });
  table.start[frWords] = at;
  return table;
}
