import { describe, expect, it } from 'vitest';
import { commentPieces, mentionsIn } from '../../../memory/model/comment.ts';

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
