import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromTmx, tmxFromInstant } from '../../../../memory/formats/tmx/dates.ts';

describe('TMX dates', () => {
  it.each([
    ['20260102T030405Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
    ['2026-01-02T03:04:05.678Z', '2026-01-02T03:04:05.000Z'],
    ['20260102T030405', '2026-01-02T03:04:05.000Z'],
    ['20260102', '2026-01-02T00:00:00.000Z'],
  ])('reads %s', (date, instant) => {
    expect(instantFromTmx(date)).toBe(instant);
  });

  it.each([
    undefined,
    '',
    'hier',
    '20261302T000000Z',
    '20260231T000000Z',
    '20260010T000000Z',
    '20260102T250000Z',
    '2026',
  ])('takes %j for no date', (date) => {
    expect(instantFromTmx(date)).toBeUndefined();
  });

  it('come back as they were written, to the second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (date) => {
          const instant = date.toISOString();
          expect(instantFromTmx(tmxFromInstant(instant))).toBe(`${instant.slice(0, 19)}.000Z`);
        },
      ),
    );
  });
});
