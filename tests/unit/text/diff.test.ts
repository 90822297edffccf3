import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../../memory/text/diff.ts';

const join = (parts: ReturnType<typeof diffTexts>, but: 'insert' | 'delete') =>
  parts
    .filter((part) => part.op !== but)
    .map((part) => part.text)
    .join('');

describe('diffTexts', () => {
  it('shows whole words', () => {
    expect(diffTexts('La France l’a acheté.', 'La Suisse l’a acheté !', 'fr')).toEqual([
      { op: 'equal', text: 'La ' },
      { op: 'delete', text: 'France' },
      { op: 'insert', text: 'Suisse' },
      { op: 'equal', text: ' l’a acheté' },
      { op: 'delete', text: '.' },
      { op: 'insert', text: ' !' },
    ]);
  });

  it('takes the space between two changed words with them', () => {
    expect(diffTexts('in two days', 'in three weeks', 'en')).toEqual([
      { op: 'equal', text: 'in ' },
      { op: 'delete', text: 'two days' },
      { op: 'insert', text: 'three weeks' },
    ]);
  });

  it('sees what hardly shows: kinds of space, apostrophes, case', () => {
    expect(diffTexts('mot\u00a0!', 'mot !', 'fr').some((part) => part.op !== 'equal')).toBe(true);
    expect(diffTexts('l’ami', "l'ami", 'fr')[0]).toEqual({ op: 'delete', text: 'l’' });
  });

  it('is empty for two empty texts', () => {
    expect(diffTexts('', '', 'fr')).toEqual([]);
    expect(diffTexts('', 'mot', 'fr')).toEqual([{ op: 'insert', text: 'mot' }]);
    expect(diffTexts('mot', '', 'fr')).toEqual([{ op: 'delete', text: 'mot' }]);
  });

  it('gives both texts back, of any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a', 'b', 'c', ' ', '  ', ', ', 'l’', '1', '\ud83d'), { maxLength: 30 })
        .map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, text, (stored, query) => {
        const parts = diffTexts(stored, query, 'fr');
        expect(join(parts, 'insert')).toBe(stored);
        expect(join(parts, 'delete')).toBe(query);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        parts.forEach((part, index) => {
          expect(part.op).not.toBe(parts[index + 1]?.op);
        });
      }),
    );
  });

  it('bounds its work on texts of 100,000 characters', () => {
    const stored = 'a b c d e '.repeat(10_000);
    const query = 'f g h i j '.repeat(10_000);
    expect(join(diffTexts(stored, query, 'en'), 'insert')).toBe(stored);
  });
});
