import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCredit } from '../../../memory/text/credit.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

describe('readCredit', () => {
  it.each([
    ['Traduit de l’anglais (original) par VECTranslation.', 'fr', 'en', 'VECTranslation'],
    ['Translated from English (original) by VECTranslation.', 'en', 'en', 'VECTranslation'],
    ['(Traduit du français)', 'fr', 'fr', undefined],
    ['Translated from the French by Bureau A. B. Mots for the Gazette', 'en', 'fr', 'Bureau A. B. Mots'],
    ['Adapté de l’anglais (États-Unis) par Mots & Cie', 'fr', 'en', 'Mots & Cie'],
    ['Traduction : Mots & Cie', 'fr', undefined, 'Mots & Cie'],
    ['Traduit de l’allemand par Mots & Cie.', 'fr', undefined, 'Mots & Cie'],
    ['This article was translated into English from French by Mots & Cie.', 'en', 'fr', 'Mots & Cie'],
    ['Translation by Mots & Cie', 'en', undefined, 'Mots & Cie'],
  ])('reads “%s”', (text, language, originalLanguage, translator) => {
    expect(readCredit(text)).toEqual({
      text,
      language,
      ...(originalLanguage === undefined ? {} : { originalLanguage }),
      ...(translator === undefined ? {} : { translator }),
    });
  });

  it('keeps the note as printed, less the white space around it', () => {
    expect(readCredit('  Traduit de l’anglais.\u00a0\n')?.text).toBe('Traduit de l’anglais.');
  });

  it.each([
    'Traduit en justice, il a nié.',
    'Traduit par la foule en colère.',
    'Le livre a été traduit de l’anglais par Mots & Cie.',
    'Translated by the agency’s own staff, the text was read aloud.',
    'Traduit par Mots. Lire aussi la suite.',
    'Adapted to the weather',
    'Traduit',
    '',
    'Traduit de l’anglais par '.repeat(10_000),
  ])('takes no other sentence for a note: %.40s', (text) => {
    expect(readCredit(text)).toBeUndefined();
  });

  it('finds the one note of each real article', needsShared('articles'), () => {
    for (const [file, language] of [
      ['mee-2021-11.fr.txt', 'fr'],
      ['mee-2021-11.en.txt', 'en'],
      ['tech-press-2021-11.fr.txt', undefined],
    ] as const) {
      const notes = readFileSync(sharedPath(`articles/${file}`), 'utf8')
        .split('\n')
        .flatMap((line) => readCredit(line) ?? []);
      expect(notes.map((note) => [note.language, note.originalLanguage, note.translator])).toEqual(
        language === undefined ? [] : [[language, 'en', 'VECTranslation']],
      );
    }
  });
});
