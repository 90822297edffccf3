import { unpack } from '../../../memory/formats/archive/unpack.ts';
import { readDelimited } from '../../../memory/formats/tables/delimited.ts';
import type { TermColumn } from '../../../memory/formats/tables/term-columns.ts';
import { readTermTable } from '../../../memory/formats/tables/terms.ts';
import { readXlsx } from '../../../memory/formats/tables/xlsx.ts';
import { readTbx } from '../../../memory/formats/tbx/read.ts';
import { statedTransactions } from '../../../memory/formats/tbx/transactions.ts';
import type { TermFileEntry } from '../../../memory/formats/term-entry.ts';
import type { TermbaseMatter } from '../../../memory/model/termbase-matter.ts';
import { extensionOf, later, whole } from './files.ts';
import type { ImportSource } from './source.ts';

/** The files of terms that are read. */
export const TERM_FORMATS = ['tbx', 'csv', 'tsv', 'xlsx'] as const;

export type TermFormat = (typeof TERM_FORMATS)[number];

/**
 * The format of a file of terms by its name, without the `.gz` or `.zip` it may be packed in.
 * @returns `tbx` for a name that says nothing, for a TBX says what it is
 */
export function termFormatOf(name: string): TermFormat {
  const extension = extensionOf(name);
  return TERM_FORMATS.find((format) => format === extension) ?? (extension === 'txt' ? 'tsv' : 'tbx');
}

/**
 * The entries of a file, in its order; each reading begins anew.
 * @param told is given what the file says of itself beside them, where it can, once all is read
 * @throws CalqueError as the format's reader does
 */
export function readTermEntries(
  source: ImportSource,
  format: TermFormat,
  columns: readonly TermColumn[] | undefined,
  told: (matter: TermbaseMatter) => void,
): AsyncIterable<TermFileEntry> {
  const { name } = source;
  const pieces = () => unpack(source, [`.${format}`]);
  switch (format) {
    case 'tbx':
      return conceptsOf(pieces(), name, told);
    case 'csv':
    case 'tsv':
      return readTermTable(readDelimited(pieces(), format, name), columns, name);
    case 'xlsx':
      return later(async () => readTermTable(readXlsx(await whole(source.open(), name), name), columns, name));
  }
}

async function* conceptsOf(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  told: (matter: TermbaseMatter) => void,
): AsyncGenerator<TermFileEntry> {
  for await (const entry of readTbx(pieces, name, told)) {
    if (entry.kind === 'refused') yield entry;
    else {
      const { line, concept } = entry;
      yield { kind: 'concept', line, entry: { concept, ...statedTransactions(concept) } };
    }
  }
}
