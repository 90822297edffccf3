import { describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { negationsIn } from '../../../memory/text/negation.ts';
import { tokenize } from '../../../memory/text/tokenize.ts';

describe('negationsIn', () => {
  it.each<[Language, string, string[]]>([
    ['fr', 'Elle n’exploite pas le logiciel.', ['n’ … pas']],
    ['fr', 'Elle ne l’a malheureusement jamais vu.', ['ne … jamais']],
    ['fr', 'Elle ne vend que des logiciels.', []],
    ['fr', 'Elle n’a dit que la vérité, ce n’est pas tout.', ['n’ … pas']],
    ['fr', 'Il ne cesse de parler.', ['ne']],
    ['fr', 'Sans accord, aucun achat.', ['Sans', 'aucun']],
    ['fr', 'Il en veut plus.', []],
    ['en', 'It doesn’t comment, never will, without exception.', ['n’t', 'never', 'without']],
    ['en', 'It does.', []],
  ])('in %s: %s', (language, text, expected) => {
    expect(negationsIn(tokenize(text, language), language)).toEqual(expected);
  });
});
