import { describe, expect, it } from 'vitest';
import { stemFrench } from '../../../../memory/text/stem/french.ts';

/** Words and their stems as the algorithm's authors give them, and forms of words the news is made of. */
const STEMS: Readonly<Record<string, string>> = {
  continu: 'continu',
  continua: 'continu',
  continuait: 'continu',
  continuation: 'continu',
  continuelle: 'continuel',
  continuellement: 'continuel',
  continuerait: 'continu',
  continueront: 'continu',
  continuité: 'continu',
  continuons: 'continuon',
  contractait: 'contract',
  contractions: 'contract',
  contradictoirement: 'contradictoir',
  contrainte: 'contraint',
  contraires: 'contrair',
  mains: 'main',
  maintenaient: 'mainten',
  maintenir: 'mainten',
  maires: 'mair',
  maïs: 'maï',
  maisons: 'maison',
  maîtresses: 'maîtress',
  majestueusement: 'majestu',
  majorité: 'major',
  majorités: 'major',
  maladies: 'malad',
  maladive: 'malad',
  journaux: 'journal',
  bureaux: 'bureau',
  politiques: 'polit',
  négociations: 'négoci',
  négociation: 'négoci',
  récemment: 'récent',
  constamment: 'const',
  accusation: 'accus',
  études: 'étud',
  logiciels: 'logiciel',
  espionnage: 'espionnag',
  ancienne: 'ancien',
  quand: 'quand',
  yeux: 'yeux',
  naïve: 'naïv',
};

describe('stemFrench', () => {
  it.each(Object.entries(STEMS))('%s → %s', (word, expected) => {
    expect(stemFrench(word)).toBe(expected);
  });

  it('leaves the shortest words and the empty one alone', () => {
    for (const word of ['', 'a', 'y', 'le', 'à', 'qu', 'ë']) expect(stemFrench(word)).toBe(word);
  });

  it('brings the forms of one verb together', () => {
    const stems = ['parler', 'parlait', 'parlaient', 'parlé', 'parlée', 'parla'].map(stemFrench);
    expect(new Set(stems)).toEqual(new Set(['parl']));
  });
});
