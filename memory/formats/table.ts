import { CalqueError } from '../model/errors.ts';
import { canonicalTag, type LanguageTag, languageOf } from '../model/language.ts';
import { readLines } from './lines.ts';

/** What each field of a line is, from the left: a language, the origin of the pair, or nothing of interest. */
export type TableColumns = readonly (LanguageTag | 'origin' | '-')[];

/** A line of a table: a pair, or what is wrong with it. */
export type TableRow =
  | {
      readonly line: number;
      readonly fr: string;
      readonly en: string;
      /** Where the pair is from; absent when the table has no such column. */
      readonly origin?: string;
    }
  | { readonly line: number; readonly reason: string };

/**
 * Reads columns as they are named on a command line: `en,fr,origin`, `fr-CA,-,en`.
 * @throws CalqueError `usage` unless exactly one is French and one English, and at most one `origin`
 */
export function parseColumns(text: string, where = '--columns'): TableColumns {
  const columns = text.split(',').map((name) => {
    const column = name.trim();
    if (column === 'origin' || column === '-') return column;
    const tag = canonicalTag(column);
    if (tag !== undefined) return tag;
    throw new CalqueError('usage', `${where}: “${column.slice(0, 40)}” is not fr, en, origin or -.`, { where });
  });
  const count = (kind: string) => columns.filter((column) => kindOf(column) === kind).length;
  if (count('fr') === 1 && count('en') === 1 && count('origin') <= 1) return columns;
  throw new CalqueError('usage', `${where} must name fr and en once each, and origin at most once.`, { where });
}

/**
 * Reads a table of pairs, a line each, with tabs between fields and no quoting. Empty lines are passed over.
 * @param name names the file in errors
 * @throws CalqueError `not-utf8` or `line-too-long`, naming the line
 */
export async function* readTable(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  columns: TableColumns,
  name: string,
): AsyncGenerator<TableRow> {
  const places = placesOf(columns);
  let line = 0;
  for await (const text of readLines(chunks, name)) {
    line++;
    if (text.trim() !== '') yield readRow(text, line, places);
  }
}

/** Where the fields of a line stand. */
interface FieldPlaces {
  readonly fields: number;
  readonly fr: number;
  readonly en: number;
  /** −1 where no column has it. */
  readonly origin: number;
}

function placesOf(columns: TableColumns): FieldPlaces {
  const place = (kind: string) => columns.findIndex((column) => kindOf(column) === kind);
  return { fields: columns.length, fr: place('fr'), en: place('en'), origin: place('origin') };
}

function readRow(text: string, line: number, places: FieldPlaces): TableRow {
  const fields = text.split('\t');
  if (fields.length !== places.fields) {
    return { line, reason: `it has ${fields.length} fields, not ${places.fields}` };
  }
  const field = (place: number) => (fields[place] ?? '').trim();
  const fr = field(places.fr);
  const en = field(places.en);
  if (fr === '' || en === '') return { line, reason: `its ${fr === '' ? 'French' : 'English'} side is empty` };
  if (text.includes('\0')) return { line, reason: 'it holds a NUL character' };
  return places.origin < 0 ? { line, fr, en } : { line, fr, en, origin: field(places.origin) };
}

function kindOf(column: TableColumns[number]): string {
  return column === 'origin' || column === '-' ? column : languageOf(column);
}
