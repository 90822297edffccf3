import { z } from 'zod';
import { parseTermColumns } from '../../../memory/formats/tables/term-columns.ts';
import { IMPORT_MODES } from '../../services/imports/arrival.ts';
import { TERM_FORMATS } from '../../services/imports/read-terms.ts';
import { fileSource } from '../../services/imports/source.ts';
import { kindOf } from '../kind.ts';

/** Imports a spooled file of terms. Begun again, it reads the file from its start: what is stored is found and not doubled. */
export const importTerms = kindOf({
  kind: 'import-terms',
  input: z.strictObject({
    file: z.string(),
    name: z.string(),
    termbase: z.string(),
    format: z.enum(TERM_FORMATS).exactOptional(),
    columns: z.string().exactOptional(),
    mode: z.enum(IMPORT_MODES),
    dryRun: z.boolean(),
  }),
  files: ({ file }) => [file],
  async run({ file, name, columns, ...wish }, { termImports, spool }, { by, report }) {
    const source = fileSource(spool.pathOf(file), name);
    const stated = columns === undefined ? {} : { columns: parseTermColumns(columns, 'columns') };
    return termImports.run({ source, ...stated, ...wish }, { by, at: new Date().toISOString() }, report);
  },
});
