import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineCode, InlineContent } from '../../../../../memory/model/inline.ts';
import { canonicalContent } from '../../../../../memory/model/inline.ts';
import {
  codeLabel,
  codeTable,
  codeTitle,
  contentOfText,
  editorText,
  piecesOfRange,
} from '../../../../../views/editor/target/codes.ts';
import { segments } from '../../../../../views/messages/en/segments.ts';

const OPEN: InlineCode = { form: 'open', id: '1', type: 'bold' };
const CLOSE: InlineCode = { form: 'close', id: '1', type: 'bold' };
const BREAK: InlineCode = { form: 'standalone', id: '2' };

/** Any UTF-16 unit, private-use ones often. */
const UNIT = fc
  .oneof(fc.integer({ min: 0x20, max: 0xff }), fc.integer({ min: 0xdff0, max: 0xe010 }))
  .map((unit) => String.fromCharCode(unit));

describe('inline codes in the editor', () => {
  it('stand as one character each and come back as they were', () => {
    const content: InlineContent = ['Un ', OPEN, 'mot', CLOSE, BREAK];
    const table = codeTable(content);
    const text = editorText(content, table);
    expect(text).toHaveLength('Un mot'.length + 3);
    expect(contentOfText(text, table)).toEqual(content);
  });

  it('are shared by source and target', () => {
    const table = codeTable(['A ', OPEN, 'b', CLOSE], [OPEN, 'x', CLOSE]);
    expect(table.codeOf.size).toBe(2);
  });

  it('leave private-use characters of the texts alone', () => {
    const content: InlineContent = ['\uE000\uE001', BREAK];
    const table = codeTable(content);
    expect(contentOfText(editorText(content, table), table)).toEqual(content);
  });

  it('are left out where the segment does not know them', () => {
    expect(editorText(['a', BREAK, 'b'], codeTable(['a']))).toBe('ab');
  });

  it('survive any text around them', () => {
    const part = fc.oneof(fc.string({ unit: UNIT, maxLength: 12 }), fc.constantFrom(OPEN, CLOSE, BREAK));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        const content = canonicalContent(parts);
        const table = codeTable(content);
        expect(contentOfText(editorText(content, table), table)).toEqual(content);
      }),
    );
  });

  it('say what they are', () => {
    expect([OPEN, CLOSE, BREAK].map(codeLabel)).toEqual(['1›', '‹1', '2']);
    expect(codeTitle({ ...OPEN, data: '<b>' }, segments)).toBe('Opening code 1 · bold · <b>');
  });
});

describe('ranges of the text without codes', () => {
  const content: InlineContent = ['Un ', OPEN, 'mot', CLOSE, BREAK, '!'];
  const table = codeTable(content);
  const text = editorText(content, table);
  const slices = (start: number, end: number) =>
    piecesOfRange(text, table, start, end).map(({ from, to }) => text.slice(from, to));

  it('are found between the codes, which stay out of them', () => {
    expect(slices(3, 6)).toEqual(['mot']);
    expect(slices(0, 7)).toEqual(['Un ', 'mot', '!']);
    expect(slices(2, 4)).toEqual([' ', 'm']);
  });

  it('are empty right behind the character before', () => {
    expect(piecesOfRange(text, table, 6, 6)).toEqual([{ from: 7, to: 7 }]);
    expect(piecesOfRange(text, table, 0, 0)).toEqual([{ from: 0, to: 0 }]);
    expect(piecesOfRange('', table, 0, 0)).toEqual([{ from: 0, to: 0 }]);
  });
});
