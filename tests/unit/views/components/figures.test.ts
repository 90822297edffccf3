import { describe, expect, it } from 'vitest';
import { percentDone } from '../../../../views/components/progress-bar.tsx';
import { confidencePercent, rateBand } from '../../../../views/components/rate-badge.tsx';
import { readTheme } from '../../../../views/components/theme.ts';

describe('numbers', () => {
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

describe('appearances', () => {
  it('are checked', () => {
    expect(readTheme('dark')).toBe('dark');
    expect(readTheme('purple')).toBe('system');
    expect(readTheme(null)).toBe('system');
  });
});
