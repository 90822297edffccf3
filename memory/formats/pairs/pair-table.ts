import { CalqueError } from '../../model/errors.ts';
import { delimitedRows } from '../tables/delimited.ts';

/** A line of a table of pairs: its cells by the names of their columns, in lower case. */
export interface TableLine {
  /** 1-based, in the file. */
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const MOST_LINES = 100_000;

/**
 * Reads a table with a heading line, as spreadsheets save it: commas, semicolons or tabs between cells, quotation marks around a cell
 * where it needs them (RFC 4180). Empty lines are passed over.
 * @throws CalqueError `ill-formed-file`, naming the line, for a quotation mark that is not closed, a line with more cells than the
 *   heading, or columns that `fr` and `en` are not among; `line-too-long` for a cell, `too-large` for more than 100,000 lines
 */
export function readPairTable(text: string, name: string): readonly TableLine[] {
  const rows = delimitedRows(text, name);
  const columns = columnsOf(rows.next().value?.fields ?? [], name);
  const lines: TableLine[] = [];
  for (const { line, fields } of rows) {
    if (fields.length > columns.length) {
      const message = `Line ${line} of ${name} has ${fields.length} cells, and the first has ${columns.length}.`;
      throw new CalqueError('ill-formed-file', message, { where: name, line });
    }
    lines.push({
      line,
      cells: Object.fromEntries(columns.map((column, place) => [column, fields[place]?.trim() ?? ''])),
    });
    if (lines.length > MOST_LINES) {
      throw new CalqueError('too-large', `${name} has more than ${MOST_LINES} lines.`, { where: name });
    }
  }
  return lines;
}

function columnsOf(heading: readonly string[], name: string): readonly string[] {
  const columns = heading.map((field) => field.trim().toLowerCase());
  if (columns.includes('fr') && columns.includes('en')) return columns;
  const message = `${name} is no table of pairs: its first line must name the columns fr and en, and may name title, publication, url, date, author, translator and rights.`;
  throw new CalqueError('ill-formed-file', message, { where: name, line: 1 });
}
