import { describe, expect, it } from 'vitest';
import { counted, formatDay, formatPartialDate, languageName } from '../../../../views/components/format.ts';
import { percentDone } from '../../../../views/components/progress-bar.tsx';
import { confidencePercent, rateBand } from '../../../../views/components/rate-badge.tsx';
import { readTheme } from '../../../../views/components/theme.ts';

describe('dates', () => {
  it('are written at the precision known', () => {
    expect(formatPartialDate('2021-11-25')).toBe('25 November 2021');
    expect(formatPartialDate('2021-11')).toBe('November 2021');
    expect(formatPartialDate('2021')).toBe('2021');
    expect(formatDay('2021-11-25T23:59:59.999Z')).toBe('25 November 2021');
  });

  it('that are none are left as they are', () => {
    expect(formatPartialDate('last week')).toBe('last week');
    expect(formatPartialDate('')).toBe('');
  });
});

describe('numbers', () => {
  it('are counted in words', () => {
    expect(counted(1, 'unit')).toBe('1 unit');
    expect(counted(12_204, 'unit')).toBe('12,204 units');
    expect(counted(0, 'memory', 'memories')).toBe('0 memories');
  });

  it('of progress are 100 only when all is done', () => {
    const progress = { segments: 3, words: 1_000, doneSegments: 2, doneWords: 999, draftSegments: 0 };
    expect(percentDone(progress)).toBe(99);
    expect(percentDone({ ...progress, doneWords: 1_000 })).toBe(100);
    expect(percentDone({ segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 })).toBe(0);
    expect(percentDone({ segments: 4, words: 0, doneSegments: 1, doneWords: 0, draftSegments: 0 })).toBe(25);
  });

  it('of a rate fall into the bands of the colours', () => {
    expect([101, 100, 99, 95, 94, 85, 84, 75, 74, 50, 0].map(rateBand)).toEqual([
      101, 100, 95, 95, 85, 85, 75, 75, 50, 50, 50,
    ]);
  });
});

describe('a confidence', () => {
  it('is given in percent, and never as certain', () => {
    expect([0, 0.414, 0.995, 1].map(confidencePercent)).toEqual([0, 41, 99, 99]);
  });
});

describe('names', () => {
  it('of languages are in English', () => {
    expect(languageName('fr')).toBe('French');
    expect(languageName('fr-CA')).toBe('Canadian French');
  });

  it('of appearances are checked', () => {
    expect(readTheme('dark')).toBe('dark');
    expect(readTheme('purple')).toBe('system');
    expect(readTheme(null)).toBe('system');
  });
});
