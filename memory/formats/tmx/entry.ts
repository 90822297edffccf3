import type { BlockKind } from '../../model/document.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { NewUnit } from '../../model/unit.ts';

/** Where a unit stands in the bilingual document it comes from. */
export interface TmxPlace {
  /** Names the document within the file: units that share it are of one document. */
  readonly document: string;
  /** 0-based place among the units of the document; absent where the file does not say. */
  readonly position?: number;
  readonly provenance: Provenance;
  /** What the block is there for in which it stands: a heading, a caption. */
  readonly block?: BlockKind;
}

/** A unit as it is written to TMX and read from it. */
export interface TmxUnit {
  readonly unit: NewUnit;
  readonly place?: TmxPlace;
  /** Its identity where Calque wrote the file. */
  readonly id?: string;
}

/** Why a `tu` gives no unit. */
export type Refusal = 'no-french' | 'no-english' | 'empty-side' | 'unknown-language' | 'too-many-variants';

/** What a reader found, in the order of the file. `line` and `column` are where its `tu` begins, 1-based. */
export type TmxEntry =
  | ({ readonly kind: 'unit'; readonly line: number } & TmxUnit)
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly column: number;
      readonly refusal: Refusal;
      readonly reason: string;
    }
  /** Variants in further languages beside a French–English pair, by their language as written. */
  | { readonly kind: 'other-languages'; readonly line: number; readonly languages: readonly string[] };
