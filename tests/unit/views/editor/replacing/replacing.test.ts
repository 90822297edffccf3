import { describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../../../memory/model/inline.ts';
import type { TextSearch } from '../../../../../memory/text/replace.ts';
import { findHits } from '../../../../../views/editor/replacing/find.ts';
import { rowsOf } from '../../../../../views/editor/state/rows.ts';
import { segment } from '../segments.ts';

const search = (given: Partial<TextSearch>): TextSearch => ({
  text: '',
  replacement: '',
  matchCase: false,
  wholeWords: false,
  pattern: false,
  ...given,
});
const targets = (contents: readonly InlineContent[]) =>
  rowsOf(contents.map((target, at) => segment(at + 1, { target, status: 'draft' })));
const replaced = (contents: readonly InlineContent[], given: Partial<TextSearch>) =>
  findHits(targets(contents), search(given)).map(({ row, replaced: target }) => [row.index, target]);

describe('finding in targets', () => {
  it('finds every place, whatever its case, and what stands in it', () => {
    expect(replaced([['The port. THE PORT.'], ['Nothing.']], { text: 'the port', replacement: 'a port' })).toEqual([
      [0, ['a port. a port.']],
    ]);
  });

  it('keeps to case and to whole words when asked, with letters that have accents', () => {
    expect(replaced([['été, Été, étés']], { text: 'été', replacement: 'x', matchCase: true })).toEqual([
      [0, ['x, Été, xs']],
    ]);
    expect(replaced([['été, Été, étés']], { text: 'été', replacement: 'x', wholeWords: true })).toEqual([
      [0, ['x, x, étés']],
    ]);
  });

  it('finds apostrophes, quotation marks, dashes and spaces however they were set, unless asked for just these', () => {
    const contents = [['L’eau : “oui”'], ['L\'eau : "oui"']];
    const text = 'l\'eau : "oui"';
    expect(replaced(contents, { text, replacement: 'x' })).toEqual([
      [0, ['x']],
      [1, ['x']],
    ]);
    expect(replaced(contents, { text: "L'eau", replacement: 'x', matchCase: true })).toEqual([[1, ['x : "oui"']]]);
    // What stands there already is no hit.
    expect(replaced(contents, { text: "'", replacement: '’' })).toEqual([[1, ['L’eau : "oui"']]]);
  });

  it('finds every sign that a pattern would take for its own, and hyphens', () => {
    const text = 'demi-tour (a/b) [c] {d} $1 ^ * + ? | \\ .';
    expect(replaced([[`Un ${text}`]], { text, replacement: 'x' })).toEqual([[0, ['Un x']]]);
  });

  it('takes a text as it stands, and a pattern as one', () => {
    expect(replaced([['a.b axb']], { text: 'a.b', replacement: '$1' })).toEqual([[0, ['$1 axb']]]);
    expect(replaced([['25 May, 3 June']], { text: '(\\d+) (\\p{L}+)', replacement: '$2 $1$$', pattern: true })).toEqual(
      [[0, ['May 25$, June 3$']]],
    );
    expect(() => findHits(targets([['x']]), search({ text: '(', pattern: true }))).toThrow(SyntaxError);
  });

  it('leaves locked and empty targets alone, and what matches nothing', () => {
    const rows = rowsOf([segment(1), segment(2, { target: ['port'], status: 'draft', locked: true })]);
    expect(findHits(rows, search({ text: 'port' }))).toEqual([]);
    expect(findHits(targets([['port']]), search({ text: '' }))).toEqual([]);
    expect(findHits(targets([['port']]), search({ text: 'x*', pattern: true }))).toEqual([]);
  });
});
