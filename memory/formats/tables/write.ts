import { contentText } from '../../model/inline.ts';
import { exactCsvLine } from '../csv.ts';
import type { TmxUnit } from '../tmx/entry.ts';

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

function tsvLine(fields: readonly string[]): string {
  return `${fields.map((field) => field.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
}

/** What one sheet of Excel holds, in rows and in signs of a cell. */
const LIMITS = { rows: 1_048_576, cell: 32_767 } as const;

/** Units as an Excel workbook; it is built in memory, and what is more than a sheet holds is left out. */
export async function writeXlsx(units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cell = (value: string) => ({ value: value.slice(0, LIMITS.cell), type: String });
  const rows: { value: string; type: typeof String; fontWeight?: 'bold' }[][] = [
    HEAD.map((value) => ({ ...cell(value), fontWeight: 'bold' })),
  ];
  for await (const unit of units) {
    if (rows.length === LIMITS.rows) break;
    rows.push(rowOf(unit).map(cell));
  }
  return writeXlsxFile(rows).toBuffer();
}
