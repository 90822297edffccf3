import { describe, expect, it } from 'vitest';
import { comparePairs } from '../../../../memory/alignment/review/stored-pairs.ts';
import type { PairTexts } from '../../../../memory/model/review.ts';

const ARTICLE: readonly PairTexts[] = [
  { fr: 'Le port ouvre lundi.', en: 'The port opens on Monday.' },
  { fr: 'La grue est neuve.', en: 'The crane is new.' },
  { fr: 'Lire', en: 'Read' },
  { fr: 'Le quai reste fermé.', en: 'The quay remains closed.' },
  { fr: 'Lire', en: 'Read' },
];
const STORED = ARTICLE.map((texts, id) => ({ id, version: 1, status: 'draft' as const, ...texts }));

/** Each piece of news as `kind`, the stored pair and the bead. */
const told = (beads: readonly PairTexts[], stored = STORED) =>
  comparePairs(stored, beads).map((news) => [
    news.kind,
    'stored' in news ? news.stored.id : undefined,
    'bead' in news ? news.bead : undefined,
  ]);

describe('an article that comes again', () => {
  it('is found again sentence by sentence, the repeated ones too', () => {
    expect(told(ARTICLE)).toEqual(ARTICLE.map((_, place) => ['same', place, place]));
  });

  it('shows what was added, removed and reworded, in its place', () => {
    const again = [
      { fr: 'Une photo du port.', en: 'A picture of the harbour.' },
      { fr: 'Le port ouvre mardi.', en: 'The port opens on Tuesday.' },
      ...ARTICLE.slice(2, 4),
      { fr: 'Tout est prêt.', en: 'All is ready.' },
    ];
    expect(told(again)).toEqual(
      [
        ['added', undefined, 0],
        ['reworded', 0, 1],
        ['removed', 1, undefined],
        ['same', 2, 2],
        ['same', 3, 3],
        ['removed', 4, undefined],
        ['added', undefined, 4],
      ].toSorted((a, b) => order(a) - order(b)),
    );
  });

  it('takes a pair for reworded of which one side alone was changed throughout', () => {
    const again = ARTICLE.with(3, { fr: 'Le quai reste fermé.', en: 'Anglers must wait.' });
    expect(told(again)[3]).toEqual(['reworded', 3, 3]);
  });

  it('is another article where nothing is alike', () => {
    const kinds = told([{ fr: 'Un.', en: 'One.' }]).map(([kind]) => kind);
    expect(kinds).toEqual([...ARTICLE.map(() => 'removed'), 'added']);
    expect(told(ARTICLE, [])).toEqual(ARTICLE.map((_, place) => ['added', undefined, place]));
  });
});

/** What was removed stands behind the bead of the pair that it stood behind. */
function order([kind, stored, bead]: readonly unknown[]): number {
  return kind === 'removed' ? (stored === 1 ? 1.5 : 3.5) : Number(bead);
}
