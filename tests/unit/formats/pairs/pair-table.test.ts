import { describe, expect, it } from 'vitest';
import { readPairTable } from '../../../../memory/formats/pairs/pair-table.ts';
import { CalqueError } from '../../../../memory/model/errors.ts';

describe('readPairTable', () => {
  it.each([
    ['commas', 'FR,en,title\na.txt,b.txt,"Le ""port"", rouvert"\n'],
    ['semicolons and CRLF', '\uFEFFfr;en;title\r\na.txt;b.txt;"Le ""port"", rouvert"\r\n'],
    ['tabs', 'fr\ten\ttitle\na.txt\tb.txt\tLe "port", rouvert'],
  ])('reads %s', (_, text) => {
    expect(readPairTable(text, 'pairs.csv')).toEqual([
      { line: 2, cells: { fr: 'a.txt', en: 'b.txt', title: 'Le "port", rouvert' } },
    ]);
  });

  it('counts the lines of the file, also over cells of several and empty ones', () => {
    const lines = readPairTable('fr,en,title\n"a",b,"two\nlines"\n\n,,\nc,d\n', 'pairs.csv');
    expect(lines).toEqual([
      { line: 2, cells: { fr: 'a', en: 'b', title: 'two\nlines' } },
      { line: 6, cells: { fr: 'c', en: 'd', title: '' } },
    ]);
  });

  it.each([
    ['no columns fr and en', 'french,english\na,b', 1],
    ['more cells than columns', 'fr,en\na,b\na,b,c', 3],
    ['a quotation mark that is not closed', 'fr,en\na,"b\nc', 2],
  ])('refuses %s', (_, text, line) => {
    const read = () => readPairTable(text, 'pairs.csv');
    expect(read).toThrow(CalqueError);
    expect(read).toThrow(expect.objectContaining({ code: 'ill-formed-file', details: { where: 'pairs.csv', line } }));
  });

  it.each([
    ['line-too-long', `fr,en\na,${'b'.repeat(1_000_001)}\n`],
    ['too-large', `fr,en\n${'a,b\n'.repeat(100_001)}`],
  ])('refuses what is beyond its bounds as %s', (code, text) => {
    expect(() => readPairTable(text, 'pairs.csv')).toThrow(expect.objectContaining({ code }));
  });
});
