import type { NewUnit } from '../model/unit.ts';
import type { TmxPlace } from './tmx/entry.ts';

/** What a reader of pairs found, in the order of the file. `line` and `column` are 1-based: of a table, the row alone. */
export type ImportEntry =
  | UnitEntry
  | { readonly kind: 'refused'; readonly line: number; readonly column?: number; readonly reason: string }
  /** Variants in further languages beside a French–English pair, by their language as written. */
  | { readonly kind: 'other-languages'; readonly line: number; readonly languages: readonly string[] };

/** A pair that can be stored. */
export interface UnitEntry {
  readonly kind: 'unit';
  readonly line: number;
  readonly unit: NewUnit;
  readonly place?: TmxPlace;
}

/** What a reader needs of the file around the entries. */
export interface ImportOptions {
  /** Names the file in errors. */
  readonly name: string;
  /** The origin of units that state none. */
  readonly source: string;
}
