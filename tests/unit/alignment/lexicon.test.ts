import { describe, expect, it } from 'vitest';
import { learnLexicon, lexiconFrom } from '../../../memory/alignment/lexicon.ts';

const PAIRS = [
  { fr: 'Le chien dort.', en: 'The dog sleeps.' },
  { fr: 'Le chien mange.', en: 'The dog eats.' },
  { fr: 'Le chat dort.', en: 'The cat sleeps.' },
  { fr: 'Le chat mange.', en: 'The cat eats.' },
];

describe('learnLexicon', () => {
  it('learns which words go together from sentences alone', () => {
    const [best] = [...learnLexicon(PAIRS).translations('chien')].sort((a, b) => b.enGivenFr - a.enGivenFr);
    expect(best?.en).toBe('dog');
    expect(best?.enGivenFr).toBeGreaterThan(0.5);
    expect(best?.frGivenEn).toBeGreaterThan(0.5);
  });

  it('never gives a probability above one', () => {
    for (const word of ['chien', 'chat']) {
      const sum = [...learnLexicon(PAIRS).translations(word)].reduce((total, { enGivenFr }) => total + enGivenFr, 0);
      expect(sum).toBeLessThanOrEqual(1.000_01);
    }
  });

  it('knows nothing of words it has not seen, and learns nothing from nothing', () => {
    expect([...learnLexicon(PAIRS).translations('cheval')]).toEqual([]);
    expect([...learnLexicon([]).translations('chien')]).toEqual([]);
    expect([...learnLexicon([{ fr: '', en: 'dog' }]).translations('chien')]).toEqual([]);
  });
});

describe('lexiconFrom', () => {
  it('gives every translation of a stem', () => {
    const entries = [
      { fr: 'quai', en: 'quay', enGivenFr: 0.6, frGivenEn: 0.9 },
      { fr: 'port', en: 'port', enGivenFr: 0.8, frGivenEn: 0.7 },
      { fr: 'quai', en: 'platform', enGivenFr: 0.3, frGivenEn: 0.5 },
    ];
    const lexicon = lexiconFrom(entries);
    expect([...lexicon.translations('quai')].map(({ en }) => en)).toEqual(['quay', 'platform']);
    expect([...lexicon.translations('port')]).toMatchObject([{ en: 'port', enGivenFr: 0.8, frGivenEn: 0.7 }]);
    expect([...lexicon.translations('phare')]).toEqual([]);
  });
});
