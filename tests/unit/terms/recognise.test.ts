import { describe, expect, it } from 'vitest';
import { newConcept } from '../../../memory/model/edit-entry.ts';
import type { Language } from '../../../memory/model/language.ts';
import { headword, termsToIndex } from '../../../memory/terms/index-terms.ts';
import { recogniseTerms } from '../../../memory/terms/recognise.ts';
import { startsIn, termWords } from '../../../memory/terms/term-words.ts';

/** The pieces of `text` that are recognised as one of `terms`; a term may be written `text|partOfSpeech`. */
function found(text: string, language: Language, ...terms: readonly string[]): readonly string[] {
  const words = termWords(text, language);
  const starts = new Set(startsIn(words));
  const candidates = terms.flatMap((written, entryId) => {
    const [term = '', partOfSpeech = ''] = written.split('|');
    return termsToIndex(newConcept({ terms: [{ language, text: term, partOfSpeech }] }))
      .filter(({ start }) => starts.has(start))
      .map((one) => ({ ...one, entryId }));
  });
  return recogniseTerms(words, candidates).map(({ range }) => text.slice(range.start, range.end));
}

describe('recogniseTerms', () => {
  it.each([
    ['fr', 'Les cessez-le-feu ont tenu.', 'cessez-le-feu', ['cessez-le-feu']],
    [
      'fr',
      'L’Union européenne et les unions européennes',
      'Union européenne',
      ['Union européenne', 'unions européennes'],
    ],
    ['en', 'Peace talks and a peace talk', 'peace talk', ['Peace talks', 'peace talk']],
    ['en', 'The first aid kit, the first-aid kit', 'first-aid', ['first aid', 'first-aid']],
    ['fr', 'La parole du porte-parole', 'parole', ['parole']],
    ['en', 'They launched a probe.', 'to launch', ['launched']],
    ['fr', 'Il lit Le Monde, le monde', 'Le Monde', ['Le Monde', 'le monde']],
    ['fr', 'un accord, de paix', 'accord de paix', []],
    ['en', 'He writes C++ and C.', 'C++', ['C++']],
  ] as const)('finds in %s “%s” the term “%s”', (language, text, term, expected) => {
    expect(found(text, language, term)).toEqual(expected);
  });

  it('takes the longest where terms overlap, and terms that read alike together', () => {
    const text = 'le Conseil européen se réunit';
    expect(found(text, 'fr', 'conseil', 'Conseil européen', 'européen|adjective')).toEqual(['Conseil européen']);
    expect(found('un avocat', 'fr', 'avocat', 'avocat')).toEqual(['avocat', 'avocat']);
    expect(found('la Cour pénale internationale juge', 'fr', 'Cour pénale', 'Cour pénale internationale')).toEqual([
      'Cour pénale internationale',
    ]);
  });

  it.each([
    ['en', 'Tell us about the US.', 'US', ['US']],
    ['en', 'Tell us about the U.S. today', 'US', ['U.S.']],
    ['fr', 'l’OTAN et l’otan', 'OTAN', ['OTAN']],
    ['fr', 'Orange vend une orange', 'Orange', ['Orange']],
    ['fr', 'Une orange', 'Orange|noun', ['orange']],
    ['fr', 'ONU Femmes, onu femmes', 'ONU Femmes', ['ONU Femmes']],
    ['fr', 'l’union européenne', 'UNION EUROPÉENNE', ['union européenne']],
    ['en', 'an iPhone, an iphone', 'iPhone', ['iPhone']],
  ] as const)('minds the case of names: in %s “%s”, the term “%s”', (language, text, term, expected) => {
    expect(found(text, language, term)).toEqual(expected);
  });

  it('finds nothing in nothing', () => {
    expect(found('', 'fr', 'a')).toEqual([]);
    expect(found('a', 'fr', '“ ”')).toEqual([]);
  });
});

describe('termsToIndex', () => {
  it('counts terms of other languages without taking them', () => {
    const term = (text: string) => ({ text, facts: [] });
    const languages = [
      { language: 'de', facts: [], terms: [term('Kopf')] },
      { language: 'FR_ca', facts: [], terms: [term('chapeau'), term(' ')] },
      { language: 'en', facts: [], terms: [term('standfirst')] },
    ];
    expect(termsToIndex({ facts: [], languages })).toMatchObject([
      { place: 1, language: 'fr', text: 'chapeau' },
      { place: 3, language: 'en', stems: 'standfirst' },
    ]);
    expect(headword({ facts: [], languages })).toBe('chapeau');
  });
});
