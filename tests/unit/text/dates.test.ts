import { describe, expect, it } from 'vitest';
import { findDates, isoDate } from '../../../memory/text/dates.ts';

const dates = (text: string, language: 'fr' | 'en') => findDates(text, language).map(isoDate);

describe('findDates', () => {
  it('reads French dates', () => {
    const text = 'le 25 novembre 2021, mardi 3 mai, en mai, 2021-11-25, 25/11/2021, 1er avril, juin 2019 mais mars';
    expect(dates(text, 'fr')).toEqual(['2021-11-25', '--05-03', '2021-11-25', '2021-11-25', '--04-01', '2019-06']);
  });

  it('reads English dates', () => {
    const text = 'on November 25, 2021, Tuesday 3 May, in May 2021, it may 3, the 4th of July, Sept. 3';
    expect(dates(text, 'en')).toEqual(['2021-11-25', '--05-03', '2021-05', '--07-04', '--09-03']);
  });

  it('does not take a number beside a date for its day', () => {
    expect(dates('on 25 May 3 people, 2021-11-25 May 3.5, and 2021-11-25 May 4', 'en')).toEqual([
      '--05-25',
      '2021-11-25',
      '2021-11-25',
      '--05-04',
    ]);
  });

  it('says where a date stands and whether its weekday is printed', () => {
    const text = 'Vu le mardi 23\u00a0novembre 2021.';
    const [date] = findDates(text, 'fr');
    expect(text.slice(date?.start, date?.end)).toBe('mardi 23\u00a0novembre 2021');
    expect(date).toMatchObject({ weekday: 1, style: 'named', day: 23, month: 11, year: 2021 });
  });

  it('refuses days that are none and orders of digits that two countries read differently', () => {
    expect(dates('31 février 2021, 2021-02-30, 32/01/2021', 'fr')).toEqual([]);
    expect(dates('on 11/12/2021', 'en')).toEqual([]);
    expect(dates('on 25/12/2021 and 11/11/2021', 'en')).toEqual(['2021-12-25', '2021-11-11']);
    expect(dates('29 février', 'fr')).toEqual(['--02-29']);
    expect(dates('29 février 2021', 'fr')).toEqual([]);
  });
});
