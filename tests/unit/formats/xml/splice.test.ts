import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributeSplice, type Splice, SplicedFile } from '../../../../memory/formats/xml/splice.ts';

const encode = (text: string, encoding: 'utf8' | 'utf16le' | 'latin1') => new Uint8Array(Buffer.from(text, encoding));

/** What the splices make of a text, the simple way. */
function spliced(text: string, splices: readonly Splice[]): string {
  let written = text;
  for (const { start, end, text: put } of splices.toSorted((a, b) => b.start - a.start)) {
    written = written.slice(0, start) + put + written.slice(end);
  }
  return written;
}

/** The file with splices done that become known in `calls`. */
function written(bytes: Uint8Array, encoding: string, ...calls: readonly (readonly Splice[])[]): Uint8Array {
  const file = new SplicedFile(bytes, encoding);
  for (const splices of calls) file.splice(splices);
  return file.end();
}

describe('SplicedFile', () => {
  it('counts in characters and copies bytes, in UTF-8 and UTF-16', () => {
    const piece = fc.constantFrom('a', 'é', '’', '𝄞', '\u{FEFF}', '<b>');
    fc.assert(
      fc.property(fc.array(fc.tuple(piece, fc.boolean()), { maxLength: 30 }), (pieces) => {
        const splices: Splice[] = [];
        let text = '';
        for (const [put, isExchanged] of pieces) {
          if (isExchanged) splices.push({ start: text.length, end: text.length + put.length, text: 'œ𝄞' });
          text += put;
        }
        const narrow = encode(text, 'utf8');
        const expected = encode(spliced(text, splices), 'utf8');
        expect(written(narrow, 'utf-8', splices.toReversed())).toEqual(expected);
        expect(written(narrow, 'utf-8', ...splices.map((one) => [one]))).toEqual(expected);
        const wide = encode(text, 'utf16le');
        expect(written(wide, 'utf-16le', splices)).toEqual(encode(spliced(text, splices), 'utf16le'));
      }),
    );
  });

  it('writes references where the encoding may lack the character', () => {
    const bytes = written(encode('né à', 'latin1'), 'windows-1252', [{ start: 3, end: 4, text: 'œ' }]);
    expect(Buffer.from(bytes).toString('latin1')).toBe('né &#339;');
  });

  it('takes any length that is put in', () => {
    const long = 'é'.repeat(100_000);
    const splices = [0, 2, 4].map((start) => ({ start, end: start + 1, text: long }));
    const bytes = written(encode('abcdef', 'utf8'), 'utf-8', ...splices.map((one) => [one]));
    expect(Buffer.from(bytes).toString()).toBe(`${long}b${long}d${long}f`);
  });

  it('refuses changes that overlap', () => {
    const first = { start: 0, end: 3, text: '' };
    const second = { start: 2, end: 4, text: '' };
    const bytes = encode('abcdef', 'utf8');
    expect(() => written(bytes, 'utf-8', [first, second])).toThrow(/overlap/);
    expect(() => written(bytes, 'utf-8', [first], [second])).toThrow(/overlap/);
  });
});

describe('attributeSplice', () => {
  it('keeps the quotes there are, puts a new attribute before the end of the tag and takes one off with its space', () => {
    const tag = { start: 5, written: '<a x=\'1\' y="2" />' };
    expect(attributeSplice(tag, 'x', "it's")).toEqual({ start: 10, end: 13, text: "'it&apos;s'" });
    expect(attributeSplice(tag, 'z', '3')).toEqual({ start: 19, end: 19, text: ' z="3"' });
    expect(attributeSplice(tag, 'y', undefined)).toEqual({ start: 13, end: 19, text: '' });
    expect(attributeSplice(tag, 'z', undefined)).toBeUndefined();
  });
});
