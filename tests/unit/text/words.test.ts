import { describe, expect, it } from 'vitest';
import { isFunctionWord } from '../../../memory/text/stopwords.ts';
import { countWords } from '../../../memory/text/words.ts';

describe('countWords', () => {
  it('counts as translators do', () => {
    expect(countWords('L’affaire, est-il 160km ; 1 234,5 € « non »', 'fr')).toBe(5);
    expect(countWords('The company’s clients don’t pay 1,234.5 and/or more.', 'en')).toBe(9);
  });

  it('counts nothing where there are no words', () => {
    for (const text of ['', ' \n', '– … !', '😀']) expect(countWords(text, 'fr')).toBe(0);
  });
});

describe('isFunctionWord', () => {
  it('knows grammar from content, with accents and without', () => {
    for (const word of ['le', "qu'", 'été', 'ete', 'même', 'meme', '-il'])
      expect(isFunctionWord(word, 'fr')).toBe(true);
    for (const word of ['the', "n't", "'s", 'could']) expect(isFunctionWord(word, 'en')).toBe(true);
    for (const word of ['logiciel', 'france', '']) expect(isFunctionWord(word, 'fr')).toBe(false);
    for (const word of ['spyware', 'said', '']) expect(isFunctionWord(word, 'en')).toBe(false);
  });
});
