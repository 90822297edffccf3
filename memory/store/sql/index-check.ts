import { comparedWords } from '../../match/profile.ts';
import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { UnitId } from '../../model/unit.ts';
import type { IndexEntry, IndexedText } from '../../retrieval/index/block.ts';
import { numberWord, type WordId } from '../../retrieval/index/word-ids.ts';
import type { IndexCheck } from '../store.ts';
import type { Connection } from './connection.ts';
import type { UnitIndex } from './index-tables.ts';

interface TextsRow {
  readonly id: number;
  readonly memory_id: number;
  readonly fr_text: string;
  readonly en_text: string;
}

/** What the index ought to hold of a text. */
interface ExpectedText {
  readonly words: readonly WordId[];
  readonly numbers: ReadonlySet<WordId>;
}

/** Units whose texts are read together. */
const PORTION = 1000;

/** Holds every entry of the index against its unit, word by word, inside a transaction of whoever calls. */
export async function checkIndex(
  connection: Connection,
  { words, blocks, tail, state }: UnitIndex,
): Promise<IndexCheck> {
  const { wantedNumbers, joinInOrder, list } = connection.dialect;
  const texts = connection.prepare<[string], TextsRow>(
    `SELECT u.id, u.memory_id, u.fr_text, u.en_text
     FROM ${wantedNumbers} ${joinInOrder} live_units AS u ON u.id = wanted.value`,
  );
  const ids = connection.prepare<[], number>('SELECT id FROM live_units').pluck();
  const building = await state.building();
  const wrong = new Set<UnitId>();
  const seen = new Set<UnitId>();

  /** What the index ought to hold of some texts, in parallel: all their words are asked for at once. */
  async function expected(language: Language, texts: readonly string[]): Promise<readonly ExpectedText[]> {
    const compared = texts.map((text) => comparedWords(text, language));
    const numberWords = compared.map(({ numbers }) => numbers.map(numberWord));
    const forms = compared.flatMap((one, at) => [...one.forms, ...(numberWords[at] ?? [])]);
    const stems = compared.flatMap((one, at) => [...one.stems, ...(numberWords[at] ?? [])]);
    const ids = await words.find(language, forms, stems);
    let from = 0;
    const next = (count: number) => {
      from += count;
      return ids.slice(from - count, from);
    };
    return compared.map((one, at) => ({
      words: next(one.forms.length),
      numbers: new Set(next(numberWords[at]?.length ?? 0)),
    }));
  }

  async function checkAll(entries: readonly IndexEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; from += PORTION) {
      const some = entries.slice(from, from + PORTION);
      for (const { unitId } of some) {
        if (seen.has(unitId)) wrong.add(unitId);
        seen.add(unitId);
      }
      const rows = await texts.all(list(some.map(({ unitId }) => unitId)));
      const byId = new Map(rows.map((row) => [row.id, row]));
      // What is said of the units of a deleted memory is never asked for.
      const pairs = some.flatMap((entry) => {
        const row = byId.get(entry.unitId);
        return row === undefined ? [] : [{ entry, row }];
      });
      for (const { entry, row } of pairs) if (row.memory_id !== entry.memoryId) wrong.add(entry.unitId);
      for (const language of LANGUAGES) {
        const sides = await expected(
          language,
          pairs.map(({ row }) => (language === 'fr' ? row.fr_text : row.en_text)),
        );
        for (const [at, { entry }] of pairs.entries()) {
          if (!agrees(entry[language], sides[at])) wrong.add(entry.unitId);
        }
      }
    }
  }

  for (const { id } of await blocks.list()) await checkAll(await blocks.liveEntries(id));
  await checkAll(await tail.entries());
  const present = await ids.all();
  for (const id of present) if (!seen.has(id)) wrong.add(id);
  const rebuilt = building && present.filter((id) => id <= building.builtTo).length;
  return {
    units: present.length,
    wrong: [...wrong].sort((a, b) => a - b),
    ...(rebuilt !== undefined && { rebuilt }),
  };
}

function agrees(indexed: IndexedText, text: ExpectedText | undefined): boolean {
  return (
    text !== undefined &&
    text.words.length === indexed.words.length &&
    text.words.every((word, index) => word === indexed.words[index]) &&
    text.numbers.size === indexed.numbers.length &&
    indexed.numbers.every((number) => text.numbers.has(number))
  );
}
