import { describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { namesIn } from '../../../memory/text/names.ts';
import { tokenize } from '../../../memory/text/tokenize.ts';

describe('namesIn', () => {
  it.each<[Language, string, string[]]>([
    ['fr', 'Le groupe NSO et Marie Durand à Lille.', ['NSO', 'Marie', 'Durand', 'Lille']],
    ['fr', 'Hier, elle a dit : « Demain à Paris. »', ['Paris']],
    ['en', 'Yesterday The Harbour said iPhone sales fell.', ['Harbour', 'iPhone']],
    ['en', 'no name at all', []],
  ])('in %s: %s', (language, text, expected) => {
    expect(namesIn(tokenize(text, language), language).map((token) => token.text)).toEqual(expected);
  });
});
