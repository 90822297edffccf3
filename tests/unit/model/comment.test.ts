import { describe, expect, it } from 'vitest';
import { commentPieces, isCalled, mentionOf, mentionsIn } from '../../../memory/model/comment.ts';

describe('who a comment speaks to', () => {
  it('is named behind an @, each once, in any letters', () => {
    expect(mentionsIn('@desk and @Éloïse.M: is it right, @desk?')).toEqual(['desk', 'Éloïse.M']);
  });

  it('is nobody in an address or behind a lone @', () => {
    expect(mentionsIn('write to desk@example.org @ noon, or at 9@')).toEqual([]);
  });

  it('stands apart in its pieces, which are the whole text', () => {
    const text = 'See @desk, and <b>.';
    expect(commentPieces(text).filter(({ mention }) => mention)).toEqual([{ text: '@desk', mention: true }]);
    expect(
      commentPieces(text)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
    expect(commentPieces('')).toEqual([]);
  });
});

describe('what is written to speak to a person', () => {
  it.each([
    ['Ada', 'Ada'],
    ['Ada Lovelace', 'Ada.Lovelace'],
    ['Éloïse de la Tour', 'Éloïse.de.la.Tour'],
    ['Zoë O’Neill', 'Zoë'],
    ['Jean-Pierre', 'Jean-Pierre'],
  ])('is, for %s, %s', (person, written) => {
    expect(mentionOf(person)).toBe(written);
    expect(mentionsIn(`See @${written} of it`)).toEqual([written]);
    expect(isCalled(written, person)).toBe(true);
  });
});

describe('a name behind an @', () => {
  it.each([
    ['ada', 'Ada'],
    ['ada.lovelace', 'Ada Lovelace'],
    ['Ada-Lovelace', 'Ada Lovelace'],
    ['adalovelace', 'Ada Lovelace'],
    ['ada', 'Ada Lovelace'],
    ['eloise', 'Éloïse Martin'],
    ['jean-pierre', 'Jean-Pierre'],
  ])('%s is %s', (mention, person) => {
    expect(isCalled(mention, person)).toBe(true);
  });

  it.each([
    ['ad', 'Ada'],
    ['lovelace', 'Ada Lovelace'],
    ['adam', 'Ada'],
  ])('%s is not %s', (mention, person) => {
    expect(isCalled(mention, person)).toBe(false);
  });
});
