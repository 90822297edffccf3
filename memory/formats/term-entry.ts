import type { NewEntry } from '../model/termbase.ts';

/** What a reader of terms found, in the order of the file. `line` is 1-based: of a table, its row. */
export type TermFileEntry =
  | { readonly kind: 'concept'; readonly line: number; readonly entry: NewEntry }
  | { readonly kind: 'refused'; readonly line: number; readonly reason: string };
