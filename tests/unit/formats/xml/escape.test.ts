import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { attributes, escapeAttribute, escapeText, splitForbidden } from '../../../../memory/formats/xml/escape.ts';

/** What an XML parser makes of it; throws when it is ill-formed. */
function parse(xml: string): { text: string; value: string | undefined } {
  const found: { text: string; value: string | undefined } = { text: '', value: undefined };
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    found.text += text;
  });
  parser.on('opentag', ({ attributes: values }) => {
    found.value = values['v'];
  });
  parser.write(xml).close();
  return found;
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\0', '\r', '\n', '\t', ']]>', '&', '<', '"', "'", '\uD800', '\uFFFF', '😀', 'é'),
  }),
);

/** The text with every character that XML cannot carry replaced. */
function carried(text: string): string {
  return splitForbidden(text)
    .map((part) => (part.forbidden ? '\uFFFD' : part.text))
    .join('');
}

describe('escaping', () => {
  it('keeps any text, as content and as attribute, but for what XML cannot carry', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = parse(`<a v="${escapeAttribute(text)}">${escapeText(text)}</a>`);
        expect(found).toEqual({ text: carried(text), value: carried(text) });
      }),
      { numRuns: 1000 },
    );
  });

  it('writes letters, accents and emoji as they are', () => {
    expect(escapeText('L’œuvre « 😀 » l\u202Fà')).toBe('L’œuvre « 😀 » l\u202Fà');
  });

  it('writes attributes that have a value, in order', () => {
    expect(attributes({ id: 7, note: undefined, name: 'a "b"' })).toBe(' id="7" name="a &quot;b&quot;"');
  });
});

describe('splitForbidden', () => {
  it('joins back to the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = splitForbidden(text);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        for (const part of parts) if (part.forbidden) expect(part.text).toHaveLength(1);
      }),
    );
  });

  it('names control characters and lone surrogates, not pairs', () => {
    expect(splitForbidden('a\u000C😀\uD83D').filter(({ forbidden }) => forbidden)).toEqual([
      { text: '\u000C', forbidden: true },
      { text: '\uD83D', forbidden: true },
    ]);
  });
});
