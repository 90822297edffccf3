import { z } from 'zod';
import { parseRoles } from '../../../memory/formats/tables/roles.ts';
import { IMPORT_MODES } from '../../services/imports/arrival.ts';
import { IMPORT_FORMATS } from '../../services/imports/read.ts';
import { fileSource } from '../../services/imports/source.ts';
import { kindOf } from '../kind.ts';

/**
 * Imports a spooled file of pairs. Begun again, it reads the file from its start: what is stored is found and not
 * doubled, so it goes on where it was.
 */
export const importFile = kindOf({
  kind: 'import',
  input: z.strictObject({
    file: z.string(),
    name: z.string(),
    memory: z.string(),
    format: z.enum(IMPORT_FORMATS).exactOptional(),
    columns: z.string().exactOptional(),
    mode: z.enum(IMPORT_MODES),
    dryRun: z.boolean(),
  }),
  files: ({ file }) => [file],
  async run({ file, name, columns, ...wish }, { imports, spool }, { by, report }) {
    const source = fileSource(spool.pathOf(file), name);
    const roles = columns === undefined ? {} : { columns: parseRoles(columns, 'columns') };
    return imports.run({ source, ...roles, ...wish }, { by, at: new Date().toISOString() }, report);
  },
});
