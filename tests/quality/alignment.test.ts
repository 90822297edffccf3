import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readArticlePair } from '../../memory/alignment/article.ts';
import type { AlignmentOptions } from '../../memory/alignment/sentences.ts';
import { alignSentences } from '../../memory/alignment/sentences.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { f1, type GoldArticle, judge, readGold, shuffled, thinned } from './alignment/gold.ts';
import { trainedOnProse } from './alignment/lexicon.ts';

const SETS = ['mersenne-fren', 'student-fren'] as const;
const RATES = [0, 0.1, 0.2, 0.3] as const;
const NEEDS = [...SETS.map((set) => `corpora/alignment/${set}`), 'corpora/prose.tsv.gz'];

/** hunalign with realignment and no dictionary, from ../shared/corpora/alignment/README.md; by set and rate. */
const HUNALIGN = { 'mersenne-fren': [0.991, 0.909, 0.804, 0.684], 'student-fren': [0.979, 0.837, 0.767, 0.66] };

/** Just under what was reached with nothing learnt but from the document itself. */
const REACHED = { 'mersenne-fren': [0.994, 0.974, 0.953, 0.92], 'student-fren': [0.996, 0.983, 0.963, 0.938] };
/** With what `calque train` learns from this many pairs. */
const TRAINED_ON = 30_000;
const REACHED_WHEN_TRAINED = {
  'mersenne-fren': [0.994, 0.969, 0.953, 0.922],
  'student-fren': [0.996, 0.982, 0.965, 0.943],
};
const LOST_BY_MOVING = 0.008;
/** Blocks of consecutive sentences of news that are held against their own translation and that of the next block. */
const BLOCKS = 100;
/** How far, on average, a confidence is from the share of right beads at that confidence. */
const CALIBRATION_ERROR = 0.01;

interface Judged {
  readonly confidence: number;
  readonly right: boolean;
}

/** @param options of each article in turn; none where absent */
function alignAndJudge(
  articles: readonly GoldArticle[],
  options: readonly AlignmentOptions[] = [],
): { score: number; beads: Judged[] } {
  const beads: Judged[] = [];
  const tallies = articles.map((article, place) => {
    const sentences = (texts: readonly string[]) => texts.map((text) => ({ text }));
    const linked = alignSentences(sentences(article.fr), sentences(article.en), options[place]).filter(
      ({ fr, en }) => fr.length > 0 && en.length > 0,
    );
    const tally = judge(article, linked);
    linked.forEach(({ confidence }, k) => {
      beads.push({ confidence, right: tally.right[k] ?? false });
    });
    return tally;
  });
  return { score: f1(tallies), beads };
}

/** Beads in bins of confidence: how many, how sure they were, how many were right. */
function reliability(beads: readonly Judged[]) {
  const bounds = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1];
  return bounds.slice(1).map((to, k) => {
    const from = bounds[k] ?? 0;
    const bin = beads.filter(({ confidence }) => confidence >= from && confidence < to);
    const count = Math.max(1, bin.length);
    const sure = bin.reduce((sum, { confidence }) => sum + confidence, 0) / count;
    return { from, to, beads: bin.length, sure, right: bin.filter(({ right }) => right).length / count };
  });
}

const rounded = (value: number) => Number(value.toFixed(4));

describe('alignment', () => {
  const gold = new Map<string, GoldArticle[]>();
  beforeAll(() => {
    if (needsShared(...NEEDS).skip !== true) for (const set of SETS) gold.set(set, readGold(set));
  });
  const articles = (set: string) => gold.get(set) ?? [];

  it('aligns 10,000 sentences with 10,000 in bounded memory', needsShared(...NEEDS), () => {
    const all = SETS.flatMap(articles);
    const many = (side: 'fr' | 'en') => {
      const sentences = all.flatMap((article) => article[side].map((text) => ({ text })));
      return Array.from({ length: 10_000 }, (_, k) => sentences[k % sentences.length] ?? { text: '' });
    };
    const [fr, en] = [many('fr'), many('en')];
    const before = process.resourceUsage().maxRSS;
    const start = performance.now();
    const used = process.cpuUsage();
    const linked = alignSentences(fr, en).filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(used);
    const grown = (process.resourceUsage().maxRSS - before) / 2 ** 10;
    console.log(
      `10,000 × 10,000: ${seconds.toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor time, ${grown.toFixed(0)} MB more at the peak, ${linked.length} beads`,
    );
    expect(linked.length).toBeGreaterThan(9_500);
    expect(grown).toBeLessThan(500);
  });

  it(
    'reaches its figures on hand-checked articles, with an empty memory and with a lexicon',
    needsShared(...NEEDS),
    async () => {
      const trained = await trainedOnProse(TRAINED_ON);
      const judged: Judged[] = [];
      const rows = await Promise.all(
        SETS.flatMap((set) => RATES.map((rate, k) => ({ set, rate, k }))).map(async ({ set, rate, k }) => {
          const thin = articles(set).map((article) => thinned(article, rate));
          const alone = alignAndJudge(thin);
          judged.push(...alone.beads);
          const words = await Promise.all(thin.map(({ fr, en }) => trained(fr.join('\n'), en.join('\n'))));
          const taught = alignAndJudge(thin, words);
          return { set, rate, k, alone: alone.score, taught: taught.score, hunalign: HUNALIGN[set][k] ?? 1 };
        }),
      );
      console.log('F1; removed: share of the sentences taken out of each side');
      console.table(
        rows.map(({ set, rate, alone, taught, hunalign }) => ({
          set,
          removed: rate,
          'Calque, empty memory': rounded(alone),
          [`calque train, ${TRAINED_ON} pairs`]: rounded(taught),
          hunalign,
        })),
      );
      const bins = reliability(judged);
      console.log('What a confidence means (empty memory, all sets and rates)');
      console.table(bins.map((bin) => ({ ...bin, sure: rounded(bin.sure), right: rounded(bin.right) })));
      for (const { set, k, alone, taught } of rows) {
        expect(alone).toBeGreaterThanOrEqual(REACHED[set][k] ?? 1);
        expect(taught).toBeGreaterThanOrEqual(REACHED_WHEN_TRAINED[set][k] ?? 1);
      }
      const error = bins.reduce((sum, bin) => sum + bin.beads * Math.abs(bin.sure - bin.right), 0) / judged.length;
      expect(error).toBeLessThan(CALIBRATION_ERROR);
    },
  );

  it.each(SETS)('loses little of %s when two paragraphs are moved', needsShared(...NEEDS), (set) => {
    const still = alignAndJudge(articles(set)).score;
    const moved = alignAndJudge(articles(set).map(shuffled)).score;
    console.log(`${set}: two paragraphs moved, F1 ${rounded(moved)}, lost ${rounded(still - moved)}`);
    expect(still - moved).toBeLessThanOrEqual(LOST_BY_MOVING);
  });

  it('says when texts are doubtful, the more often the shorter they are', needsShared('corpora/news-dev.tsv'), () => {
    const pairs = readFileSync(sharedPath('corpora', 'news-dev.tsv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    const told = (from: number, beside: number, sentences: number) => {
      const text = (side: 0 | 1, at: number) => pairs.slice(at, at + sentences).map((pair) => pair[side]);
      try {
        const { warnings } = readArticlePair(text(1, from).join('\n'), text(0, from + beside).join('\n'));
        return warnings.some(({ code }) => code === 'doubtful-texts') ? 'doubtful' : 'taken';
      } catch {
        return 'refused';
      }
    };
    const rows = [1, 2, 3, 4, 6, 10, 15].map((sentences) => {
      const starts = Array.from({ length: BLOCKS }, (_, k) =>
        Math.floor((k * (pairs.length - 3 * sentences)) / BLOCKS),
      );
      const share = (beside: number, what: string) =>
        starts.filter((from) => told(from, beside, sentences) === what).length / BLOCKS;
      return {
        sentences,
        'true: refused': share(0, 'refused'),
        'true: doubtful': share(0, 'doubtful'),
        'next block: refused': share(sentences, 'refused'),
        'next block: taken without a word': share(sentences, 'taken'),
      };
    });
    console.table(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, at]) => [name, rounded(at)]))));
    for (const row of rows) {
      expect(row['true: refused'] + row['true: doubtful']).toBeLessThanOrEqual(0.05);
      expect(row['next block: taken without a word']).toBeLessThanOrEqual(row.sentences === 1 ? 0.2 : 0.05);
    }
  });

  it('tells articles that have nothing to do with each other', needsShared(...NEEDS), () => {
    const all = SETS.flatMap(articles);
    const related = (fr: GoldArticle | undefined, en: GoldArticle | undefined): boolean => {
      try {
        readArticlePair(fr?.fr.join('\n') ?? '', en?.en.join('\n') ?? '');
        return true;
      } catch (error) {
        if (error instanceof CalqueError && error.code === 'unrelated-texts') return false;
        throw error;
      }
    };
    const half = ({ name, fr, en }: GoldArticle, first: boolean): GoldArticle => ({
      name,
      fr: first ? fr.slice(0, fr.length / 2) : fr.slice(fr.length / 2),
      en: first ? en.slice(0, en.length / 2) : en.slice(en.length / 2),
      beads: [],
    });
    expect(all.map((article) => related(article, article))).toEqual(all.map(() => true));
    const thin = all.map((article) => thinned(article, 0.3));
    expect(thin.map((article) => related(article, article))).toEqual(all.map(() => true));
    expect(all.map((article) => related(half(article, true), half(article, false)))).toEqual(all.map(() => false));
    expect(all.map((article, k) => related(article, all[(k + 5) % all.length]))).toEqual(all.map(() => false));
  });
});
