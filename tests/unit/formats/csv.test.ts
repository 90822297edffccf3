import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, exactCsvLine } from '../../../memory/formats/csv.ts';

describe('a line of CSV', () => {
  it('has cells with commas between, quoted where they must be', () => {
    expect(csvLine(['Oui.', 7, undefined, 'a,b', 'say "yes"', 'two\nlines', ' space'])).toBe(
      'Oui.,7,,"a,b","say ""yes""","two\nlines"," space"\r\n',
    );
  });

  it.each(['=1+1', '+33 1', '-Oui', '@here', '\t=1', ' =1', '\r=1', '＝1'])('makes no formula of %j', (text) => {
    expect(csvLine([text])).toMatch(/^"?'/);
  });

  it('leaves a text that only looks like one alone', () => {
    expect(csvLine(['– Oui', '« =1 »', '1-2'])).toBe('– Oui,« =1 »,1-2\r\n');
  });

  it('keeps what is to be read again as it is', () => {
    expect(exactCsvLine(['=1+1', '- Oui, dit-elle', 7])).toBe('=1+1,"- Oui, dit-elle",7\r\n');
  });

  it('gives every text back, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
        const line = `,${csvLine(cells).slice(0, -2)}`;
        const read = [...line.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(
          ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain,
        );
        expect(read.map((cell, place) => (cell === `'${cells[place]}` ? cells[place] : cell))).toEqual(cells);
      }),
    );
  });
});
