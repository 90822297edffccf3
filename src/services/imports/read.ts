import { unpack } from '../../../memory/formats/archive/unpack.ts';
import type { ImportEntry } from '../../../memory/formats/import-entry.ts';
import { readPo } from '../../../memory/formats/po.ts';
import { readSdltm } from '../../../memory/formats/sdltm.ts';
import { readDelimited } from '../../../memory/formats/tables/delimited.ts';
import { readPairs } from '../../../memory/formats/tables/pairs.ts';
import type { ColumnRole } from '../../../memory/formats/tables/roles.ts';
import { readXlsx } from '../../../memory/formats/tables/xlsx.ts';
import { readTmx } from '../../../memory/formats/tmx/read.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { extensionOf, lastPart, later, whole } from './files.ts';
import type { ImportSource } from './source.ts';

/** The files of pairs that are read. */
export const IMPORT_FORMATS = ['tmx', 'csv', 'tsv', 'xlsx', 'po', 'sdltm'] as const;

export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/**
 * The format of a file by its name, without the `.gz` or `.zip` it may be packed in.
 * @returns `tmx` for a name that says nothing, for a TMX says what it is
 */
export function formatOf(name: string): ImportFormat {
  const extension = extensionOf(name);
  if (extension === 'pot') return 'po';
  return IMPORT_FORMATS.find((format) => format === extension) ?? (extension === 'txt' ? 'tsv' : 'tmx');
}

/** The entries of a file, in its order; each reading begins anew. @throws CalqueError as the format's reader does */
export function readEntries(
  source: ImportSource,
  format: ImportFormat,
  columns: readonly ColumnRole[] | undefined,
): AsyncIterable<ImportEntry> | Iterable<ImportEntry> {
  const { name, path } = source;
  const options = { name, source: lastPart(name) };
  const pieces = () => unpack(source, [`.${format}`]);
  switch (format) {
    case 'tmx':
      return readTmx(pieces(), { ...options, status: 'confirmed' });
    case 'csv':
    case 'tsv':
      return readPairs(readDelimited(pieces(), format, name), columns, options);
    case 'xlsx':
      // A workbook is a ZIP archive itself: it is not looked into.
      return later(async () => readPairs(readXlsx(await whole(source.open(), name), name), columns, options));
    case 'po':
      return later(async () => readPo(await whole(pieces(), name), options));
    case 'sdltm':
      if (path !== undefined) return readSdltm(path, options);
      throw new CalqueError('unsupported-format', `${name} is a database: it is read as a file only.`, { where: name });
  }
}
