import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { findValues } from '../../../memory/text/numbers.ts';
import { findTimes } from '../../../memory/text/times.ts';

const values = (text: string, language: Language) =>
  findValues(text, language).map(({ kind, value }) => `${kind} ${value}`);

describe('findValues', () => {
  it('reads the same values from both languages', () => {
    const expected = ['date 2021-11-25', 'time 14:30', 'number 1234.5', 'number 5'];
    expect(values('Le 25 novembre 2021 à 14 h 30, 1 234,5 euros et 5 %', 'fr')).toEqual(expected);
    expect(values('On November 25, 2021 at 2.30 pm, 1,234.5 euros and 5%', 'en')).toEqual(expected);
  });

  it('says which digits may have another value', () => {
    const ambiguous = (text: string, language: Language) =>
      findValues(text, language).map((value) => value.kind === 'number' && value.ambiguous);
    expect(ambiguous('1.234 et 1,234 et 2.5 et 1.234.567', 'fr')).toEqual([true, false, false, false]);
    expect(ambiguous('1,234 and 1.234 and 1,23 and 1,234,567', 'en')).toEqual([false, false, true, false]);
  });

  it('finds nothing in words', () => {
    expect(findValues('en mai, à midi', 'fr')).toEqual([]);
    expect(findValues('', 'en')).toEqual([]);
  });

  it('gives them in order, none inside another, each as it is printed', () => {
    const piece = fc.constantFrom(
      '25 novembre 2021',
      '3 mai',
      '14 h 30',
      '2.30 pm',
      '12:45',
      '1 234,5',
      '7',
      ' ',
      ',',
      'mot',
      'May 3',
      '2021-11-25',
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom<Language>('fr', 'en'), (pieces, language) => {
        const text = pieces.join(' ');
        let end = 0;
        for (const value of findValues(text, language)) {
          expect(value.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(value.start, value.end)).toBe(value.text);
          end = value.end;
        }
      }),
    );
  });
});

describe('findTimes', () => {
  const times = (text: string, language: Language) =>
    findTimes(text, language).map(({ start, end, hour, minute }) => [text.slice(start, end), hour, minute]);

  it('reads French times', () => {
    expect(times('à 14\u00a0h\u00a030, 9h, 9h05, 0 h 15, 18 heures, 12:45', 'fr')).toEqual([
      ['14\u00a0h\u00a030', 14, 30],
      ['9h', 9, 0],
      ['9h05', 9, 5],
      ['0 h 15', 0, 15],
      ['18 heures', 18, 0],
      ['12:45', 12, 45],
    ]);
  });

  it('reads English times and leaves the full stop to the sentence', () => {
    expect(times('at 2.30 pm, 2 p.m., 12 am, 12:15pm, 18:00, then 9 am.', 'en')).toEqual([
      ['2.30 pm', 14, 30],
      ['2 p.m.', 14, 0],
      ['12 am', 0, 0],
      ['12:15pm', 12, 15],
      ['18:00', 18, 0],
      ['9 am', 9, 0],
    ]);
  });

  it('takes no other digits for times', () => {
    expect(times('25 h, 14 hommes, 1:2, 12:30:45', 'fr')).toEqual([]);
    expect(times('13 pm, 5 amp, 0 am', 'en')).toEqual([]);
  });
});
