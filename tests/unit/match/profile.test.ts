import { describe, expect, it } from 'vitest';
import { overlap, profileOf } from '../../../memory/match/profile.ts';

describe('profileOf', () => {
  it('gives numbers and the names in a date one form, and keeps their values', () => {
    const profile = profileOf(['Mardi 23 novembre 2021, 12 États en novembre.'], 'fr');
    expect(profile.forms).toEqual(['#', '#', '#', '#', '#', 'états', 'en', 'novembre']);
    expect(profile.numbers).toEqual(['mardi', '23', 'novembre', '2021', '12']);
  });

  it('counts over marks where there is nothing else', () => {
    expect(profileOf(['… !'], 'fr').forms).toEqual(['…', '!']);
    expect(profileOf(['Non !'], 'fr').forms).toEqual(['non']);
    expect(profileOf([], 'fr').forms).toEqual([]);
  });

  it('leaves codes out of the text and keeps them in the key', () => {
    const code = { form: 'standalone', id: '1' } as const;
    const coded = profileOf(['un ', code, 'mot'], 'fr');
    expect(coded.text).toBe('un mot');
    expect(coded.key).not.toBe(profileOf(['un mot'], 'fr').key);
  });
});

describe('overlap', () => {
  it('counts each string as often as both have it', () => {
    const a = profileOf(['la la la France'], 'fr').formBag;
    const b = profileOf(['la la Suisse'], 'fr').formBag;
    expect([overlap(a, b), overlap(b, a), overlap(a, a)]).toEqual([2, 2, 4]);
  });
});
