import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LanguageTag } from '../../../../memory/model/language.ts';
import { defaultStyle, type TypographyStyle } from '../../../../memory/text/typography/style.ts';
import { applyTypography } from '../../../../memory/text/typography/typography.ts';

/** Spaces made visible: `~` no-break, `_` narrow. */
const shown = (text: string) => text.replaceAll('\u00a0', '~').replaceAll('\u202f', '_');
const hidden = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('_', '\u202f');

describe('applyTypography', () => {
  it.each<[LanguageTag, string, string]>([
    ['fr', 'Pourquoi? Parce que!', 'Pourquoi_? Parce que_!'],
    ['fr', 'Pourquoi ? Non~; oui !', 'Pourquoi_? Non_; oui_!'],
    ['fr', 'Il dit: «non».', 'Il dit~: «~non~».'],
    ['fr', 'Il dit : « non ».', 'Il dit~: «~non~».'],
    ['fr', 'Quoi?! Vraiment…?', 'Quoi_?! Vraiment…_?'],
    ['fr', 'Il a dit (?) « oui! »', 'Il a dit (?) «~oui_!~»'],
    ['fr', "L'homme d'Etat, aujourd'hui", 'L’homme d’Etat, aujourd’hui'],
    ['fr', 'Le "cloud" et l\'"edge"!', 'Le «~cloud~» et l’«~edge~»_!'],
    ['fr', '"Oui!", dit-elle.', '«~Oui_!~», dit-elle.'],
    ['fr-CA', 'Pourquoi ? Il dit: "non"!', 'Pourquoi? Il dit~: «~non~»!'],
    ['en', 'Why ? He said : "no" !', 'Why? He said: "no"!'],
    ['en', 'It\'s "fine".', 'It\'s "fine".'],
  ])('%s: %s', (tag, text, expected) => {
    expect(shown(applyTypography(hidden(text), tag))).toBe(expected);
  });

  it.each([
    'https://example.org/a?b=1;c=2',
    'Voir www.example.org/?q=a:b',
    'redaction@example.org',
    'à 14:30, 14:30:05',
    'en 16:9',
    'le fichier C:\\Temp',
    'la ligne `a ? b : c` du code',
    'std::vector, x := 1',
    'Merci :-) ;)',
    'a &nbsp; b',
    'un écran de 27" et un "mot mal fermé',
    "rock 'n' roll",
    '?',
    '« »',
  ])('leaves alone: %s', (text) => {
    expect(applyTypography(text, 'fr')).toBe(text);
  });

  it('follows the style of a house', () => {
    const house: TypographyStyle = {
      beforeColon: 'as-written',
      beforeHighMarks: 'no-break',
      insideGuillemets: 'narrow',
      apostrophes: 'as-written',
      quotes: 'curly',
    };
    expect(shown(applyTypography(`C'est : "ça" ! « oui »`, 'fr', house))).toBe("C'est : “ça”~! «_oui_»");
    expect(applyTypography(`It's "it".`, 'en', { ...defaultStyle('en'), quotes: 'curly', apostrophes: 'curly' })).toBe(
      'It’s “it”.',
    );
  });

  const pieces = fc.constantFrom(
    ...['"', "'", '’', ' ', '\u00a0', '\u202f', '\n', ':', ';', '!', '?', '«', '»', '“', '(', ')', '…', '`', '@', '&'],
    ...['mot', 'l', '14', '30', 'https://a.b/', 'www.', '.', ',', '-', '\ue000', '\\', '=', 'C'],
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 14 }).map((some) => some.join('')),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );

  it.each<LanguageTag>(['fr', 'fr-CA', 'en'])('changes nothing the second time, in %s', (tag) => {
    fc.assert(
      fc.property(text, (given) => {
        const once = applyTypography(given, tag);
        expect(applyTypography(once, tag)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['"!"', '"«"?', '"[":', '"_":)', '"É… ("!'])(
    'changes nothing more in %s, where marks stand beside marks',
    (given) => {
      for (const tag of ['fr', 'fr-CA', 'en'] as const) {
        const once = applyTypography(given, tag);
        expect(applyTypography(once, tag)).toBe(once);
      }
    },
  );

  it('changes nothing but spaces, apostrophes and quotation marks', () => {
    const bare = (given: string) => given.replace(/[\s"'’«»]/g, '');
    fc.assert(
      fc.property(text, (given) => {
        expect(bare(applyTypography(given, 'fr'))).toBe(bare(given));
      }),
    );
  });

  it('takes time in proportion to a long text', () => {
    expect(applyTypography('a ! '.repeat(20_000), 'fr')).toBe('a\u202f! '.repeat(20_000));
    expect(applyTypography('"a" '.repeat(20_000), 'fr')).toBe('«\u00a0a\u00a0» '.repeat(20_000));
    expect(applyTypography(`${' '.repeat(40_000)}!`, 'fr')).toBe(`${' '.repeat(40_000)}!`);
  });
});
