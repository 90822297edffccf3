import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { tokenize } from '../../../memory/text/tokenize.ts';

const texts = (text: string, language: Language) => tokenize(text, language).map((token) => token.text);
const norms = (text: string, language: Language) => tokenize(text, language).map((token) => token.norm);

describe('tokenize in French', () => {
  it('sets elided words apart with their apostrophe', () => {
    expect(texts('L’affaire d’acquisition qu’il l’a', 'fr')).toEqual([
      'L’',
      'affaire',
      'd’',
      'acquisition',
      'qu’',
      'il',
      'l’',
      'a',
    ]);
    expect(texts("jusqu'à lorsqu'elle", 'fr')).toEqual(["jusqu'", 'à', "lorsqu'", 'elle']);
    expect(texts('l’« affaire »', 'fr')).toEqual(['l’', '«', 'affaire', '»']);
  });

  it('keeps words that merely hold an apostrophe or hyphen whole', () => {
    const words = ['aujourd’hui', 'quelqu’un', 'presqu’île', 'porte-parole', 'rendez-vous', 'États-Unis', 'vis-à-vis'];
    expect(texts(words.join(' '), 'fr')).toEqual(words);
  });

  it('sets pronouns after a verb apart', () => {
    expect(norms('est-il a-t-on avons-nous est-ce', 'fr')).toEqual([
      'est',
      '-il',
      'a',
      '-on',
      'avons',
      '-nous',
      'est',
      '-ce',
    ]);
  });

  it.each([
    ['1 234,5', '1234.5'],
    ['1\u202f234\u202f567', '1234567'],
    ['12\u00a0000', '12000'],
    ['3,14', '3.14'],
    ['1.234.567', '1234567'],
    ['1.234,50', '1234.5'],
    ['2.6', '2.6'],
    ['2.4.18', '2.4.18'],
    ['007', '007'],
  ])('reads %s as one number, %s', (form, norm) => {
    expect(tokenize(`de ${form} euros`, 'fr')[1]).toMatchObject({ kind: 'number', text: form, norm });
  });

  it('does not take a year and the number after it for one', () => {
    expect(norms('en 2021 300 personnes', 'fr')).toEqual(['en', '2021', '300', 'personnes']);
  });
});

describe('tokenize in English', () => {
  it('sets possessives and contractions apart', () => {
    expect(texts("The group’s clients don’t; it'll", 'en')).toEqual([
      'The',
      'group',
      '’s',
      'clients',
      'do',
      'n’t',
      ';',
      'it',
      "'ll",
    ]);
    expect(norms("can't won't shan’t", 'en')).toEqual(['can', "n't", 'will', "n't", 'shall', "n't"]);
    expect(texts("its targets' data, O’Brien", 'en')).toEqual(['its', 'targets', "'", 'data', ',', 'O’Brien']);
  });

  it('keeps initials, compounds and names with an ampersand whole', () => {
    expect(norms('The U.S. and U.K. D.C.', 'en')).toEqual(['the', 'us', 'and', 'uk', 'dc']);
    expect(texts('a well-known R&D firm. A b.', 'en')).toEqual(['a', 'well-known', 'R&D', 'firm', '.', 'A', 'b', '.']);
  });

  it.each([
    ['1,234.5', '1234.5'],
    ['1,234,567', '1234567'],
    ['1\u00a0234', '1234'],
    ['0.125', '0.125'],
    ['2,5', '2.5'],
  ])('reads %s as one number, %s', (form, norm) => {
    expect(tokenize(`about ${form} euros`, 'en')[1]).toMatchObject({ kind: 'number', text: form, norm });
  });

  it('parts a number from the unit written onto it', () => {
    expect(texts('160km/h at 14:30 on the 21st', 'en')).toEqual([
      '160',
      'km',
      '/',
      'h',
      'at',
      '14',
      ':',
      '30',
      'on',
      'the',
      '21',
      'st',
    ]);
  });
});

describe('tokenize', () => {
  it('keeps addresses whole and leaves the punctuation after them out', () => {
    expect(texts('Voir https://example.org/a?b=1, (www.example.org).', 'fr')).toEqual([
      'Voir',
      'https://example.org/a?b=1',
      ',',
      '(',
      'www.example.org',
      ')',
      '.',
    ]);
    expect(texts('Write to press.office@example.org today', 'en')).toEqual([
      'Write',
      'to',
      'press.office@example.org',
      'today',
    ]);
  });

  it('folds typography, case and ligatures in the norm and finds one stem for the forms of a word', () => {
    expect(norms('Œuvre “x” – … ...', 'fr')).toEqual(['oeuvre', '"', 'x', '"', '-', '…', '…']);
    const stems = tokenize('État Etat états', 'fr').map((token) => token.stem);
    expect(new Set(stems).size).toBe(1);
  });

  it('takes a decomposed accent and a soft hyphen for the word they are in', () => {
    expect(norms('e\u0301te\u0301 négo\u00adciation', 'fr')).toEqual(['été', 'négociation']);
  });

  it('finds nothing in white space and control characters', () => {
    expect(tokenize(' \u00a0\u0000\n\u200e', 'fr')).toEqual([]);
    expect(tokenize('', 'en')).toEqual([]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(
        'a',
        'E',
        'é',
        '1',
        ' ',
        '.',
        ',',
        "'",
        '’',
        '-',
        '@',
        '\ud83d',
        '\ude00',
        '\u00a0',
        '\u00ad',
        '&',
      ),
      maxLength: 40,
    }),
  );

  it('parts a text into tokens in order with nothing to be seen between them', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Language>('fr', 'en'), (text, language) => {
        let end = 0;
        for (const token of tokenize(text, language)) {
          expect(text.slice(end, token.start)).toMatch(/^[\s\p{Z}\p{C}\p{Variation_Selector}]*$/u);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(text.slice(token.start, token.end));
          end = token.end;
        }
        expect(text.slice(end)).toMatch(/^[\s\p{Z}\p{C}\p{Variation_Selector}]*$/u);
      }),
    );
  });

  it('handles 100,000 characters of anything', () => {
    for (const unit of [
      'a',
      'a@',
      'a.',
      '1,',
      '1 234',
      '\ud800',
      '😀',
      '-a',
      "'",
      "a'",
      'www.a',
      'a\u00ad',
      '\u0301',
      'a@b.',
    ]) {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      expect(tokenize(text, 'fr').at(-1)?.end ?? 0).toBeGreaterThan(99_000);
    }
  });
});
