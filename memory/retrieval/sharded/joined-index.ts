import type { UnitId } from '../../model/unit.ts';
import type { IndexStorage } from '../index/index-port.ts';
import { JoinedBlocks } from './joined-blocks.ts';

/** What the index of some of the units is asked. */
export type IndexPart = Pick<IndexStorage, 'indexBlocks' | 'unitsNear' | 'sources' | 'unitsInContext'>;

/** Several of them, whose words have the same numbers. */
export interface IndexParts {
  /** Asks all of them at once. */
  each<T>(work: (part: IndexPart) => Promise<T>): Promise<T[]>;
  /** Asks each for those of the units that it keeps. */
  ofAll<T>(
    ids: readonly UnitId[],
    work: (part: IndexPart, own: readonly UnitId[]) => Promise<readonly T[]>,
  ): Promise<T[]>;
}

/** What is known of the words of all parts. */
type Words = Pick<IndexStorage, 'numbering' | 'wordIds' | 'lexicon'>;

/** The index of all units, of which each part has its own: whoever searches it finds what is in any of them. */
export function joinedIndex(words: Words, parts: IndexParts): IndexStorage {
  const joined = new JoinedBlocks();
  const indexBlocks: IndexStorage['indexBlocks'] = async (languages) =>
    joined.of(await parts.each((part) => part.indexBlocks(languages)));
  return {
    numbering: () => words.numbering(),
    wordIds: (...wanted) => words.wordIds(...wanted),
    lexicon: () => words.lexicon(),
    indexBlocks,

    // A word numbered in between stands in no text that was found a moment before.
    async blocksAndWords(languages, { language, forms, stems }) {
      const [blocks, ids] = await Promise.all([indexBlocks(languages), words.wordIds(language, forms, stems)]);
      return { blocks, words: ids };
    },

    unitsNear: (ids, reach) => parts.ofAll(ids, (part, own) => part.unitsNear(own, reach)),
    sources: (ids, language) => parts.ofAll(ids, (part, own) => part.sources(own, language)),
    unitsInContext: async (ids) =>
      (await parts.ofAll(ids, (part, own) => part.unitsInContext(own))).sort((a, b) => a.unit.id - b.unit.id),
  };
}
