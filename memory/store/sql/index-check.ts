import { comparedWords } from '../../match/profile.ts';
import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { UnitId } from '../../model/unit.ts';
import type { IndexEntry, IndexedText } from '../../retrieval/index/block.ts';
import { numberWord } from '../../retrieval/index/word-ids.ts';
import type { IndexCheck } from '../store.ts';
import type { Connection } from './connection.ts';
import type { UnitIndex } from './index-tables.ts';

interface TextsRow {
  readonly id: number;
  readonly memory_id: number;
  readonly fr_text: string;
  readonly en_text: string;
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

  async function agrees(indexed: IndexedText, text: string, language: Language): Promise<boolean> {
    const { forms, stems, numbers } = comparedWords(text, language);
    const expected = await words.find(language, forms, stems);
    const numberWords = numbers.map(numberWord);
    const expectedNumbers = new Set(await words.find(language, numberWords, numberWords));
    return (
      expected.length === indexed.words.length &&
      expected.every((word, index) => word === indexed.words[index]) &&
      expectedNumbers.size === indexed.numbers.length &&
      indexed.numbers.every((number) => expectedNumbers.has(number))
    );
  }

  async function check(entry: IndexEntry, row: TextsRow | undefined): Promise<void> {
    if (seen.has(entry.unitId)) wrong.add(entry.unitId);
    seen.add(entry.unitId);
    // What is said of the units of a deleted memory is never asked for.
    if (row === undefined) return;
    const sides = { fr: row.fr_text, en: row.en_text };
    let right = row.memory_id === entry.memoryId;
    for (const language of LANGUAGES) right &&= await agrees(entry[language], sides[language], language);
    if (!right) wrong.add(entry.unitId);
  }

  async function checkAll(entries: readonly IndexEntry[]): Promise<void> {
    for (let from = 0; from < entries.length; from += PORTION) {
      const some = entries.slice(from, from + PORTION);
      const rows = await texts.all(list(some.map(({ unitId }) => unitId)));
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const entry of some) await check(entry, byId.get(entry.unitId));
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
