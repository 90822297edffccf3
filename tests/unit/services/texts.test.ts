import { describe, expect, it } from 'vitest';
import { checkedText } from '../../../src/services/texts.ts';

describe('checkedText', () => {
  it.each(['Oui.', 'Ligne\r\nLigne\n', '😀 مرحبا', 'a\u2028b\ufffe'])('gives %j back as it is', (text) => {
    expect(checkedText(text, 'The text', 'text')).toBe(text);
  });

  it.each([
    ['', 'empty-text', {}],
    [' \n\u00a0', 'empty-text', {}],
    ['Oui.\n\0', 'not-text', { line: 2 }],
    ['Oui.\nNon \ud800.', 'not-text', { line: 2 }],
    ['\udc00\ud800', 'not-text', { line: 1 }],
    ['a'.repeat(1_000_001), 'line-too-long', { line: 1 }],
  ])('refuses what is no text, and names the field', (text, code, details) => {
    expect(() => checkedText(text, 'The text', 'text')).toThrow(
      expect.objectContaining({
        code,
        message: expect.stringContaining('The text'),
        details: expect.objectContaining({ where: 'text', ...details }),
      }),
    );
  });
});
