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
  readonly memory_id: number;
  readonly fr_text: string;
  readonly en_text: string;
}

/** Holds every entry of the index against its unit, word by word, inside a transaction of whoever calls. */
export function checkIndex(connection: Connection, { words, blocks, tail }: UnitIndex): IndexCheck {
  const texts = connection.prepare<[number], TextsRow>(
    'SELECT memory_id, fr_text, en_text FROM live_units WHERE id = ?',
  );
  const ids = connection.prepare<[], number>('SELECT id FROM live_units').pluck();
  const wrong = new Set<UnitId>();
  const seen = new Set<UnitId>();

  function agrees(indexed: IndexedText, text: string, language: Language): boolean {
    const { forms, stems, numbers } = comparedWords(text, language);
    const expected = forms.map((form, index) => words.find(language, form, stems[index] ?? ''));
    const expectedNumbers = new Set(
      numbers.map((number) => words.find(language, numberWord(number), numberWord(number))),
    );
    return (
      expected.length === indexed.words.length &&
      expected.every((word, index) => word === indexed.words[index]) &&
      expectedNumbers.size === indexed.numbers.length &&
      indexed.numbers.every((number) => expectedNumbers.has(number))
    );
  }

  function check(entry: IndexEntry): void {
    const row = texts.get(entry.unitId);
    if (seen.has(entry.unitId)) wrong.add(entry.unitId);
    seen.add(entry.unitId);
    const sides = row && { fr: row.fr_text, en: row.en_text };
    const right =
      sides !== undefined &&
      row?.memory_id === entry.memoryId &&
      LANGUAGES.every((language) => agrees(entry[language], sides[language], language));
    // What is said of the units of a deleted memory is never asked for.
    if (!right && row !== undefined) wrong.add(entry.unitId);
  }

  for (const { id } of blocks.list()) for (const entry of blocks.liveEntries(id)) check(entry);
  for (const entry of tail.entries()) check(entry);
  let units = 0;
  for (const id of ids.iterate()) {
    units++;
    if (!seen.has(id)) wrong.add(id);
  }
  return { units, wrong: [...wrong].sort((a, b) => a - b) };
}
