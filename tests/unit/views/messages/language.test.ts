import { describe, expect, it } from 'vitest';
import { languageAccepted, readInterfaceLanguage } from '../../../../views/messages/language.ts';

describe('the language of a first visit', () => {
  it.each([
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['en;q=0.5, fr-CA;q=0.7', 'fr'],
    ['de-DE,de;q=0.9,fr;q=0.2', 'fr'],
    ['FR', 'fr'],
    ['fr;q=0,en', 'en'],
    ['fr;q=nonsense,en;q=0.1', 'en'],
    ['de,*;q=0.5', 'en'],
    ['', 'en'],
    [undefined, 'en'],
  ])('for %s is %s', (accepted, language) => {
    expect(languageAccepted(accepted)).toBe(language);
  });
});

it('a kept choice is checked', () => {
  expect(readInterfaceLanguage('fr')).toBe('fr');
  expect(readInterfaceLanguage('fr-FR')).toBeUndefined();
  expect(readInterfaceLanguage(undefined)).toBeUndefined();
});
