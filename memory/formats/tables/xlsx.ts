import { CalqueError } from '../../model/errors.ts';
import type { TableRecord } from './delimited.ts';

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
