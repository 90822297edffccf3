import { describe, expect, it } from 'vitest';
import { stem } from '../../../../memory/text/stem/stem.ts';

describe('stem', () => {
  it('is the same with the accents of capitals and without', () => {
    expect(stem('état', 'fr')).toBe(stem('etat', 'fr'));
    expect(stem('écoles', 'fr')).toBe(stem('ecoles', 'fr'));
  });

  it('follows the language', () => {
    expect(stem('nations', 'en')).toBe('nation');
    expect(stem('journaux', 'fr')).toBe('journal');
  });

  it('leaves what is no word of the language as it is', () => {
    const long = 'e'.repeat(100_000);
    for (const given of ['', 'https://example.org', 'a320', '…', long]) expect(stem(given, 'en')).toBe(given);
  });
});
