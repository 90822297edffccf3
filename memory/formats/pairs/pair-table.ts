import { CalqueError } from '../../model/errors.ts';

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
 *   heading, or columns that `fr` and `en` are not among
 */
export function readPairTable(text: string, name: string): readonly TableLine[] {
  const [heading = '', ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/, 1);
  const separator = ['\t', ';', ','].find((sign) => heading.includes(sign)) ?? ',';
  const rows = [...rowsOf(text.replace(/^\uFEFF/, ''), separator, name)];
  const columns = rows[0]?.cells.map((cell) => cell.trim().toLowerCase()) ?? rest;
  if (!columns.includes('fr') || !columns.includes('en')) {
    const message = `${name} is no table of pairs: its first line must name the columns fr and en, and may name title, publication, url, date, author, translator and rights.`;
    throw new CalqueError('ill-formed-file', message, { where: name, line: 1 });
  }
  return rows.slice(1).flatMap(({ line, cells }) => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    if (cells.length > columns.length) {
      const message = `Line ${line} of ${name} has ${cells.length} cells, and the first has ${columns.length}.`;
      throw new CalqueError('ill-formed-file', message, { where: name, line });
    }
    return [{ line, cells: Object.fromEntries(columns.map((column, at) => [column, cells[at]?.trim() ?? ''])) }];
  });
}

function* rowsOf(text: string, separator: string, name: string): Generator<{ line: number; cells: readonly string[] }> {
  let line = 1;
  let start = 1;
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let count = 0;
  for (let at = 0; at <= text.length; at++) {
    const sign = text[at];
    if (quoted && sign !== undefined) {
      if (sign === '"' && text[at + 1] === '"') cell += text[++at];
      else if (sign === '"') quoted = false;
      else cell += sign;
      if (sign === '\n') line++;
    } else if (quoted) {
      const message = `${name} has a quotation mark on line ${start} that is not closed.`;
      throw new CalqueError('ill-formed-file', message, { where: name, line: start });
    } else if (sign === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (sign === separator) {
      cells.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === undefined) {
      if (sign !== undefined || cell !== '' || cells.length > 0) yield { line: start, cells: [...cells, cell] };
      if (++count > MOST_LINES) {
        throw new CalqueError('too-large', `${name} has more than ${MOST_LINES} lines.`, { where: name });
      }
      cells = [];
      cell = '';
      start = ++line;
    } else if (sign !== '\r') cell += sign;
  }
}
