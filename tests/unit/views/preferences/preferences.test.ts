import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, readPreferences } from '../../../../views/preferences/preferences.ts';

describe('preferences', () => {
  it('are read as they were kept', () => {
    const kept = {
      propagate: false,
      complete: false,
      insertFrom: 95,
      preset: 'memoq',
      keys: { goTo: ['Mod+j'] },
    } as const;
    expect(readPreferences(JSON.stringify(kept))).toEqual(kept);
  });

  it.each([
    null,
    '',
    '{',
    '[]',
    'null',
    '7',
    '{"propagate":"no","insertFrom":12,"complete":1}',
    '{"insertFrom":99.5}',
    '{"preset":"x","keys":{"goTo":["a"],"fly":["F2"],"undo":7}}',
  ])('that are missing or wrong are the usual ones: %s', (kept) => {
    expect(readPreferences(kept)).toEqual(DEFAULT_PREFERENCES);
  });
});
