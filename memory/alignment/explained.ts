import type { LinkTable } from './links.ts';
import type { WordPair } from './model-one.ts';
import { type Side, WORD_CLASSES, type WordClass } from './vocabulary.ts';

/** How often a word of each class, in a true bead, is one that the links can explain, 0–1. */
export type Explained = Readonly<Record<WordClass, number>>;

/** Before anything is known of the texts: most names and numbers are kept, of other words the cognates. */
export const USUALLY_EXPLAINED: Explained = { word: 0.3, name: 0.75, number: 0.85, mark: 0.5, credit: 0.95 };

/** The usual shares count as much as so many words seen. */
const USUAL_WEIGHT = 100;
const MOST = 0.97;

/**
 * How often words are explained in these beads, by one step of expectation maximisation. The links must not have been
 * learnt from the same beads, or they would praise themselves.
 */
export function measureExplained(fr: Side, en: Side, links: LinkTable, beads: readonly WordPair[]): Explained {
  const seen = new Map(
    WORD_CLASSES.map((name) => [name, { explained: USUALLY_EXPLAINED[name] * USUAL_WEIGHT, all: USUAL_WEIGHT }]),
  );
  for (const bead of beads) {
    const forFr = new Map<number, number>();
    const forEn = new Map<number, number>();
    const present = new Set(bead.en);
    for (const f of bead.fr) {
      for (let link = links.start[f] ?? 0; link < (links.start[f + 1] ?? 0); link++) {
        const e = links.en[link] ?? 0;
        if (!present.has(e)) continue;
        forEn.set(e, (forEn.get(e) ?? 0) + (links.enGivenFr[link] ?? 0));
        forFr.set(f, (forFr.get(f) ?? 0) + (links.frGivenEn[link] ?? 0));
      }
    }
    count(fr, bead.fr, bead.en.length, forFr, bead.weight);
    count(en, bead.en, bead.fr.length, forEn, bead.weight);
  }
  const shares = WORD_CLASSES.map((name) => {
    const { explained, all } = seen.get(name) ?? { explained: 0, all: 1 };
    return [name, Math.min(MOST, explained / all)] as const;
  });
  return Object.fromEntries(shares) as Record<WordClass, number>;

  function count(
    side: Side,
    words: Int32Array,
    across: number,
    sums: ReadonlyMap<number, number>,
    weight: number,
  ): void {
    for (const word of words) {
      const name = side.words[word]?.class ?? 'word';
      const lambda = USUALLY_EXPLAINED[name];
      const byLinks = (lambda * (sums.get(word) ?? 0)) / (across + 1);
      const alone = (1 - lambda) * wordFrequency(side, word);
      const total = seen.get(name);
      if (total === undefined) continue;
      total.explained += (weight * byLinks) / (byLinks + alone);
      total.all += weight;
    }
  }
}

/** How frequent a word of each class is in the language at large, and how many words of text that counts as. */
const AT_LARGE: Readonly<Record<WordClass, number>> = {
  word: 1e-4,
  name: 1e-4,
  number: 5e-4,
  mark: 0.02,
  credit: 1e-4,
};
const AT_LARGE_WEIGHT = 500;

/** Share of a word among the words of its side; in a short text, much of it is what the language at large has. */
export function wordFrequency(side: Side, word: number): number {
  const atLarge = AT_LARGE[side.words[word]?.class ?? 'word'] * AT_LARGE_WEIGHT;
  return ((side.counts[word] ?? 0) + atLarge) / (side.total + AT_LARGE_WEIGHT);
}
