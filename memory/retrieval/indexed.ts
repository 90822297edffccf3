import { profileOf } from '../match/profile.ts';
import { LANGUAGES } from '../model/language.ts';
import type { UnitId } from '../model/unit.ts';
import { FragmentIndex } from './fragments/fragment-index.ts';
import { FuzzySearch } from './index/fuzzy.ts';
import type { IndexStorage, WantedWords } from './index/index-port.ts';
import { inOneNumbering } from './index/one-numbering.ts';
import { type QueryWords, queryWords } from './index/query-words.ts';
import { StemDirectories } from './index/stem-directory.ts';
import { numberWord, type WordId } from './index/word-ids.ts';
import { findMatches } from './match-search.ts';
import { matchOf } from './matching.ts';
import { type PreparedQuery, prepareQuery } from './prepared.ts';
import { RelatedIndex } from './related-index.ts';
import { mostShown, relatedOf } from './related-search.ts';
import type { Findings, StagedRetrieval, Tiers, Took } from './retrieval.ts';

/**
 * Finds suggestions through the inverted index: the same matches as by looking at every unit, fast.
 * @param now the time in milliseconds, by which tiers are measured; none are where it is absent
 */
export function indexedRetrieval(storage: IndexStorage, now?: () => number): StagedRetrieval {
  const search = new FuzzySearch();
  const directories = new StemDirectories();
  const relatedIndex = new RelatedIndex(storage, directories);
  const fragmentIndex = new FragmentIndex(storage, (blocks, language) => relatedIndex.translations(blocks, language));
  const unitsOf = (ids: readonly UnitId[]) => storage.unitsInContext(ids);

  async function timed<T>(tier: keyof Tiers, took: Took | undefined, work: () => Promise<T>): Promise<T> {
    if (now === undefined || took === undefined) return work();
    const begun = now();
    try {
      return await work();
    } finally {
      took(tier, (now() - begun) / 1_000);
    }
  }

  async function find(prepared: PreparedQuery, tiers: Tiers, took: Took | undefined): Promise<Findings> {
    const { sourceLanguage } = prepared.query;
    const languages = tiers.related || tiers.fragments ? LANGUAGES : [sourceLanguage];
    const { blocks, words } = await storage.blocksAndWords(languages, wantedWords(prepared));
    const directory = directories.of(blocks, sourceLanguage);
    const matches = tiers.matches
      ? await timed('matches', took, () =>
          findMatches(storage, search, blocks, directory, prepared, queried(prepared, words)),
        )
      : [];
    const related = tiers.related
      ? await timed('related', took, async () =>
          relatedOf(prepared, await relatedIndex.find(blocks, prepared), matches, unitsOf),
        )
      : [];
    const fragments = tiers.fragments ? await timed('fragments', took, () => fragmentIndex.find(blocks, prepared)) : [];
    return { matches: matches.map((scored) => matchOf(prepared, scored)), related, fragments };
  }

  return {
    async find(query, tiers, took) {
      const prepared = prepareQuery(query);
      if (prepared.profile.tokens.length === 0) return { matches: [], related: [], fragments: [] };
      // Matches alone ask the index once.
      if (!tiers.related && !tiers.fragments) return find(prepared, tiers, took);
      return inOneNumbering(storage, () => find(prepared, tiers, took));
    },

    async relatedUnits(query, took) {
      const prepared = prepareQuery(query);
      if (prepared.profile.tokens.length === 0) return { units: [] };
      const found = await inOneNumbering(storage, async () => {
        const blocks = await storage.indexBlocks(LANGUAGES);
        return timed('related', took, () => relatedIndex.find(blocks, prepared));
      });
      return { units: mostShown(found, query.limit) };
    },

    async shownRelated(query, found, matches, took) {
      const shown = matches.map(({ unitId, source }) => ({ unitId, stored: profileOf(source, query.sourceLanguage) }));
      const related = await timed('related', took, () => relatedOf(prepareQuery(query), found, shown, unitsOf));
      return { related };
    },
  };
}

/** The words of the text, and after them its numbers, each once. */
function wantedWords({ query, profile }: PreparedQuery): WantedWords {
  const numbers = [...new Set(profile.numbers)].map(numberWord);
  return {
    language: query.sourceLanguage,
    forms: [...profile.forms, ...numbers],
    stems: [...profile.stems, ...numbers],
  };
}

/** @param words the numbers of the {@link wantedWords} */
function queried({ profile: { forms } }: PreparedQuery, words: readonly WordId[]): QueryWords {
  return queryWords(words.slice(0, forms.length), words.slice(forms.length));
}
