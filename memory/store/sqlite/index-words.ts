import type { Language } from '../../model/language.ts';
import {
  LAST_FORM,
  LAST_STEM,
  type StemId,
  stemOf,
  UNKNOWN,
  type WordId,
  wordId,
} from '../../retrieval/index/word-ids.ts';
import type { Connection } from './connection.ts';

/** The numbers of words, inside a transaction of whoever calls. */
export interface WordTable {
  /** The number of a form; of its stem alone where no stored text has the form; `UNKNOWN` where none has the stem. */
  find(language: Language, form: string, stem: string): WordId;
  /** Whether the form has a number. */
  has(language: Language, form: string): boolean;
  /** Numbers forms that have none, in the order given. @param words stems by form */
  number(language: Language, words: ReadonlyMap<string, string>): void;
  /** Forgets what a transaction has numbered that did not come to be. */
  forget(): void;
  /** Forgets every number, in the database too. */
  clear(): void;
}

/** The most numbers remembered of each language. */
const REMEMBERED = 400_000;

export function wordTable(connection: Connection): WordTable {
  const wordOf = connection
    .prepare<[string, string], number>('SELECT id FROM index_words WHERE language = ? AND form = ?')
    .pluck();
  const stemOfText = connection.prepare<[string, string], { readonly id: number; readonly forms: number }>(
    'SELECT id, forms FROM index_stems WHERE language = ? AND stem = ?',
  );
  const highest = connection
    .prepare<[string], number | null>('SELECT max(id) FROM index_stems WHERE language = ?')
    .pluck();
  const addWord = connection.prepare<[string, string, number]>(
    'INSERT INTO index_words (language, form, id) VALUES (?, ?, ?)',
  );
  const putStem = connection.prepare<[string, string, number, number]>(
    `INSERT INTO index_stems (language, stem, id, forms) VALUES (?, ?, ?, ?)
     ON CONFLICT (language, stem) DO UPDATE SET forms = excluded.forms`,
  );
  const clearWords = connection.prepare<[]>('DELETE FROM index_words');
  const clearStems = connection.prepare<[]>('DELETE FROM index_stems');
  // A number once given never changes, so it can be remembered whatever other programs write meanwhile.
  const remembered: Readonly<Record<Language, Map<string, WordId>>> = { fr: new Map(), en: new Map() };

  function known(language: Language, form: string): WordId | undefined {
    const memo = remembered[language];
    const id = memo.get(form) ?? wordOf.get(language, form);
    if (id === undefined) return undefined;
    if (memo.size >= REMEMBERED) memo.clear();
    memo.set(form, id);
    return id;
  }

  function add(language: Language, form: string, stem: string, next: StemId): WordId {
    const present = stemOfText.get(language, stem);
    const forms = Math.min((present?.forms ?? 0) + 1, LAST_FORM);
    const id = wordId(present?.id ?? next, forms);
    putStem.run(language, stem, stemOf(id), forms);
    addWord.run(language, form, id);
    remembered[language].set(form, id);
    return id;
  }

  const forget = () => {
    remembered.fr.clear();
    remembered.en.clear();
  };

  return {
    find(language, form, stem) {
      const id = known(language, form);
      if (id !== undefined) return id;
      const present = stemOfText.get(language, stem);
      if (present === undefined) return UNKNOWN;
      return wordId(present.id, present.forms >= LAST_FORM ? LAST_FORM : 0);
    },

    has: (language, form) => known(language, form) !== undefined,

    number(language, words) {
      if (words.size === 0) return;
      let next = (highest.get(language) ?? 0) + 1;
      for (const [form, stem] of words) {
        if (next > LAST_STEM) throw new Error('there are more stems than the index can number');
        if (stemOf(add(language, form, stem, next)) === next) next++;
      }
    },

    forget,

    clear() {
      forget();
      clearWords.run();
      clearStems.run();
    },
  };
}
