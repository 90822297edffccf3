import type { Concept } from '../model/concept.ts';
import { factText, tagOf } from '../model/concept.ts';
import type { Language } from '../model/language.ts';
import { languageOf } from '../model/language.ts';
import type { TermStatus } from '../model/term-status.ts';
import { termStatus } from '../model/term-status.ts';
import type { EntryId } from '../model/termbase.ts';
import { foldWord, stripAccents } from '../text/normalize.ts';
import { termStart, wordsOfTerm } from './term-words.ts';

/** A French or English term of an entry, as it is found in texts. */
export interface IndexedTerm {
  readonly entryId: EntryId;
  /** Which of the entry's terms it is, from 0, those of other languages counted. */
  readonly place: number;
  readonly text: string;
  readonly status: TermStatus;
  readonly partOfSpeech?: string;
  /** The stems of its words with spaces between. */
  readonly stems: string;
}

/** The same with what it is looked up by. */
export interface TermToIndex extends Omit<IndexedTerm, 'entryId'> {
  readonly language: Language;
  readonly start: string;
}

/** The longest beginning that a term is found or sorted by, in UTF-16 units; what begins longer is no term but a text. */
const LONGEST = 200;

/** The terms of a concept that are found in texts: those in French and English that have a word or mark in them. */
export function termsToIndex({ languages }: Concept): readonly TermToIndex[] {
  let place = 0;
  return languages.flatMap((ofLanguage) => {
    const tag = tagOf(ofLanguage);
    return ofLanguage.terms.flatMap((term): readonly TermToIndex[] => {
      const at = place++;
      if (tag === undefined) return [];
      const language = languageOf(tag);
      const words = wordsOfTerm(term.text, language);
      const start = termStart(words);
      if (words.length === 0 || start.length > LONGEST) return [];
      const partOfSpeech = factText(term.facts, 'partOfSpeech');
      return [
        {
          place: at,
          language,
          text: term.text,
          status: termStatus(term),
          ...(partOfSpeech && { partOfSpeech }),
          start,
          stems: words.map(({ stem }) => stem).join(' '),
        },
      ];
    });
  });
}

/** What a concept is sorted by in lists: its first French term, else its first English one, else its first; folded. */
export function headword({ languages }: Concept): string {
  const ofLanguage = (language: Language) => languages.find((one) => tagOf(one)?.startsWith(language))?.terms[0]?.text;
  const text = ofLanguage('fr') ?? ofLanguage('en') ?? languages[0]?.terms[0]?.text ?? '';
  return stripAccents(foldWord(text.slice(0, LONGEST)));
}
