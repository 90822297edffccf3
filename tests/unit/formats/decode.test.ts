import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../memory/formats/decode.ts';
import { CalqueError } from '../../../memory/model/errors.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function fault(bytes: Uint8Array): CalqueError {
  try {
    decodeText(bytes, 'article.txt');
  } catch (error) {
    if (error instanceof CalqueError) return error;
    throw error;
  }
  throw new Error('The bytes were taken.');
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, littleEndian);
  for (let index = 0; index < text.length; index++) {
    view.setUint16(2 + index * 2, text.charCodeAt(index), littleEndian);
  }
  return bytes;
}

describe('decodeText', () => {
  it('reads UTF-8 with and without a byte order mark, exactly', () => {
    const text = 'L’été « indien »\r\n\tœuvre 😀\n';
    expect(decodeText(utf8(text), 'a.txt')).toBe(text);
    expect(decodeText(utf8(`\uFEFF${text}`), 'a.txt')).toBe(text);
  });

  it.each([true, false])('reads UTF-16 with a byte order mark (little endian: %s)', (littleEndian) => {
    expect(decodeText(utf16('Où ça ? 😀', littleEndian), 'a.txt')).toBe('Où ça ? 😀');
  });

  it('takes what it encoded back, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(text.trim() !== '' && !/\p{Cc}/u.test(text) && !text.startsWith('\uFEFF'));
        expect(decodeText(utf8(text), 'a.txt')).toBe(text);
      }),
    );
  });

  it.each([
    ['', 'is empty'],
    [' \n\t\u00a0\r\n', 'holds only white space'],
  ])('refuses a file without text: %j', (text, words) => {
    const error = fault(utf8(text));
    expect(error.code).toBe('empty-text');
    expect(error.message).toContain(`article.txt ${words}`);
  });

  it.each([
    ['PDF', '%PDF-1.7\n%âãÏÓ'],
    ['RTF', '{\\rtf1\\ansi Bonjour}'],
    ['DOCX', 'PK\u0003\u0004\u0014\0\u0006\0 word/document.xml'],
    ['ZIP', 'PK\u0003\u0004\u0014\0\u0006\0 notes.txt'],
  ])('names the kind of a %s file', (kind, head) => {
    const error = fault(utf8(head));
    expect(error.code).toBe('not-text');
    expect(error.message).toContain(kind);
    expect(error.details.where).toBe('article.txt');
  });

  it('names a PNG image', () => {
    const error = fault(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0));
    expect(error).toMatchObject({ code: 'not-text' });
    expect(error.message).toContain('PNG');
  });

  it('refuses unknown binary by its NUL, and says where', () => {
    expect(fault(utf8('Une ligne.\nUne\0autre.'))).toMatchObject({ code: 'not-text', details: { line: 2 } });
  });

  it('refuses unknown binary by its share of control characters', () => {
    expect(fault(utf8('abc\u0001\u0002\u0003'.repeat(50))).code).toBe('not-text');
  });

  it('bears a stray form feed', () => {
    const text = `${'Un paragraphe. '.repeat(40)}\f${'Un autre. '.repeat(40)}`;
    expect(decodeText(utf8(text), 'a.txt')).toBe(text);
  });

  it('refuses Windows-1252 with offset, line and how to convert it', () => {
    const error = fault(Uint8Array.from([...utf8('Titre\nL'), 0x92, ...utf8('ann'), 0xe9, ...utf8('e')]));
    expect(error.code).toBe('not-utf8');
    expect(error.details).toEqual({ where: 'article.txt', line: 2 });
    expect(error.message).toContain('0x92 at offset 7, line 2');
    expect(error.message).toContain('“’”');
    expect(error.message).toContain('iconv -f WINDOWS-1252 -t UTF-8');
  });

  it('refuses UTF-8 that is cut off within a character', () => {
    expect(fault(utf8('fini é').slice(0, -1))).toMatchObject({ code: 'not-utf8', details: { line: 1 } });
  });

  it('refuses UTF-16 without a byte order mark as such', () => {
    const error = fault(utf16('Bonjour tout le monde.', true).slice(2));
    expect(error.code).toBe('not-utf8');
    expect(error.message).toContain('UTF-16');
  });

  it('refuses UTF-16 that is cut off', () => {
    expect(fault(utf16('Bonjour', true).slice(0, -1)).code).toBe('not-text');
  });

  it('refuses a NUL in UTF-16', () => {
    expect(fault(utf16('Bon\njour\0', false))).toMatchObject({ code: 'not-text', details: { line: 2 } });
  });

  it.each(['\n', '\r\n', '\r'])('refuses a line of 5 MB and names it, lines ending in %j', (end) => {
    const error = fault(utf8(`Un.${end}Deux.${end}${'mot '.repeat(1_310_720)}${end}Quatre.`));
    expect(error).toMatchObject({ code: 'line-too-long', details: { where: 'article.txt', line: 3 } });
  });

  it('takes a line of exactly the limit', () => {
    const text = `${'a'.repeat(1_000_000)}\nb`;
    expect(decodeText(utf8(text), 'a.txt')).toBe(text);
  });

  it('refuses a file above 20 MB', () => {
    expect(fault(new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61))).toMatchObject({ code: 'too-large' });
  });
});
