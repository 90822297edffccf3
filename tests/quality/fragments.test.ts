import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language, otherLanguage } from '../../memory/model/language.ts';
import { indexedRetrieval } from '../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { isFunctionWord } from '../../memory/text/stopwords.ts';
import { tokenize } from '../../memory/text/tokenize.ts';
import { loadProse, readCorpus } from '../support/prose.ts';
import { needsShared } from '../support/shared.ts';

/** Units in the memory, and which of the sentences are looked up. */
const UNITS = 100_000;
const EVERY = 4;

/** Just under what was reached, in per cent. */
const REACHED = {
  'news-dev.tsv': { fr: { covered: 6.1, right: 73 }, en: { covered: 6.8, right: 71.5 } },
  'fuzzy-dev.tsv': { fr: { covered: 26, right: 84 }, en: { covered: 26, right: 82 } },
} as const;
interface Reached {
  readonly covered: number;
  readonly right: number;
}
const CORPORA = ['news-dev.tsv', 'fuzzy-dev.tsv'] as const;

const percent = (part: number, whole: number) => (100 * part) / whole;

/** The content words of a text by their stems. */
function contentStems(text: string, language: Language): readonly string[] {
  return tokenize(text, language)
    .filter(({ kind, norm }) => kind !== 'punctuation' && !isFunctionWord(norm, language))
    .map(({ stem }) => stem);
}

describe('fragments of sentences that no memory holds', () => {
  const needs = needsShared('corpora/prose.tsv.gz', ...CORPORA.map((name) => `corpora/${name}`));

  it('cover some of each, with translations that the sentence’s own translation has', needs, async () => {
    const store = await openSqliteStore(':memory:');
    const memory = await loadProse(store, UNITS);
    const retrieval = indexedRetrieval(store);
    const table: Record<string, Record<string, number | string>> = {};
    const reached: { readonly covered: number; readonly right: number; readonly least: Reached }[] = [];
    for (const [corpus, sourceLanguage] of CORPORA.flatMap((name) =>
      LANGUAGES.map((tongue) => [name, tongue] as const),
    )) {
      const sentences = readCorpus(corpus).filter((_, index) => index % EVERY === 0);
      const targetLanguage = otherLanguage(sourceLanguage);
      const sum = { words: 0, covered: 0, fragments: 0, whole: 0, said: 0, right: 0 };
      const { user, system } = process.cpuUsage();
      for (const [en = '', fr = ''] of sentences) {
        const [text, reference] = sourceLanguage === 'fr' ? [fr, en] : [en, fr];
        const languages = { sourceLanguage, targetLanguage } as const;
        const query = { content: [text], ...languages, memories: [memory], minimumRate: 70, limit: 9 };
        const tiers = { matches: false, related: false, fragments: true };
        const { fragments } = await retrieval.find(query, tiers);
        const expected = new Set(contentStems(reference, targetLanguage));
        sum.words += contentStems(text, sourceLanguage).length;
        for (const { text: piece, translation } of fragments) {
          const stems = contentStems(translation, targetLanguage);
          const right = stems.filter((stem) => expected.has(stem)).length;
          sum.fragments++;
          sum.covered += contentStems(piece, sourceLanguage).length;
          sum.said += stems.length;
          sum.right += right;
          sum.whole += Number(right === stems.length);
        }
      }
      const used = process.cpuUsage({ user, system });
      const covered = percent(sum.covered, sum.words);
      const right = percent(sum.right, sum.said);
      table[`${corpus}, ${sourceLanguage}`] = {
        sentences: sentences.length,
        fragments: sum.fragments,
        'content words covered, %': covered.toFixed(1),
        'words of translations that the reference has, %': right.toFixed(1),
        'translations that it has wholly, %': percent(sum.whole, sum.fragments).toFixed(1),
        'processor time each, ms': ((used.user + used.system) / 1000 / sentences.length).toFixed(1),
      };
      reached.push({ covered, right, least: REACHED[corpus][sourceLanguage] });
    }
    console.table(table);
    for (const { covered, right, least } of reached) {
      expect(covered).toBeGreaterThanOrEqual(least.covered);
      expect(right).toBeGreaterThanOrEqual(least.right);
    }
    await store.close();
  });
});
