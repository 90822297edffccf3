import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldTypography, foldWord, normalizeText, stripAccents } from '../../../memory/text/normalize.ts';

describe('normalizeText', () => {
  it('folds what typography alone makes different', () => {
    const french = '« L’affaire\u00a0: un\u202f! »';
    expect(normalizeText(french)).toBe('"l\'affaire: un!"');
    expect(normalizeText('"L\'affaire: un!"')).toBe(normalizeText(french));
    expect(normalizeText('  Œuvre\n\tÆsop  –  x ')).toBe('oeuvre aesop - x');
  });

  it('keeps accents, digits and the order of things', () => {
    expect(normalizeText('Été 2021')).toBe('été 2021');
    expect(normalizeText('pêcher')).not.toBe(normalizeText('pécher'));
  });

  it('composes, and drops what is not seen', () => {
    expect(normalizeText('e\u0301\u200b\ufeff')).toBe('é');
  });

  it('changes nothing the second time, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeText(text);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });
});

describe('foldWord and foldTypography', () => {
  it('differ in case alone', () => {
    expect(foldWord('L’ŒUVRE')).toBe("l'oeuvre");
    expect(foldTypography('L’Œuvre')).toBe("L'Oeuvre");
  });

  it('differ in case alone for every word, plain or not', () => {
    const letter = fc.oneof(
      fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCharCode(code)),
      fc.constantFrom('ſ', 'K', 'Å', 'İ', 'ẞ', '\u0301', '’', '‑'),
    );
    fc.assert(
      fc.property(fc.string({ unit: letter, maxLength: 6 }), (word) => {
        expect(foldWord(word)).toBe(foldTypography(word).toLowerCase().normalize('NFC'));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('stripAccents', () => {
  it('takes accents off and leaves the rest', () => {
    expect(stripAccents('État-major, garçon, naïve')).toBe('Etat-major, garcon, naive');
    expect(stripAccents('plain')).toBe('plain');
    expect(stripAccents('\ud800')).toBe('\ud800');
  });
});
