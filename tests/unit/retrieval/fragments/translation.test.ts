import { describe, expect, it } from 'vitest';
import { locateTranslation, type WordKnowledge } from '../../../../memory/retrieval/fragments/translation.ts';

/** Stems by their words: each is its own. */
const STEMS = new Map<string, number>();
function stem(word: string): number {
  const known = STEMS.get(word) ?? STEMS.size + 1;
  STEMS.set(word, known);
  return known;
}
const words = (text: string) => Uint32Array.from(text.split(' '), (word) => (stem(word) << 8) | 1);

const KNOWN: readonly (readonly [string, string, number])[] = [
  ['quai', 'quay', 0.6],
  ['nord', 'north', 0.5],
  ['fermé', 'closed', 0.4],
  ['terminal', 'terminal', 0.7],
  ['nouveau', 'new', 0.5],
];

const KNOWLEDGE: WordKnowledge = {
  translations: (asked) =>
    KNOWN.filter(([from]) => stem(from) === asked).map(([, to, weight]) => ({ stem: stem(to), weight })),
  sourceGrammar: new Set(['le', 'est', 'de'].map(stem)),
  targetGrammar: new Set(['the', 'is', 'of'].map(stem)),
};

function located(source: string, first: number, last: number, target: string) {
  const found = locateTranslation(words(source), { first, last }, words(target), KNOWLEDGE);
  return (
    found && {
      text: target
        .split(' ')
        .slice(found.first, found.last + 1)
        .join(' '),
      sure: found.confidence,
    }
  );
}

describe('the translation of a piece', () => {
  it('is the stretch whose words it explains, in the order of the target', () => {
    expect(located('le quai nord est fermé', 1, 2, 'the north quay is closed')).toEqual({
      text: 'north quay',
      sure: 1,
    });
  });

  it('ends where the rest of the sentence explains better', () => {
    expect(located('le nouveau terminal de le quai nord', 1, 2, 'the new terminal of the north quay')?.text).toBe(
      'new terminal',
    );
  });

  it('reaches over what is not known in its midst', () => {
    expect(located('quai bruyant nord', 0, 2, 'north noisy quay')).toMatchObject({ text: 'north noisy quay' });
  });

  it('is that of what it has of the piece: a word at the end that is not found again belongs to none', () => {
    const source = words('tramway de le quai nord');
    const found = locateTranslation(source, { first: 0, last: 4 }, words('the north quay of lines'), KNOWLEDGE);
    expect(found?.source).toEqual({ first: 3, last: 4 });
    expect(located('tramway de le quai nord', 0, 4, 'the north quay of lines')).toEqual({
      text: 'north quay',
      sure: 1,
    });
    expect(located('tramway nord', 0, 1, 'north of lines')).toBeUndefined();
  });

  it('is none where too little is known of it', () => {
    expect(located('le tramway nord', 1, 2, 'the north tram')).toBeUndefined();
    expect(located('le tramway rapide', 1, 2, 'the fast tram')).toBeUndefined();
    expect(located('quai nord', 0, 1, 'nothing')).toBeUndefined();
  });
});
