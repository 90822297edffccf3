import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../../memory/text/detect.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

describe('detectLanguage', () => {
  it('tells French and English sentences', () => {
    expect(detectLanguage('Le gouvernement a rompu les négociations avec la société.')?.language).toBe('fr');
    expect(detectLanguage('The government broke off its negotiations with the company.')?.language).toBe('en');
  });

  it('is surer of more text', () => {
    const sentence = 'The government broke off its talks. ';
    const one = detectLanguage(sentence)?.confidence ?? 0;
    const ten = detectLanguage(sentence.repeat(10))?.confidence ?? 0;
    expect(ten).toBeGreaterThan(one);
    expect(ten).toBeLessThanOrEqual(1);
  });

  it.each([
    'Die Regierung hat am Dienstag beschlossen, die Verhandlungen mit der Firma abzubrechen.',
    'El gobierno decidió el martes romper las negociaciones con la empresa.',
    'Il governo ha deciso martedì di interrompere i negoziati con la società.',
    'De regering heeft dinsdag besloten de onderhandelingen met het bedrijf af te breken.',
    'O governo decidiu na terça-feira romper as negociações com a empresa.',
    'Hallitus päätti tiistaina katkaista neuvottelut yrityksen kanssa.',
    'Правительство прервало переговоры с компанией.',
    'Lire',
    'Read',
    '12 34 – 56 %',
    '😀😀',
    '\ud800\u0000',
    '',
  ])('tells nothing of “%s”', (text) => {
    expect(detectLanguage(text)).toBeUndefined();
  });

  it('looks at the beginning of a long text only', () => {
    expect(detectLanguage('le gouvernement de la France '.repeat(200_000))?.language).toBe('fr');
  });

  it('knows the real articles', needsShared('articles'), () => {
    const languageIn = (file: string) => detectLanguage(readFileSync(sharedPath(`articles/${file}`), 'utf8'));
    expect(languageIn('mee-2021-11.fr.txt')?.language).toBe('fr');
    expect(languageIn('tech-press-2021-11.fr.txt')?.language).toBe('fr');
    expect(languageIn('mee-2021-11.en.txt')?.language).toBe('en');
  });
});
