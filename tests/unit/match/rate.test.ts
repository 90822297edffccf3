import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfEdits } from '../../../memory/match/distance.ts';
import { overlap, type Profile, profileOf } from '../../../memory/match/profile.ts';
import { fewestSharedStems, grossRate } from '../../../memory/match/rate.ts';
import { smallDifferences } from '../../../memory/match/small-differences.ts';
import { contentFromText, type InlineContent } from '../../../memory/model/inline.ts';
import { content, pair } from './texts.ts';

const french = (text: string) => profileOf(contentFromText(text), 'fr');
const rate = (a: string, b: string) => grossRate(french(a), french(b));

/** The whole table, as the definition has it. */
function plainHalfEdits(a: Profile, b: Profile): number {
  let above = b.forms.map((_, j) => 2 * (j + 1));
  above.unshift(0);
  a.forms.forEach((form, i) => {
    const row = [2 * (i + 1)];
    b.forms.forEach((other, j) => {
      const replaced = form === other ? 0 : a.stems[i] === b.stems[j] ? 1 : 2;
      row.push(Math.min((above[j] ?? 0) + replaced, (above[j + 1] ?? 0) + 2, (row[j] ?? 0) + 2));
    });
    above = row;
  });
  return above.at(-1) ?? 0;
}

function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined || b.length === 0) return 0;
  const without = longestCommonSubsequence(rest, b);
  const at = b.indexOf(first);
  return at < 0 ? without : Math.max(without, 1 + longestCommonSubsequence(rest, b.slice(at + 1)));
}

describe('halfEdits', () => {
  it('is the least cost, as the plain table gives it', () => {
    fc.assert(
      fc.property(pair, ([one, another]) => {
        const [a, b] = [french(one), french(another)];
        expect(halfEdits(a, b)).toBe(plainHalfEdits(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('is exact up to the most that is asked for, and above it beyond', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 30 }), ([one, another], most) => {
        const [a, b] = [french(one), french(another)];
        const exact = plainHalfEdits(a, b);
        const found = halfEdits(a, b, most);
        if (exact <= most) expect(found).toBe(exact);
        else expect(found).toBeGreaterThan(most);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the triangle', () => {
    fc.assert(
      fc.property(pair, pair, ([one, another], [third]) => {
        const [a, b, c] = [french(one), french(another), french(third)];
        expect(halfEdits(a, c)).toBeLessThanOrEqual(halfEdits(a, b) + halfEdits(b, c));
      }),
    );
  });
});

describe('grossRate', () => {
  it('is 100 for the identical and for nothing else', () => {
    const contents = fc.tuple(content, content);
    fc.assert(
      fc.property(contents, ([a, b]) => {
        const [one, another] = [profileOf(a, 'fr'), profileOf(b, 'fr')];
        expect(grossRate(one, profileOf([...a], 'fr'))).toBe(100);
        expect(grossRate(one, another) === 100).toBe(one.key === another.key);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same from both sides and a whole number from 0 to 100', () => {
    fc.assert(
      fc.property(content, content, (a: InlineContent, b: InlineContent) => {
        const [one, another] = [profileOf(a, 'fr'), profileOf(b, 'fr')];
        const there = grossRate(one, another);
        expect(grossRate(another, one)).toBe(there);
        expect(Number.isInteger(there) && there >= 0 && there <= 100).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same with a minimum as without, from the minimum on', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 101 }), ([one, another], minimum) => {
        const [a, b] = [french(one), french(another)];
        const exact = grossRate(a, b);
        const found = grossRate(a, b, minimum);
        if (exact >= minimum || exact === 100) expect(found).toBe(exact);
        else expect(found).toBeLessThan(Math.max(1, minimum));
      }),
      { numRuns: 500 },
    );
  });

  it('never exceeds what the shared forms and stems allow', () => {
    fc.assert(
      fc.property(pair, ([one, another]) => {
        const [a, b] = [french(one), french(another)];
        fc.pre(a.key !== b.key && a.forms.length + b.forms.length > 0);
        const longer = Math.max(a.forms.length, b.forms.length);
        const [forms, stems] = [overlap(a.formBag, b.formBag), overlap(a.stemBag, b.stemBag)];
        const found = grossRate(a, b);
        expect(found).toBeLessThanOrEqual(Math.floor((50 * (forms + stems)) / longer));
        expect(stems).toBeGreaterThanOrEqual(fewestSharedStems(found, a.forms.length, b.forms.length));
      }),
      { numRuns: 500 },
    );
  });

  it('falls as more words are changed', () => {
    const words = 'le gouvernement a rompu ses négociations avec cette société israélienne hier'.split(' ');
    const rates = words.map((_, count) =>
      rate(words.join(' '), words.map((word, at) => (at < count ? `nouveau${at}` : word)).join(' ')),
    );
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    expect(new Set(rates).size).toBe(rates.length);
  });

  it('knows hyphens, elision and typography for what they are', () => {
    expect(rate('« Oui » !', '"Oui"!')).toBe(99);
    expect(rate('l’État', "l'Etat")).toBe(74);
    expect(rate('mot\u00a0:', 'mot :')).toBe(99);
  });

  it('counts marks where there are no words, and nothing where there is nothing', () => {
    expect(rate('… !', '… ?')).toBe(50);
    expect(rate(' ', '  ')).toBe(0);
    expect(rate('', '')).toBe(100);
    expect(rate('', 'mot')).toBe(0);
    expect(rate('!', 'mot')).toBe(0);
    expect(rate('😀', '\ud83d')).toBe(0);
  });

  it('is bounded in time for texts of 100,000 characters', () => {
    const long = french('mot et autre '.repeat(8_000));
    const other = french(`${'mot et autre '.repeat(8_000)}fin`);
    expect(grossRate(long, other, 50)).toBe(99);
    expect(grossRate(long, french('12 '.repeat(30_000)), 50)).toBe(0);
  });
});

describe('smallDifferences', () => {
  const points = (a: string, b: string) => smallDifferences(french(a), french(b));

  it('caps each kind', () => {
    expect(points('1 ; 2 ; 3 ; 4 ; 5', '6 ; 7 ; 8 ; 9 ; 10')).toBe(6);
    expect(points('A B C D', 'a b c d')).toBe(2);
    expect(points('mot', 'mot ! ? … ; :')).toBe(3);
  });

  it('holds numbers against each other in order', () => {
    expect(points('de 3 à 5', 'de 5 à 3')).toBe(2);
    expect(points('de 3 à 5', 'à 5')).toBe(0);
    expect(points('1 234', '1234')).toBe(1);
  });

  it('leaves out the fewest numbers of the shorter list for the rest to follow the longer one, three at most', () => {
    const digits = fc.array(fc.constantFrom('1', '2', '3', '4'), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(digits, digits, (a, b) => {
        const replaced = Math.min(a.length, b.length) - longestCommonSubsequence(a, b);
        expect(points(a.join(' '), b.join(' '))).toBe(2 * Math.min(3, replaced));
      }),
      { numRuns: 500 },
    );
  });

  it('counts codes', () => {
    const code = { form: 'standalone', id: '1' } as const;
    const coded = profileOf(['mot', code], 'fr');
    expect(smallDifferences(coded, french('mot'))).toBe(1);
    expect(grossRate(coded, french('mot'))).toBe(99);
    expect(grossRate(coded, profileOf([code, 'mot'], 'fr'))).toBe(99);
  });
});
