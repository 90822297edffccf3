import { describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../../memory/model/inline.ts';
import { contentColumns, contentOf, toInstant, toMilliseconds } from '../../../../memory/store/sql/columns.ts';

describe('contentColumns', () => {
  it.each<[string, InlineContent, string]>([
    ['nothing', [], ''],
    ['text', ['Le procès.'], 'Le procès.'],
    ['text that looks like JSON', ['["x"]'], '["x"]'],
    ['a whole character beyond the basic plane', ['😀'], '😀'],
  ])('keeps %s as text alone', (_, content, text) => {
    expect(contentColumns(content)).toEqual({ text, content: null });
    expect(contentOf(text, null)).toEqual(content);
  });

  it.each<[string, InlineContent, string]>([
    ['a code before', [{ form: 'standalone', id: '1' }, 'Oui'], 'Oui'],
    ['a code after', ['Oui', { form: 'close', id: '1', type: 'bold', data: '</b>' }], 'Oui'],
    ['a code alone', [{ form: 'standalone', id: '1', type: 'image' }], ''],
    ['half a character', ['a\ud83d'], 'a\ud83d'],
    ['a NUL', ['a\0b'], 'a\0b'],
  ])('keeps %s with the text beside it for searching', (_, content, text) => {
    const columns = contentColumns(content);
    expect(columns.text).toBe(text);
    expect(contentOf(columns.text, columns.content)).toEqual(content);
  });

  it('joins what is not canonical', () => {
    expect(contentColumns(['', 'a', 'b', ''])).toEqual({ text: 'ab', content: null });
  });
});

describe('moments', () => {
  it('come back as they were', () => {
    for (const instant of ['2026-01-02T03:04:05.678Z', '1969-12-31T23:59:59.999Z']) {
      expect(toInstant(toMilliseconds(instant))).toBe(instant);
    }
  });

  it('are refused when they are none', () => {
    expect(() => toMilliseconds('hier', 'createdAt')).toThrow(
      expect.objectContaining({ code: 'bad-request', details: { where: 'createdAt' } }),
    );
  });
});
