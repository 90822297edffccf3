import type { EntryView, TermView } from '../model/edit-entry.ts';
import type { Language } from '../model/language.ts';
import { canonicalTag, LANGUAGES, languageOf, otherLanguage } from '../model/language.ts';
import { TERM_STATUSES } from '../model/term-status.ts';

/** What each term of a language is to be translated by, for a service that keeps to such lists. */
export type Glossary = Readonly<Record<Language, ReadonlyMap<string, string>>>;

/** The longest term that services take, in UTF-8 bytes. */
const LONGEST = 1_024;
/** Control characters and line ends, which lists of lines cannot hold. */
const UNFIT = /[\p{Cc}\u2028\u2029]|^\s|\s$|^$/u;

/**
 * The glossary of some entries. A term, also one that is not to be used, is translated by the first term of its concept that is
 * preferred, else by the first that is admitted. One that several concepts would have translated differently is left out, for only
 * its text says which is meant.
 */
export function glossaryOf(entries: Iterable<EntryView>): Glossary {
  const glossary = { fr: new Map<string, string>(), en: new Map<string, string>() };
  const ambiguous = { fr: new Set<string>(), en: new Set<string>() };
  for (const { terms } of entries) {
    for (const language of LANGUAGES) {
      const target = wanted(termsIn(terms, otherLanguage(language)));
      if (target === undefined) continue;
      for (const { text } of termsIn(terms, language)) {
        const known = glossary[language].get(text);
        if (known !== undefined && known !== target.text) ambiguous[language].add(text);
        else if (isFit(text)) glossary[language].set(text, target.text);
      }
    }
  }
  for (const language of LANGUAGES) for (const text of ambiguous[language]) glossary[language].delete(text);
  return glossary;
}

function termsIn(terms: readonly TermView[], language: Language): readonly TermView[] {
  return terms.filter((term) => {
    const tag = canonicalTag(term.language);
    return tag !== undefined && languageOf(tag) === language;
  });
}

function wanted(terms: readonly TermView[]): TermView | undefined {
  const usable = terms.filter(({ status, text }) => status !== 'forbidden' && isFit(text));
  return usable.toSorted((a, b) => TERM_STATUSES.indexOf(a.status) - TERM_STATUSES.indexOf(b.status))[0];
}

function isFit(text: string): boolean {
  return !UNFIT.test(text) && new TextEncoder().encode(text).length <= LONGEST;
}
