import type { Language } from '../../model/language.ts';
import { type AnalysedTexts, countsOf } from '../../retrieval/index/analysis.ts';
import { LAST_FORM, LAST_STEM, type StemId, UNKNOWN, type WordId, wordId } from '../../retrieval/index/word-ids.ts';
import type { Connection } from './connection.ts';
import { numberingOf, type WhichIndex } from './index-state.ts';

/** The numbers that words have in an index, inside a transaction of whoever calls. */
export interface WordTable {
  /**
   * The numbers of forms, given with the stem of each; that of the stem alone where no stored text has the form;
   * `UNKNOWN` where none has the stem. They go together, whether or not what it asks is of one state of the database.
   */
  find(language: Language, forms: readonly string[], stems: readonly string[]): Promise<readonly WordId[]>;
  /** The numbers of the words of some texts, parallel to their forms; words that have none are given one. */
  numbersOf(language: Language, texts: AnalysedTexts): Promise<Uint32Array>;
  /** Forgets what a transaction has numbered that did not come to be. */
  forget(): void;
}

interface NumberedStem {
  readonly id: StemId;
  /** How many forms of it have a number. */
  forms: number;
}

/** A form or stem with its number; of none, the number of the index. */
interface FoundForm {
  readonly form: string | null;
  readonly id: WordId | null;
}

interface FoundStem {
  readonly stem: string | null;
  readonly id: StemId | null;
  readonly forms: number;
}

/** Words that this process has numbered when plans are made anew for the first time; then whenever there are twice as many. */
const FIRST_PLANNED = 1_000;

/** The most numbers remembered of each language. */
const REMEMBERED = 60_000;

export function wordTable(connection: Connection, which: WhichIndex): WordTable {
  const own = numberingOf(which);
  const { wantedNumbers, wantedTexts, joinInOrder, list } = connection.dialect;
  // Which numbers these are comes along, as a row of no word: one question, whose answer is of one state.
  const wordsOf = connection.prepare<[string, string], FoundForm>(
    `SELECT CAST(NULL AS TEXT) AS form, ${own} AS id
     UNION ALL
     SELECT w.form, w.id FROM ${wantedTexts} ${joinInOrder} index_words AS w
     ON w.numbering = ${own} AND w.language = ? AND w.form = wanted.value`,
  );
  const stemsOf = connection.prepare<[string, string], FoundStem>(
    `SELECT CAST(NULL AS TEXT) AS stem, ${own} AS id, 0 AS forms
     UNION ALL
     SELECT s.stem, s.id, s.forms FROM ${wantedTexts} ${joinInOrder} index_stems AS s
     ON s.numbering = ${own} AND s.language = ? AND s.stem = wanted.value`,
  );
  const numbering = connection.prepare<[], number | null>(`SELECT ${own}`).pluck();
  const highest = connection
    .prepare<[string], number | null>(`SELECT max(id) FROM index_stems WHERE numbering = ${own} AND language = ?`)
    .pluck();
  const addWord = connection.prepare<readonly [number, string, string, number]>(
    'INSERT INTO index_words (numbering, language, form, id) VALUES (?, ?, ?, ?)',
  );
  const removeStems = connection.prepare<[string, string]>(
    `DELETE FROM index_stems
     WHERE numbering = ${own} AND language = ? AND id IN (SELECT wanted.value FROM ${wantedNumbers})`,
  );
  const addStem = connection.prepare<readonly [number, string, string, number, number]>(
    'INSERT INTO index_stems (numbering, language, stem, id, forms) VALUES (?, ?, ?, ?, ?)',
  );
  // A plan that was made while there were hardly any words takes seconds when there are thousands.
  const { analyse } = connection.dialect;
  const planAnew = analyse === undefined ? undefined : connection.prepare<[]>(`${analyse} index_stems, index_words`);
  let numbered = 0;
  let plannedAt = FIRST_PLANNED;
  // A number once given never changes until all are given anew, so it can be remembered whatever others write meanwhile.
  const remembered: Readonly<Record<Language, Map<string, WordId>>> = { fr: new Map(), en: new Map() };
  let rememberedOf: number | null | undefined;

  /** The numbers of those of the forms that have one. */
  async function known(language: Language, forms: readonly string[]): Promise<ReadonlyMap<string, WordId>> {
    const found = new Map<string, WordId>();
    const asked = new Set<string>();
    const before = rememberedOf;
    for (const form of forms) {
      const id = remembered[language].get(form);
      if (id === undefined) asked.add(form);
      else found.set(form, id);
    }
    const rows =
      asked.size === 0 ? [{ form: null, id: await numbering.get() }] : await wordsOf.all(list(asked), language);
    const now = rows.find(({ form }) => form === null)?.id;
    stillHolds(now);
    // What was remembered were numbers of before, whoever was the first to see that there are others.
    if (now !== before && found.size > 0) return known(language, forms);
    for (const { form, id } of rows) {
      if (form === null || id == null) continue;
      found.set(form, id);
      remember(language, form, id);
    }
    return found;
  }

  /** @returns nothing where words have other numbers since forms were looked for */
  async function knownStems(
    language: Language,
    stems: Iterable<string>,
  ): Promise<Map<string, NumberedStem> | undefined> {
    const rows = await stemsOf.all(list(new Set(stems)), language);
    if (!stillHolds(rows.find(({ stem }) => stem === null)?.id)) return undefined;
    return new Map(
      rows.flatMap(({ stem, id, forms }) => (stem === null || id === null ? [] : [[stem, { id, forms }]])),
    );
  }

  /** Forgets what is remembered where words have other numbers now. @returns whether they have the same */
  function stillHolds(now: number | null | undefined): boolean {
    if (now === rememberedOf) return true;
    forget();
    rememberedOf = now;
    return false;
  }

  function remember(language: Language, form: string, id: WordId): void {
    const memo = remembered[language];
    if (memo.size >= REMEMBERED) memo.clear();
    memo.set(form, id);
  }

  /** Numbers forms that have none, those of the most frequent stems first. @param places where they are in the texts */
  async function add(
    language: Language,
    texts: AnalysedTexts,
    places: readonly number[],
    ids: Uint32Array,
  ): Promise<void> {
    const stems = await knownStems(
      language,
      places.map((place) => texts.stems[place] ?? ''),
    );
    if (stems === undefined) throw new Error('words were numbered anew while another numbered them');
    const before = [...stems.values()].map(({ id }) => id);
    let next = ((await highest.get(language)) ?? 0) + 1;
    for (const place of byFrequency(texts, places)) {
      const text = texts.stems[place] ?? '';
      const stem = stems.get(text) ?? { id: next, forms: 0 };
      if (stem.id === next) next++;
      if (stem.id > LAST_STEM) throw new Error('there are more stems than the index can number');
      stem.forms = Math.min(stem.forms + 1, LAST_FORM);
      stems.set(text, stem);
      ids[place] = wordId(stem.id, stem.forms);
    }
    const which = (await numbering.get()) ?? 0;
    // In the order of the tables, which are trees: neighbours go to one page.
    if (before.length > 0) await removeStems.run(language, list(before));
    await addStem.each(
      [...stems].sort(byText).map(([text, { id, forms }]) => [which, language, text, id, forms] as const),
    );
    const forms = places.map((place) => [texts.forms[place] ?? '', ids[place] ?? UNKNOWN] as const);
    await addWord.each(forms.sort(byText).map(([form, id]) => [which, language, form, id] as const));
    for (const [form, id] of forms) remember(language, form, id);
    numbered += forms.length;
    if (numbered < plannedAt) return;
    await planAnew?.run();
    plannedAt = 2 * numbered;
  }

  const forget = () => {
    remembered.fr.clear();
    remembered.en.clear();
  };

  const find: WordTable['find'] = async (language, forms, stems) => {
    const ids = await known(language, forms);
    const without = stems.filter((_, at) => !ids.has(forms[at] ?? ''));
    const ofStems = without.length === 0 ? new Map<string, NumberedStem>() : await knownStems(language, without);
    if (ofStems === undefined) return find(language, forms, stems);
    return forms.map((form, at) => {
      const stem = ofStems.get(stems[at] ?? '');
      return ids.get(form) ?? (stem ? wordId(stem.id, stem.forms >= LAST_FORM ? LAST_FORM : 0) : UNKNOWN);
    });
  };

  return {
    find,

    async numbersOf(language, texts) {
      const found = await known(language, texts.forms);
      const ids = Uint32Array.from(texts.forms, (form) => found.get(form) ?? UNKNOWN);
      const missing = [...texts.forms.keys()].filter((place) => !found.has(texts.forms[place] ?? ''));
      if (missing.length > 0) await add(language, texts, missing, ids);
      return ids;
    },

    forget,
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
