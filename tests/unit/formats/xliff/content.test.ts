import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeContent } from '../../../../memory/formats/xliff/write-content.ts';
import type { InlineCode, InlineContent } from '../../../../memory/model/inline.ts';
import { canonicalContent } from '../../../../memory/model/inline.ts';
import { openXliff } from '../../../support/xliff.ts';

function read(inside: string): InlineContent | undefined {
  const xliff =
    '<xliff version="1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>' +
    `<trans-unit id="1"><source>${inside}</source></trans-unit></body></file></xliff>`;
  return openXliff(new TextEncoder().encode(xliff), 'a.xlf').documents[0]?.segments[0]?.source;
}

const open = (id: string, type?: string): InlineCode => ({ form: 'open', id, ...(type && { type }) });
const close = (id: string): InlineCode => ({ form: 'close', id });
const single = (id: string, more = {}): InlineCode => ({ form: 'standalone', id, ...more });

function withSharedId(part: string | InlineCode): string | InlineCode {
  return typeof part === 'string' ? part : { ...part, id: part.id.replace(/~\d+$/, '') };
}

describe('inline codes in XLIFF 1.2', () => {
  it.each<[string, InlineContent, string]>([
    ['a pair', [open('1', 'bold'), 'a', close('1')], '<g id="1" ctype="bold">a</g>'],
    ['nested pairs', [open('1'), open('2'), 'a', close('2'), close('1')], '<g id="1"><g id="2">a</g></g>'],
    [
      'crossing pairs',
      [open('1'), 'a', open('2'), 'b', close('1'), close('2')],
      '<bx id="1" rid="p0"/>a<g id="2">b<ex id="1-end" rid="p0"/></g>',
    ],
    [
      'a pair within crossing ones',
      [open('1'), open('2'), open('3'), 'a', close('3'), close('1'), close('2')],
      '<bx id="1" rid="p0"/><g id="2"><g id="3">a</g><ex id="1-end" rid="p0"/></g>',
    ],
    ['half pairs', [close('1'), 'a', open('2')], '<ex id="1"/>a<bx id="2"/>'],
    [
      'a single code',
      ['a', single('1', { type: 'lb', data: '<br>' })],
      'a<x id="1" ctype="lb" equiv-text="&lt;br&gt;"/>',
    ],
    ['a type of ours', [single('1', { type: 'x-foo' })], '<x id="1" ctype="x-foo"/>'],
    ['a character', ['a\u000Cb'], 'a<x id="character-1" ctype="x-calque-character" equiv-text="U+000C"/>b'],
    ['text alone', ['a < b & c'], 'a &lt; b &amp; c'],
  ])('%s', (_, content, xml) => {
    expect(writeContent(content)).toBe(xml);
    expect(read(xml)).toEqual(content);
  });

  it('gives types that XLIFF does not know an x-', () => {
    expect(writeContent([single('1', { type: 'bold' }), open('2', 'my font')])).toBe(
      '<x id="1" ctype="x-bold"/><bx id="2" ctype="x-my-font"/>',
    );
  });

  it('gives any content back, but for the markup of pairs and ids that different codes share', () => {
    const id = fc.constantFrom('1', '2', 'b');
    const code = fc.oneof(
      id.map(open),
      id.map((name) => open(name, 'italic')),
      id.map(close),
      id.map((name) => single(name, { type: 'x-a', data: '<a "b">' })),
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r\n', ' ', '<g>', ']]>', '\0'));
    const content = fc.array(fc.oneof(code, text), { maxLength: 12 }).map((parts) => canonicalContent(parts));
    fc.assert(
      fc.property(content, (parts) => {
        const found = read(writeContent(parts)) ?? [];
        expect(found.map(withSharedId)).toEqual(parts);
      }),
      { numRuns: 500 },
    );
  });

  it('reads the codes of other tools', () => {
    const xml =
      'a<bpt id="1" rid="1" ctype="bold">&lt;b&gt;</bpt>b<ept id="2" rid="1">&lt;/b&gt;</ept>' +
      '<ph id="3">&lt;img alt="<sub>c</sub>"&gt;</ph><it id="4" pos="close">&lt;/i&gt;</it>' +
      '<mrk mtype="term">d <mrk mtype="x-a">e</mrk></mrk>';
    expect(read(xml)).toEqual([
      'a',
      { form: 'open', id: '1', type: 'bold', data: '<b>' },
      'b',
      { form: 'close', id: '1', data: '</b>' },
      { form: 'standalone', id: '3', data: '<img alt="c">' },
      { form: 'close', id: '4', data: '</i>' },
      { form: 'open', id: 'mrk-1', type: 'x-term' },
      'd ',
      { form: 'open', id: 'mrk-2', type: 'x-a' },
      'e',
      { form: 'close', id: 'mrk-2' },
      { form: 'close', id: 'mrk-1' },
    ]);
  });
});
