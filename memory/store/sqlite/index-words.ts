import type { Language } from '../../model/language.ts';
import { type AnalysedTexts, countsOf } from '../../retrieval/index/analysis.ts';
import { LAST_FORM, LAST_STEM, type StemId, UNKNOWN, type WordId, wordId } from '../../retrieval/index/word-ids.ts';
import type { Connection } from './connection.ts';

/** The numbers of words, inside a transaction of whoever calls. */
export interface WordTable {
  /** The number of a form; of its stem alone where no stored text has the form; `UNKNOWN` where none has the stem. */
  find(language: Language, form: string, stem: string): WordId;
  /** The numbers of the words of some texts, parallel to their forms; words that have none are given one. */
  numbersOf(language: Language, texts: AnalysedTexts): Uint32Array;
  /** Forgets what a transaction has numbered that did not come to be. */
  forget(): void;
  /** Forgets every number, in the database too. */
  clear(): void;
}

interface NumberedStem {
  readonly id: StemId;
  /** How many forms of it have a number. */
  forms: number;
}

/** The most numbers remembered of each language. */
const REMEMBERED = 60_000;

export function wordTable(connection: Connection): WordTable {
  const wordOf = connection
    .prepare<[string, string], number>('SELECT id FROM index_words WHERE language = ? AND form = ?')
    .pluck();
  const stemOfText = connection.prepare<[string, string], NumberedStem>(
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
    const id = remembered[language].get(form) ?? wordOf.get(language, form);
    if (id !== undefined) remember(language, form, id);
    return id;
  }

  function remember(language: Language, form: string, id: WordId): void {
    const memo = remembered[language];
    if (memo.size >= REMEMBERED) memo.clear();
    memo.set(form, id);
  }

  /** Numbers forms that have none, those of the most frequent stems first. @param places where they are in the texts */
  function add(language: Language, texts: AnalysedTexts, places: readonly number[], ids: Uint32Array): void {
    const stems = new Map<string, NumberedStem>();
    let next = (highest.get(language) ?? 0) + 1;
    for (const place of byFrequency(texts, places)) {
      const text = texts.stems[place] ?? '';
      const stem = stems.get(text) ?? stemOfText.get(language, text) ?? { id: next, forms: 0 };
      if (stem.id === next) next++;
      if (stem.id > LAST_STEM) throw new Error('there are more stems than the index can number');
      stem.forms = Math.min(stem.forms + 1, LAST_FORM);
      stems.set(text, stem);
      ids[place] = wordId(stem.id, stem.forms);
    }
    // In the order of the tables, which are trees: neighbours go to one page.
    for (const [text, { id, forms }] of [...stems].sort(byText)) putStem.run(language, text, id, forms);
    const forms = places.map((place) => [texts.forms[place] ?? '', ids[place] ?? UNKNOWN] as const);
    for (const [form, id] of forms.sort(byText)) {
      addWord.run(language, form, id);
      remember(language, form, id);
    }
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

    numbersOf(language, texts) {
      const ids = new Uint32Array(texts.forms.length);
      const missing: number[] = [];
      for (const [place, form] of texts.forms.entries()) {
        const id = known(language, form);
        if (id === undefined) missing.push(place);
        else ids[place] = id;
      }
      if (missing.length > 0) add(language, texts, missing, ids);
      return ids;
    },

    forget,

    clear() {
      forget();
      clearWords.run();
      clearStems.run();
    },
  };
}

/** Words at these places, those first whose stems stand most often in the texts. */
function byFrequency(texts: AnalysedTexts, places: readonly number[]): readonly number[] {
  const counts = countsOf(texts);
  const ofStem = new Map<string, number>();
  for (const place of places) {
    const stem = texts.stems[place] ?? '';
    ofStem.set(stem, (ofStem.get(stem) ?? 0) + (counts[place] ?? 0));
  }
  const often = (place: number) => ofStem.get(texts.stems[place] ?? '') ?? 0;
  return places.toSorted((a, b) => often(b) - often(a));
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : Number(a > b);
}
