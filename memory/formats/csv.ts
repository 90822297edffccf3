/** What makes a spreadsheet take a cell for a formula, full-width forms too, and what hides it at the start of one. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/**
 * One line of CSV (RFC 4180), its end included. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, which spreadsheets do not show.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return exactCsvLine(
    cells.map((cell) => (typeof cell === 'string' && FORMULA.test(cell) ? `'${cell}` : (cell ?? ''))),
  );
}

/** The same with every cell as it is, for a table that is to be read again: a sentence may begin with a hyphen. */
export function exactCsvLine(cells: readonly (string | number)[]): string {
  return `${cells.map((cell) => quoted(String(cell))).join(',')}\r\n`;
}

/** One line of tab-separated text; tabs and line ends, which it has no way to write, are spaces. */
export function tsvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => cell.replaceAll(/[\t\r\n]+/g, ' ')).join('\t')}\n`;
}

function quoted(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
