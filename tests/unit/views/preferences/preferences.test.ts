import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, readPreferences } from '../../../../views/preferences/preferences.ts';

describe('preferences', () => {
  it('are read as they were kept', () => {
    expect(readPreferences('{"propagate":false,"insertFrom":95}')).toEqual({ propagate: false, insertFrom: 95 });
  });

  it.each([null, '', '{', '[]', 'null', '7', '{"propagate":"no","insertFrom":12}', '{"insertFrom":99.5}'])(
    'that are missing or wrong are the usual ones: %s',
    (kept) => {
      expect(readPreferences(kept)).toEqual(DEFAULT_PREFERENCES);
    },
  );
});
