import { describe, expect, it } from 'vitest';
import { timeOf } from '../../../memory/text/calendar.ts';

describe('the time that a date takes', () => {
  it.each([
    ['2021-11-25', '2021-11-25', '2021-11-26'],
    ['2020-02-29', '2020-02-29', '2020-03-01'],
    ['2021-12-31', '2021-12-31', '2022-01-01'],
    ['2021-12', '2021-12-01', '2022-01-01'],
    ['2021', '2021-01-01', '2022-01-01'],
  ])('%s is from %s until before %s', (date, from, before) => {
    const day = (moment: Date) => moment.toISOString().replace('T00:00:00.000Z', '');
    const time = timeOf(date);
    expect([day(time.from), day(time.before)]).toEqual([from, before]);
  });
});
