/** What makes a spreadsheet take a cell for a formula, full-width forms too, and what hides it at the start of one. */
const FORMULA = /^[\t\r\n ]*[=+\-@＝＋－＠]|^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\r\n\t]|^\s|\s$/;

/**
 * One line of CSV (RFC 4180), its end included. A cell that a spreadsheet would run as a formula gets an apostrophe
 * before it, which spreadsheets do not show.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => cellOf(cell ?? '')).join(',')}\r\n`;
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
