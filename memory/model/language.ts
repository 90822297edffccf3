import { CalqueError } from './errors.ts';

/** The two languages of every memory, as ISO 639-1 codes. */
export type Language = 'fr' | 'en';

export const LANGUAGES: readonly Language[] = ['fr', 'en'];

/** A BCP 47 tag whose language is French or English, in canonical case: `fr`, `fr-CA`, `en-GB`. */
export type LanguageTag = Language | `${Language}-${string}`;

/** The language on the other side of the pair. */
export function otherLanguage(language: Language): Language {
  return language === 'fr' ? 'en' : 'fr';
}

/** The language of a tag, without region or variant: `fr-CA` gives `fr`. */
export function languageOf(tag: LanguageTag): Language {
  return tag.startsWith('fr') ? 'fr' : 'en';
}

/**
 * Reads a language tag as people and tools write it: `fr`, `FR`, `fr_FR`, `fr-fr`, `en-GB-oxendict`.
 * @param where names the field or argument, for the error
 * @throws CalqueError `unknown-language` for anything but French or English
 */
export function parseLanguageTag(text: string, where = 'language'): LanguageTag {
  const tag = canonicalTag(text);
  if (tag === undefined) {
    throw new CalqueError('unknown-language', `“${text.slice(0, 40)}” is not French (fr) or English (en).`, { where });
  }
  return tag;
}

/** As {@link parseLanguageTag}, giving `undefined` for any other language. */
export function canonicalTag(text: string): LanguageTag | undefined {
  if (!/^(fr|en)([-_][a-z0-9]{1,8}){0,6}$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0] as LanguageTag;
  } catch {
    return undefined;
  }
}
