import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalqueError } from '../../../../memory/model/errors.ts';
import { escapeLiteral, translatePattern } from '../../../../memory/text/segmentation/pattern.ts';

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${translatePattern(pattern)})$`, 'u').test(text);
}

describe('translatePattern', () => {
  it.each([
    ['\\w+', 'été_1', 'é té'],
    ['\\d{2,}', '٢٣', '2'],
    ['[\\w-]+', 'œuf-à', 'a b'],
    ['a\\h+b', 'a\u00a0\tb', 'a\nb'],
    ['\\Qa.b*\\E+', 'a.b***', 'aXb'],
    ['\\x{2026}', '…', '.'],
    ['\\u2026|\\x41', 'A', 'B'],
    ['(?i)etc\\.', 'ETC.', 'etcx'],
    ['(?i)[é-]t', 'Ét', 'êt'],
    ['(?i)[a-c_]+', 'aB_', 'd'],
    ['a++b?+c*+', 'aabcc', 'bc'],
    ['\\"\\\'\\ \\-', '"\' -', '"'],
    ['[]a]+', ']a', 'b'],
    ['[^\\s.]+?', 'ab', 'a b'],
    ['\\p{Lu}\\P{Lu}', 'Éa', 'ÉA'],
    ['\\pL\\PL', 'é1', 'éé'],
    ['(?:a|b)(?=c)c', 'bc', 'bd'],
    ['a{b}', 'a{b}', 'ab'],
  ])('reads %s', (pattern, matching, other) => {
    expect(matches(pattern, matching)).toBe(true);
    expect(matches(pattern, other)).toBe(false);
  });

  it('knows the edges of words with accents', () => {
    const boundary = new RegExp(translatePattern('\\bété\\b'), 'u');
    expect(boundary.test("l'été,")).toBe(true);
    expect(boundary.test('étés')).toBe(false);
    expect(new RegExp(translatePattern('\\Bt\\B'), 'u').test('été')).toBe(true);
  });

  it('lets no quantifier run without end', () => {
    expect(matches('a*', 'a'.repeat(100))).toBe(true);
    expect(matches('a*', 'a'.repeat(101))).toBe(false);
    expect(matches('a{150,}', 'a'.repeat(150))).toBe(true);
  });

  it.each([
    ['(', 'not a regular expression'],
    ['[a', 'not closed'],
    ['a\\', 'ends in a backslash'],
    ['[a[b]]', 'classes inside classes'],
    ['[a&&b]', 'classes inside classes'],
    ['\\G', 'not known'],
    ['[\\W]', 'square brackets'],
  ])('refuses %s and says why', (pattern, why) => {
    expect(() => translatePattern(pattern)).toThrow(CalqueError);
    expect(() => translatePattern(pattern)).toThrow(why);
  });
});

describe('escapeLiteral', () => {
  it('gives a pattern for just that text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        expect(matches(escapeLiteral(text), text)).toBe(true);
      }),
    );
  });
});
