import { describe, expect, it } from 'vitest';
import { lexiconFrom } from '../../../memory/alignment/lexicon.ts';

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
