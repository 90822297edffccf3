import type { NewEntry } from '../model/termbase.ts';

/** What a reader of terms found, in the order of the file. `line` and `column` are 1-based: of a table, the row alone. */
export type TermFileEntry =
  | { readonly kind: 'concept'; readonly line: number; readonly entry: NewEntry }
  | { readonly kind: 'refused'; readonly line: number; readonly column?: number; readonly reason: string };
