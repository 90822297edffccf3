import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bead } from '../../../memory/model/bitext.ts';
import { sharedPath } from '../../support/shared.ts';

/** A hand-checked article: one sentence a line, and the beads that are right. */
export interface GoldArticle {
  readonly name: string;
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly Link[];
}

/** A bead of which only the sentences count. */
type Link = Pick<Bead, 'fr' | 'en'>;

/** Counts that add up over articles. */
export interface Tally {
  readonly correct: number;
  readonly predicted: number;
  readonly found: number;
  readonly gold: number;
}

export function readGold(set: string): GoldArticle[] {
  const folder = sharedPath('corpora', 'alignment', set);
  return readdirSync(folder).map((name) => {
    const lines = (file: string) =>
      readFileSync(join(folder, name, file), 'utf8')
        .replace(/\n$/, '')
        .split('\n');
    const beads = lines('gold.links').map((line): Link => {
      const [fr = [], en = []] = line.split(':').map((side) => JSON.parse(side) as number[]);
      return { fr, en };
    });
    return { name, fr: lines('fr.sent'), en: lines('en.sent'), beads };
  });
}

/** The article without the sentences that ../shared/corpora/alignment/README.md removes at this rate, 0–1. */
export function thinned(article: GoldArticle, rate: number): GoldArticle {
  const kept = (sentences: readonly string[], mark: string) =>
    sentences.map((_, i) => i).filter((i) => draw(`${article.name}${mark}${i}`) >= rate);
  return picked(article, kept(article.fr, 'f'), kept(article.en, 'e'));
}

/** The article with two blocks of about a paragraph each moved elsewhere in the English, between gold beads. */
export function shuffled(article: GoldArticle): GoldArticle {
  const starts = article.beads.map(({ en }) => Math.min(...en)).toSorted((a, b) => a - b);
  const at = (share: number, after = 0) => starts[Math.floor(starts.length * share) + after] ?? article.en.length;
  const [a, b, c, d, e, f] = [at(0.2), at(0.2, 5), at(0.4), at(0.6), at(0.8), at(0.8, 4)];
  const pieces = [
    [0, a],
    [b, c],
    [e, f],
    [c, d],
    [a, b],
    [d, e],
    [f, article.en.length],
  ] as const;
  const order = pieces.flatMap(([from, to]) => Array.from({ length: to - from }, (_, k) => from + k));
  return picked(article, [...article.fr.keys()], order);
}

/** Precision and recall ask for consistency with the gold beads, as the README there defines it. */
export function judge(article: GoldArticle, beads: readonly Link[]): Tally & { readonly right: readonly boolean[] } {
  const ofFr = new Map(article.beads.flatMap(({ fr }, k) => fr.map((i) => [i, k] as const)));
  const ofEn = new Map(article.beads.flatMap(({ en }, k) => en.map((j) => [j, k] as const)));
  const covered = article.beads.map(() => 0);
  const right = beads.map(({ fr, en }) => {
    const bead = ofFr.get(fr[0] ?? -1);
    if (bead === undefined) return false;
    const within = fr.every((i) => ofFr.get(i) === bead) && en.every((j) => ofEn.get(j) === bead);
    if (within) covered[bead] = (covered[bead] ?? 0) + fr.length + en.length;
    return within;
  });
  return {
    right,
    correct: right.filter(Boolean).length,
    predicted: beads.length,
    found: article.beads.filter(({ fr, en }, k) => covered[k] === fr.length + en.length).length,
    gold: article.beads.length,
  };
}

export function f1(tallies: readonly Tally[]): number {
  const sum = (field: keyof Tally) => tallies.reduce((total, tally) => total + tally[field], 0);
  const precision = sum('correct') / sum('predicted');
  const recall = sum('found') / sum('gold');
  return (2 * precision * recall) / (precision + recall);
}

function picked(article: GoldArticle, fr: readonly number[], en: readonly number[]): GoldArticle {
  const newFr = new Map(fr.map((old, now) => [old, now]));
  const newEn = new Map(en.map((old, now) => [old, now]));
  const renumber = (old: readonly number[], now: ReadonlyMap<number, number>) =>
    old.map((index) => now.get(index)).filter((index) => index !== undefined);
  return {
    name: article.name,
    fr: fr.map((index) => article.fr[index] ?? ''),
    en: en.map((index) => article.en[index] ?? ''),
    beads: article.beads
      .map((bead) => ({ fr: renumber(bead.fr, newFr), en: renumber(bead.en, newEn) }))
      .filter((bead) => bead.fr.length > 0 && bead.en.length > 0),
  };
}

/** A number from 0 to 1 that is always the same for the same text. */
function draw(text: string): number {
  return Number.parseInt(createHash('md5').update(text).digest('hex').slice(0, 8), 16) / 2 ** 32;
}
