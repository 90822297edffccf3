import { z } from 'zod';
import { project, projectDocument } from './projects.ts';
import { decisionReason } from './reviews.ts';
import {
  blockKind,
  documentFile,
  id,
  MAX_DOCUMENT_LENGTH,
  name,
  provenance,
  readingWarnings,
  readSources,
} from './values.ts';

/** An article in both languages. The memory is named, and made when there is none of that name. */
export const articleImport = z.strictObject({
  fr: z.union([z.string().max(MAX_DOCUMENT_LENGTH), documentFile]),
  en: z.union([z.string().max(MAX_DOCUMENT_LENGTH), documentFile]),
  memory: name.default('News'),
  provenance: provenance.exactOptional().describe('What is known of the article; wins over what is read from it'),
});

export const articleImported = z
  .object({
    memoryId: z.number(),
    documentId: z.number(),
    added: z.number(),
    merged: z.number(),
    changed: z.number().describe('Units of an earlier import that were given the article’s new wording'),
    provenance,
    beads: z
      .array(
        z.object({
          fr: z.string(),
          en: z.string(),
          kind: z.string().describe('French and English sentences in it: 1–1, 1–2 …'),
          confidence: z.number(),
          block: blockKind.exactOptional(),
          unitId: z.number(),
        }),
      )
      .readonly(),
    unaligned: z.object({ fr: z.array(z.string()).readonly(), en: z.array(z.string()).readonly() }),
    leftOut: z
      .array(z.object({ fr: z.string(), en: z.string(), reason: decisionReason }))
      .readonly()
      .describe('What was not stored: parts of the page and not of the article, and what a person kept out before'),
    sources: readSources,
    warnings: readingWarnings,
  })
  .meta({ id: 'ArticleImported' });

/** A rate from a form, which sends nothing where none was chosen. */
const rate = z.preprocess(
  (given) => (given === '' ? undefined : given),
  z.coerce.number().int().min(50).max(99).optional(),
);

/** The body is the TMX itself. */
const importWish = {
  memory: name.default('News').describe('The name of the memory; it is made when there is none of that name'),
  mode: z
    .enum(['add', 'skip', 'newer'])
    .default('add')
    .describe(
      'What is done where the memory has the source with another translation: keep both, leave the memory as it is, or take the newer one',
    ),
  dryRun: z.enum(['yes', 'no']).default('no').describe('Say what would happen, and do nothing'),
};

export const tmxImportQuery = z.strictObject(importWish);

/** The body is the file itself, of any size. */
export const fileImportQuery = z.strictObject({
  name: name.describe('The name of the file; its ending says what it is'),
  ...importWish,
  format: z
    .enum(['tmx', 'csv', 'tsv', 'xlsx', 'po', 'sdltm'])
    .exactOptional()
    .describe('Where the name does not say it'),
  columns: z
    .string()
    .max(1000)
    .exactOptional()
    .describe(
      'What the columns of a table hold, from the left: fr, en, origin, note, or - for nothing; its first row when absent',
    ),
});

/** The body is the file itself; of CSV and TSV, its beginning suffices. */
export const previewQuery = z.strictObject({
  name: name.describe('The name of the file; its ending says what it is'),
  of: z.enum(['units', 'terms']).default('units').describe('What the table holds, for a memory or a termbase'),
});

export const tablePreview = z
  .object({
    rows: z.array(z.array(z.string()).readonly()).readonly().describe('The first six at most, all of one length'),
    columns: z
      .string()
      .exactOptional()
      .describe('What the columns hold, as an import takes it; absent where the first row does not say it'),
  })
  .meta({ id: 'TablePreview' });

/** The body is the file itself, of any size. */
export const termImportQuery = z.strictObject({
  name: name.describe('The name of the file; its ending says what it is'),
  termbase: name.default('News').describe('The name of the termbase; it is made when there is none of that name'),
  mode: z
    .enum(['add', 'skip', 'newer'])
    .default('add')
    .describe(
      'What is done where the termbase has an entry in another version: keep both, leave the termbase as it is, or take the newer one',
    ),
  dryRun: z.enum(['yes', 'no']).default('no').describe('Say what would happen, and do nothing'),
  format: z.enum(['tbx', 'csv', 'tsv', 'xlsx']).exactOptional().describe('Where the name does not say it'),
  columns: z
    .string()
    .max(1000)
    .exactOptional()
    .describe(
      'What the columns of a table hold, from the left: fr, en, fr status, en status, partOfSpeech, subject, definition, note, source, or - for nothing; its first row when absent',
    ),
});

export const tmxImported = z
  .object({
    memoryId: z.number().exactOptional().describe('Absent in a dry run into a memory that is still to be made'),
    dryRun: z.boolean(),
    added: z.number(),
    merged: z.number().describe('Pairs the memory held already'),
    skipped: z.number().describe('Pairs left out for what the memory has of the same source'),
    overwritten: z.number().describe('Units that were given the newer translation of the file'),
    documents: z.number(),
    refused: z
      .array(z.object({ line: z.number(), column: z.number().exactOptional(), reason: z.string() }))
      .readonly()
      .describe('Entries that gave no unit, and where they begin: in tables, the line alone; the first thousand'),
    refusedCount: z.number(),
    otherLanguages: z.record(z.string(), z.number()).describe('Variants in further languages, left out'),
  })
  .meta({ id: 'ImportReport' });

/** The body is the XLIFF itself. */
export const xliffImportQuery = z.strictObject({
  name: name.default('Untitled.xlf').describe('The name of the file'),
  project: id.exactOptional().describe('The project it is added to; a new one is made when absent'),
});

export const xliffImported = z.object({ project, document: projectDocument }).meta({ id: 'XliffImported' });

/** The body is the file itself. */
export const validationQuery = z.strictObject({
  name: name.default('The body').describe('Names the file in messages; what it ends in says what the file should be'),
});

export const validation = z
  .object({
    valid: z.boolean(),
    faults: z
      .array(z.object({ line: z.number(), column: z.number(), message: z.string() }))
      .readonly()
      .describe('In the order of the file; none where it is valid'),
  })
  .meta({ id: 'Validation' });

const yesNo = z.enum(['yes', 'no']);

const exportWish = {
  format: z
    .enum(['original', 'xliff', 'xliff2', 'json', 'tmx', 'csv', 'tsv', 'xlsx', 'text', 'revision'])
    .describe(
      'xliff is XLIFF 1.2, xliff2 XLIFF 2.0, json the units of each document by id, as the xliff package of npm has them; original is the file the document came as, with its targets; revision a bilingual Word file for a reviser',
    ),
  level: z.enum(['1', '2']).default('2').describe('TMX with inline codes (2) or with texts alone (1)'),
  convention: z
    .enum(['none', 'trados', 'memoq'])
    .default('none')
    .describe('TMX with the properties of this tool beside our own, for what both know'),
  candidates: yesNo.default('yes').describe('Suggestions as alt-trans or matches, in XLIFF'),
  fuzzy: rate
    .exactOptional()
    .describe(
      'XLIFF: put fuzzy and adapted matches from this rate into targets, as to be reviewed; they are suggestions alone when absent',
    ),
  machine: yesNo
    .default('no')
    .describe('XLIFF: put machine translation, which may cost, into targets that no match fills'),
  tool: z
    .enum(['any', 'omegat'])
    .default('any')
    .describe(
      'XLIFF for OmegaT: in 1.2 the source stands in empty targets, where it translates; 2.0 is without suggestions, of which it loses some',
    ),
};

/** A project to be written to a file, as the thread that does it is told. */
export const projectExport = z.strictObject({
  ...exportWish,
  project: z.number(),
  document: z.number().exactOptional(),
});

export const exportQuery = z
  .strictObject({
    ...exportWish,
    format: exportWish.format
      .or(z.enum(['tbx', 'tbx3']))
      .describe(
        'As for projects; and for a termbase tbx, TBX-Basic of version 2, or tbx3, of version 3. xliff is XLIFF 1.2, xliff2 XLIFF 2.0, json the units of each document by id, as the xliff package of npm has them; original is the file the document came as, with its targets; revision a bilingual Word file for a reviser',
      ),
    project: id.exactOptional(),
    document: id.exactOptional().describe('One document of the project'),
    memory: id.exactOptional(),
    termbase: id.exactOptional(),
  })
  .refine(
    ({ project, memory, termbase }) => [project, memory, termbase].filter((one) => one !== undefined).length === 1,
    {
      error: 'or memory or termbase must be named, and only one of them',
      path: ['project'],
    },
  )
  .refine((query) => query.project === undefined || !/^tbx/.test(query.format), {
    error: 'is of a termbase, and a project was named',
    path: ['format'],
  })
  .refine((query) => query.memory === undefined || /^(tmx|csv|tsv|xlsx)$/.test(query.format), {
    error: 'must be tmx, csv, tsv or xlsx for a memory',
    path: ['format'],
  })
  .refine((query) => query.termbase === undefined || /^(tbx3?|csv|tsv|xlsx)$/.test(query.format), {
    error: 'must be tbx, tbx3, csv, tsv or xlsx for a termbase',
    path: ['format'],
  })
  .refine((query) => query.project !== undefined || query.document === undefined, {
    error: 'is a document of a project, and none was named',
    path: ['document'],
  });

/** The format of a project, which the query was checked to have. */
export function projectFormat(format: ExportFormat): Exclude<ExportFormat, 'tbx' | 'tbx3'> {
  return format === 'tbx' || format === 'tbx3' ? 'original' : format;
}

export type ExportQuery = z.output<typeof exportQuery>;
type ExportFormat = ExportQuery['format'];

/** The format of a memory, which the query was checked to have. */
export function memoryFormat(format: string): 'tmx' | 'csv' | 'tsv' | 'xlsx' {
  return format === 'csv' || format === 'tsv' || format === 'xlsx' ? format : 'tmx';
}

/** The format of a termbase, which the query was checked to have. */
export function termbaseFormat(format: string): 'tbx' | 'tbx3' | 'csv' | 'tsv' | 'xlsx' {
  return format === 'tbx3' || format === 'csv' || format === 'tsv' || format === 'xlsx' ? format : 'tbx';
}
