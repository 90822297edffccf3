import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textFilter } from '../../../../memory/store/sqlite/text-filter.ts';

const database = new Database(':memory:');
const matches = database
  .prepare<[string, string, string, string], number>(`SELECT ? LIKE ? ESCAPE '\\' AND ? GLOB ?`)
  .pluck();

/** Whether the filter finds `part` in `text`, as the engine sees it. */
function finds(part: string, text: string): boolean {
  const { like, glob } = textFilter(part);
  return matches.get(text, like, text, glob) === 1;
}

describe('textFilter', () => {
  it.each([
    ['eleve', 'Un ÉLÈVE du lycée'],
    ['ÉLÈVE', 'un eleve'],
    ['garcon', 'Le garçon'],
    ["l'affaire", 'L’affaire'],
    ['« oui »', '«\u00a0Oui\u202f»'],
    ['50 %', '50\u202f%'],
    ['[sic]', 'dit-il [sic]'],
    ['2*3?', 'combien font 2*3?'],
    ['100 %_\\', 'à 100 %_\\'],
    ['e\u0301tat', 'l’État'],
    ['^a-z]', 'le motif ^a-z]'],
    ['日本', '日本語'],
  ])('finds %j in %j', (part, text) => {
    expect(finds(part, text)).toBe(true);
  });

  it.each([
    ['eleve', 'elle lève'],
    ['a*z', 'abcz'],
    ['a?c', 'abc'],
    ['[abc]', 'a'],
    ['100%', '1000'],
    ['a_c', 'abc'],
    ['oui', 'non'],
  ])('does not find %j in %j', (part, text) => {
    expect(finds(part, text)).toBe(false);
  });

  it('finds any part of any text', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 30 })
      .map((drawn) => drawn.normalize('NFC').replaceAll('\0', ''));
    fc.assert(
      fc.property(text, text, text, (before, part, after) => {
        // Signs that combine across the seams make other letters of the same text.
        fc.pre((before + part + after).normalize('NFC') === before + part + after);
        return finds(part, before + part + after);
      }),
    );
  });
});
