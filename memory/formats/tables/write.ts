import { contentText } from '../../model/inline.ts';
import { exactCsvLine, tsvLine } from '../csv.ts';
import type { TmxUnit } from '../tmx/entry.ts';
import { writeWorkbook } from './xlsx.ts';

/** The columns of a table of units, by the names that are read again as what they are. */
const HEAD = ['fr', 'en', 'origin', 'note', 'publication', 'date', 'url', 'translator', 'status', 'changed'] as const;

function rowOf({ unit, place }: TmxUnit): readonly string[] {
  const { title = '', publication = '', publishedOn = '', url = '', translator = '' } = place?.provenance ?? {};
  const texts = [contentText(unit.fr.content), contentText(unit.en.content), title, unit.note ?? ''];
  return [...texts, publication, publishedOn, url, translator, unit.status, unit.changedAt ?? ''];
}

/** Units as comma-separated values with a mark that spreadsheets know UTF-8 by, or as tab-separated text without line ends. */
export async function* writeDelimited(
  units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>,
  kind: 'csv' | 'tsv',
): AsyncGenerator<string> {
  const line = kind === 'csv' ? exactCsvLine : tsvLine;
  yield (kind === 'csv' ? '\u{FEFF}' : '') + line(HEAD);
  for await (const unit of units) yield line(rowOf(unit));
}

/** Units as an Excel workbook. */
export function writeXlsx(units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>): Promise<Uint8Array> {
  return writeWorkbook(HEAD, rowsOf(units));
}

async function* rowsOf(units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>): AsyncGenerator<readonly string[]> {
  for await (const unit of units) yield rowOf(unit);
}
