import { describe, expect, it } from 'vitest';
import { stemEnglish } from '../../../../memory/text/stem/english.ts';

/** Words and their stems as the algorithm's authors give them, and forms of words the news is made of. */
const STEMS: Readonly<Record<string, string>> = {
  consigned: 'consign',
  consignment: 'consign',
  consistency: 'consist',
  consistently: 'consist',
  consolation: 'consol',
  consolatory: 'consolatori',
  consolidating: 'consolid',
  consolingly: 'consol',
  consonant: 'conson',
  conspicuously: 'conspicu',
  conspiracy: 'conspiraci',
  conspirators: 'conspir',
  constables: 'constabl',
  constancy: 'constanc',
  knackeries: 'knackeri',
  knaves: 'knave',
  kneeling: 'kneel',
  knightly: 'knight',
  knitting: 'knit',
  knives: 'knive',
  knocker: 'knocker',
  generate: 'generat',
  generally: 'general',
  communication: 'communic',
  hopping: 'hop',
  hoping: 'hope',
  luxuriating: 'luxuri',
  agreed: 'agre',
  feed: 'feed',
  ties: 'tie',
  cries: 'cri',
  gas: 'gas',
  gaps: 'gap',
  by: 'by',
  say: 'say',
  cry: 'cri',
  skies: 'sky',
  dying: 'die',
  news: 'news',
  exceed: 'exceed',
  proceeds: 'proceed',
  relational: 'relat',
  hopefulness: 'hope',
  youth: 'youth',
  enjoying: 'enjoy',
  negotiations: 'negoti',
  negotiating: 'negoti',
  agencies: 'agenc',
  agency: 'agenc',
};

describe('stemEnglish', () => {
  it.each(Object.entries(STEMS))('%s → %s', (word, expected) => {
    expect(stemEnglish(word)).toBe(expected);
  });

  it('takes a possessive off', () => {
    expect(["group's", "groups'", 'groups'].map(stemEnglish)).toEqual(['group', 'group', 'group']);
  });

  it('leaves the shortest words and the empty one alone', () => {
    for (const word of ['', 'a', "'", 'is', 'us']) expect(stemEnglish(word)).toBe(word);
  });
});
