import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confidenceOf, type Statistics, termsOf, weightsOf } from '../../../memory/retrieval/related.ts';
import { tokenize } from '../../../memory/text/tokenize.ts';

const terms = (text: string) => termsOf(tokenize(text, 'fr'), 'fr');
const statistics = (frequency: Record<string, number>): Statistics => ({
  sentences: 100,
  meanLength: 5,
  frequency: new Map(Object.entries(frequency)),
});

describe('termsOf', () => {
  it('counts the stems of content words and numbers', () => {
    const { counts, length } = terms('Le logiciel et les logiciels de 2021, n’est-ce pas ?');
    expect(Object.fromEntries(counts)).toEqual({ logiciel: 2, '2021': 1 });
    expect(length).toBe(3);
  });
});

describe('weightsOf', () => {
  it('gives rare stems more, and never less than nothing', () => {
    const weights = weightsOf(terms('logiciel espion Pegasus'), statistics({ logiciel: 100, espion: 10 }));
    const [common = -1, some = 0, rare = 0] = [...weights.values()];
    expect(common).toBeGreaterThanOrEqual(0);
    expect(some).toBeGreaterThan(common);
    expect(rare).toBeGreaterThan(some);
  });
});

describe('confidenceOf', () => {
  const known = statistics({ logiciel: 20, espion: 5, pegasus: 3, achat: 8, franc: 30 });
  const query = terms('logiciel espion Pegasus achat France');
  const weights = weightsOf(query, known);
  const of = (text: string) => confidenceOf(weights, terms(text), known);

  it('rises with what is shared and with how rare it is', () => {
    const rising = [
      'France',
      'Pegasus',
      'espion Pegasus',
      'logiciel espion Pegasus',
      'logiciel espion Pegasus achat',
    ].map(of);
    expect(rising).toEqual(rising.toSorted((a, b) => a - b));
    expect(new Set(rising).size).toBe(rising.length);
  });

  it('is less in a longer sentence', () => {
    expect(of('espion Pegasus et bien des choses encore autour du sujet')).toBeLessThan(of('espion Pegasus'));
  });

  it('is nothing when nothing is shared, and from 0 to 1 always', () => {
    expect(of('champignon')).toBe(0);
    expect(of('')).toBe(0);
    fc.assert(
      fc.property(fc.array(fc.constantFrom('logiciel', 'espion', 'Pegasus', 'achat', 'France', 'autre')), (words) => {
        const confidence = of(words.join(' '));
        expect(confidence >= 0 && confidence <= 1).toBe(true);
      }),
    );
  });
});
