import { CalqueError } from '../../model/errors.ts';
import type { TableRecord } from './record.ts';

/**
 * The rows of the first sheet of an Excel workbook; `line` is the row's number.
 * @throws CalqueError `ill-formed-file` for what is no workbook
 */
export async function* readXlsx(bytes: Uint8Array, name: string): AsyncGenerator<TableRecord> {
  const { readSheet } = await import('read-excel-file/node');
  const rows = await readSheet(Buffer.from(bytes)).catch((cause: unknown) => {
    throw new CalqueError(
      'ill-formed-file',
      `${name} is no Excel workbook (.xlsx), or a damaged one.`,
      { where: name },
      { cause },
    );
  });
  for (const [index, row] of rows.entries()) {
    const fields = row.map((cell) => (cell === null ? '' : String(cell)));
    if (fields.some((field) => field.trim() !== '')) yield { line: index + 1, fields };
  }
}

/** What one sheet of Excel holds, in rows and in signs of a cell. */
const LIMITS = { rows: 1_048_576, cell: 32_767 } as const;

/** A workbook with one sheet; it is built in memory, and what is more than a sheet holds is left out. */
export async function writeWorkbook(
  head: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  const cell = (value: string) => ({ value: value.slice(0, LIMITS.cell), type: String });
  const written: { value: string; type: typeof String; fontWeight?: 'bold' }[][] = [
    head.map((value) => ({ ...cell(value), fontWeight: 'bold' })),
  ];
  for await (const row of rows) {
    if (written.length === LIMITS.rows) break;
    written.push(row.map(cell));
  }
  return writeXlsxFile(written).toBuffer();
}
