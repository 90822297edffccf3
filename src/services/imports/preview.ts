import { unpack } from '../../../memory/formats/archive/unpack.ts';
import { readDelimited } from '../../../memory/formats/tables/delimited.ts';
import type { TableRecord } from '../../../memory/formats/tables/record.ts';
import { rolesOfHead } from '../../../memory/formats/tables/roles.ts';
import { termColumnsOfHead } from '../../../memory/formats/tables/term-columns.ts';
import { readXlsx } from '../../../memory/formats/tables/xlsx.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { formatOf } from './read.ts';
import { bytesSource } from './source.ts';

/** What tables hold that are imported. */
export const TABLE_KINDS = ['units', 'terms'] as const;

export type TableKind = (typeof TABLE_KINDS)[number];

/** The head of a table, for whoever says what its columns hold. */
export interface TablePreview {
  /** The first rows, all of one length. */
  readonly rows: readonly (readonly string[])[];
  /** What the columns hold where the first row says it, as an import takes it: `fr,en,-,note`. */
  readonly columns?: string;
}

const ROWS = 6;
/** Of a longer cell no more is shown, in UTF-16 units. */
const LONGEST_CELL = 200;

/**
 * The first rows of a table; of CSV and TSV its beginning suffices.
 * @param of what the table holds
 * @throws CalqueError as the format's reader does; `unsupported-format` for what is no table, `empty-text` for one without rows
 */
export async function previewTable(bytes: Uint8Array, name: string, of: TableKind = 'units'): Promise<TablePreview> {
  const records: TableRecord[] = [];
  for await (const record of recordsOf(bytes, name)) {
    records.push(record);
    if (records.length === ROWS) break;
  }
  const [head] = records;
  if (!head) throw new CalqueError('empty-text', `${name} has no rows.`, { where: name });
  const width = Math.max(...records.map(({ fields }) => fields.length));
  const rows = records.map(({ fields }) =>
    Array.from({ length: width }, (_, index) => (fields[index] ?? '').slice(0, LONGEST_CELL)),
  );
  const columns = of === 'terms' ? termColumnsOfHead(head.fields) : rolesOfHead(head.fields);
  return { rows, ...(columns && { columns: columns.join(',') }) };
}

function recordsOf(bytes: Uint8Array, name: string): AsyncIterable<TableRecord> {
  const format = formatOf(name);
  switch (format) {
    case 'csv':
    case 'tsv':
      return readDelimited(unpack(bytesSource(bytes, name), [`.${format}`]), format, name);
    case 'xlsx':
      return readXlsx(bytes, name);
    default:
      throw new CalqueError('unsupported-format', `${name} is no table: CSV, TSV and XLSX are.`, { where: name });
  }
}
