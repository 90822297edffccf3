import { describe, expect, it } from 'vitest';
import { adaptTarget } from '../../../memory/match/adapt.ts';
import { profileOf } from '../../../memory/match/profile.ts';
import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import { type Language, otherLanguage } from '../../../memory/model/language.ts';

const adapt = (language: Language, query: string, stored: string, target: string) =>
  adaptTarget(profileOf([query], language), profileOf([stored], language), [target], otherLanguage(language));
const adapted = (...given: Parameters<typeof adapt>) => contentText(adapt(...given)?.target ?? []);

describe('adaptTarget', () => {
  it('lists what it replaced, in the order of the target', () => {
    const stored = 'Le 25 novembre 2021, NSO a vendu 1 234,5 tonnes à 14 h 30.';
    const target = 'At 2.30 pm on November 25, 2021, NSO sold 1,234.5 tonnes.';
    expect(adapt('fr', 'Le 3 mai 2020, NSO a vendu 15 000 tonnes à 9 h 05.', stored, target)).toEqual({
      target: ['At 9.05 am on May 3, 2020, NSO sold 15,000 tonnes.'],
      replaced: [
        { kind: 'time', from: '2.30 pm', to: '9.05 am' },
        { kind: 'date', from: 'November 25, 2021', to: 'May 3, 2020' },
        { kind: 'number', from: '1,234.5', to: '15,000' },
      ],
      grossRate: 99,
    });
  });

  it.each<[Language, string, string, string, string]>([
    ['fr', 'Il a 12 ans', 'Il a 15 ans', 'He is 15', 'He is 12'],
    ['fr', 'Hausse de 2,5 %', 'Hausse de 3 %', 'Up 3%', 'Up 2.5%'],
    ['fr', 'Hausse de 1 %', 'Hausse de 3 %', 'Up 3%', 'Up 1%'],
    ['fr', 'De 5 à 3 pays', 'De 3 à 5 pays', 'From 3 to 5 countries', 'From 5 to 3 countries'],
    ['fr', 'mardi 23 novembre', 'jeudi 25 novembre', 'Thursday 25 November', 'Tuesday 23 November'],
    ['fr', 'le 22 mai', 'le 25 mai', 'May 25th', 'May 22nd'],
    ['fr', 'le 11 mai', 'le 25 mai', 'the 25th of May', 'the 11th of May'],
    ['fr', 'à 15 h', 'à 14 h 30', 'at 14:30', 'at 15:00'],
    ['fr', 'à 0 h 05', 'à 14 h', 'at 2 p.m.', 'at 12:05 a.m.'],
    ['fr', 'en novembre 2021', 'en janvier 2020', 'in Jan. 2020', 'in Nov. 2021'],
    ['en', 'On 1 May 2020', 'On 25 November 2021', 'Le 25 novembre 2021', 'Le 1er mai 2020'],
    ['en', 'Some 12,345.60 euros', 'Some 99.5 euros', 'Quelque 99,5 euros', 'Quelque 12\u202f345,60 euros'],
    [
      'en',
      'Some 1,234,567 people',
      'Some 10,000 people',
      'Quelque 10\u00a0000 personnes',
      'Quelque 1\u00a0234\u00a0567 personnes',
    ],
    ['en', 'At 9 am', 'At 2.30 pm', 'À 14 h 30', 'À 9 h'],
    ['en', 'At 9.15 am', 'At 2 pm', 'À 14h', 'À 9h15'],
    ['en', 'On 2021-11-25', 'On 2020-01-02', 'Le 02/01/2020', 'Le 25/11/2021'],
  ])('in %s: %s, from %s', (language, query, stored, target, expected) => {
    expect(adapted(language, query, stored, target)).toBe(expected);
  });

  it('comes to less where typography differs as well', () => {
    expect(adapt('fr', 'L’an 12 !', "L'an 13 !", 'Year 13!')?.grossRate).toBe(98);
  });

  it.each<[string, Language, string, string, string]>([
    ['words differ too', 'fr', 'Il a 12 mois', 'Il a 15 ans', 'He is 15'],
    ['nothing differs in value', 'fr', '1 234 ans', '1234 ans', '1,234 years'],
    ['the value is not in the target', 'fr', 'Il a 12 ans', 'Il a 15 ans', 'He is fifteen'],
    ['the value is there once too often', 'fr', 'Il a 12 ans', 'Il a 15 ans', 'At 15 he is 15'],
    ['one value would become two', 'fr', 'De 3 à 4', 'De 5 à 5', 'From 5 to 5'],
    ['the digits read two ways', 'fr', 'Il a 1.234 francs', 'Il a 15 francs', 'He has 15 francs'],
    ['an ordinal would change its ending', 'fr', 'Le 22 e', 'Le 21 e', 'The 21st'],
    ['a plural would become a singular', 'fr', 'Âge : 1', 'Âge : 15', 'Aged 15 years'],
    ['the target has a weekday that the source has not', 'fr', 'le 23 mai', 'le 25 mai', 'Thursday 25 May'],
    ['other parts of a date are given', 'fr', 'le 23 mai', 'le 25 mai 2021', '25 May 2021'],
    ['days and months could be taken for each other', 'fr', 'le 3/5/2021', 'le 25/11/2021', 'on 25/11/2021'],
  ])('does nothing when %s', (_, language, query, stored, target) => {
    expect(adapt(language, query, stored, target)).toBeUndefined();
  });

  it('keeps inline codes in their places, and asks for the same in both sources', () => {
    const bold = (text: string): InlineContent => [
      'A ',
      { form: 'open', id: '1', type: 'bold' },
      text,
      { form: 'close', id: '1', type: 'bold' },
    ];
    const result = adaptTarget(profileOf(bold('12'), 'fr'), profileOf(bold('15'), 'fr'), bold('15'), 'en');
    expect(result?.target).toEqual(bold('12'));
    expect(adaptTarget(profileOf(['A 12'], 'fr'), profileOf(bold('15'), 'fr'), bold('15'), 'en')).toBeUndefined();
  });
});
