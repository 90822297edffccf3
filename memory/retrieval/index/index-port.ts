import type { InlineContent } from '../../model/inline.ts';
import type { Language } from '../../model/language.ts';
import type { TranslationUnit, UnitId, UnitInContext } from '../../model/unit.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { BlockSide } from './block.ts';
import type { WordId } from './word-ids.ts';

/** Some units of the index, in memory. Never changes. */
export interface IndexBlock {
  readonly units: Uint32Array;
  readonly memories: Uint32Array;
  readonly fr: BlockSide;
  readonly en: BlockSide;
  /** The ordinals, in a language, of the units in the slots. */
  ordinals(language: Language): Uint16Array;
  /** By the ordinals of a language, those that the same units have in the other. */
  counterparts(language: Language): Uint16Array;
  /** Whether what the block says of the unit in a slot holds no more: it was changed or deleted. */
  isDead(slot: number): boolean;
}

/** A unit that stands near another. */
export interface NearUnit {
  readonly of: UnitId;
  readonly unitId: UnitId;
  /** How many places behind the other: 1 for the next, −1 for the one before. */
  readonly places: number;
}

/** What a unit's place among others goes by, but for where it stands. */
export interface UnitSource extends Pick<TranslationUnit, 'id' | 'memoryId' | 'status' | 'origin' | 'changedAt'> {
  /** The side that is looked up, by which it is rated. */
  readonly content: InlineContent;
}

/** Words whose numbers are wanted: forms of a language, with the stem of each, in parallel. */
export interface WantedWords {
  readonly language: Language;
  readonly forms: readonly string[];
  readonly stems: readonly string[];
}

/** Blocks and the numbers of words as they were at one moment, so that they go together. */
export interface BlocksAndWords {
  readonly blocks: readonly IndexBlock[];
  readonly words: readonly WordId[];
}

/** The storage that a search of the index needs. */
export interface IndexStorage {
  /** Which numbers the words of the index have: others after it was replaced by one built anew. */
  numbering(): Promise<number>;
  /** The blocks of the index as it is now, with the sides in these languages. */
  indexBlocks(languages: readonly Language[]): Promise<readonly IndexBlock[]>;
  /**
   * The numbers of words. @param forms with the stem of each, in parallel
   * @returns `UNKNOWN` for a form whose stem no stored text has
   */
  wordIds(language: Language, forms: readonly string[], stems: readonly string[]): Promise<readonly WordId[]>;
  /** {@link indexBlocks} and {@link wordIds} at once. */
  blocksAndWords(languages: readonly Language[], wanted: WantedWords): Promise<BlocksAndWords>;
  /** The bilingual lexicon in use; none where none was learnt since the words were numbered. */
  lexicon(): Promise<Lexicon | undefined>;
  /** The units that stand near some others in a document, at most `reach` places away. */
  unitsNear(ids: readonly UnitId[], reach: number): Promise<readonly NearUnit[]>;
  /** What ranks units, of those that are there still; cheaper to read than all of them. @param language of the sources */
  sources(ids: readonly UnitId[], language: Language): Promise<readonly UnitSource[]>;
  /** Those of the units that are there still, in ascending id. */
  unitsInContext(ids: readonly UnitId[]): Promise<readonly UnitInContext[]>;
}
