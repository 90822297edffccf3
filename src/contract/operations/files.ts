import * as jobs from '../jobs.ts';
import * as pretranslations from '../pretranslations.ts';
import { revisionReport } from '../revisions.ts';
import * as transfers from '../transfers.ts';
import type { Operation } from './operation.ts';
import { byId, DOCX, TEXT_ERRORS, XLIFF_ERRORS, XLIFF_TYPES } from './parts.ts';

/** What comes in as files, and what goes out. */
export const filesOperations = {
  importArticle: {
    summary: 'Import an article in both languages',
    body: transfers.articleImport,
    answer: transfers.articleImported,
    status: 201,
    errors: [...TEXT_ERRORS, 'same-language', 'wrong-language', 'unequal-texts', 'unrelated-texts', 'read-only-memory'],
  },
  importArticles: {
    summary: 'Import the articles of a ZIP archive, paired by their names or by its pairs.csv, as a job',
    query: transfers.tmxImportQuery,
    accepts: ['application/zip', 'application/x-zip-compressed', 'application/octet-stream'],
    answer: jobs.job,
    status: 202,
    errors: ['ill-formed-file', 'unsupported-format', 'too-large', 'empty-text', 'unsupported-media-type'],
  },
  importTmx: {
    summary: 'Import a TMX file',
    query: transfers.tmxImportQuery,
    accepts: ['application/x-tmx+xml', 'application/xml', 'text/xml', 'application/octet-stream'],
    answer: transfers.tmxImported,
    status: 201,
    errors: [
      'ill-formed-xml',
      'ill-formed-file',
      'unsupported-format',
      'missing-side',
      'empty-text',
      'not-text',
      'not-utf8',
      'text-too-long',
      'too-large',
      'read-only-memory',
      'unsupported-media-type',
    ],
  },
  importFile: {
    summary: 'Import a TMX, CSV, TSV, XLSX, PO or SDLTM file of any size, as a job whose result is an import report',
    query: transfers.fileImportQuery,
    accepts: ['application/octet-stream'],
    streamed: true,
    answer: jobs.job,
    status: 202,
    errors: ['bad-request', 'too-large', 'unsupported-media-type'],
  },
  previewTable: {
    summary:
      'The first rows of a CSV, TSV or XLSX file, and what its columns hold where the first says it; stores nothing',
    query: transfers.previewQuery,
    accepts: ['application/octet-stream'],
    answer: transfers.tablePreview,
    errors: [
      'empty-text',
      'unsupported-format',
      'ill-formed-file',
      'not-utf8',
      'line-too-long',
      'too-large',
      'unsupported-media-type',
    ],
  },
  importTerms: {
    summary: 'Import terms from a TBX, CSV, TSV or XLSX file of any size, as a job whose result is a report',
    query: transfers.termImportQuery,
    accepts: ['application/octet-stream', 'application/x-tbx+xml'],
    streamed: true,
    answer: jobs.job,
    status: 202,
    errors: ['bad-request', 'too-large', 'unsupported-media-type'],
  },
  importXliff: {
    summary: 'Make an XLIFF file of a CAT tool a document to translate; exporting it as “original” gives it back',
    query: transfers.xliffImportQuery,
    accepts: XLIFF_TYPES,
    answer: transfers.xliffImported,
    status: 201,
    errors: [...XLIFF_ERRORS, 'not-found'],
  },
  pretranslate: {
    summary:
      'Fill an XLIFF file with what the memories know and add candidates; the header Calque-Report counts its words by match rate',
    query: pretranslations.filePretranslation,
    accepts: XLIFF_TYPES,
    produces: ['application/x-xliff+xml'],
    errors: [...XLIFF_ERRORS, 'not-found'],
  },
  validate: {
    summary:
      'Check an XLIFF, TMX or TBX file against its schema and what schemas cannot say, with line and column; packed ones too',
    query: transfers.validationQuery,
    accepts: [...XLIFF_TYPES, 'application/x-tmx+xml', 'application/x-tbx+xml', 'application/gzip', 'application/zip'],
    answer: transfers.validation,
    errors: ['too-large', 'unsupported-media-type'],
  },
  importRevision: {
    summary:
      'Take the edits of a bilingual Word file (exported as “revision”) back; conflicts are shown, not overwritten',
    params: byId,
    accepts: [DOCX, 'application/octet-stream'],
    answer: revisionReport,
    errors: [
      'not-found',
      'ill-formed-file',
      'ill-formed-xml',
      'unsupported-format',
      'too-large',
      'unsupported-media-type',
    ],
  },
  pretranslateProject: {
    summary: 'Fill the empty targets of a project with what its memories know, as drafts, as a job',
    params: byId,
    body: pretranslations.projectPretranslation,
    answer: jobs.job,
    status: 202,
    errors: ['not-found'],
  },
  exports: {
    summary:
      'Export a project (original, xliff, json, tmx, tables, text), a memory (tmx, tables) or a termbase (tbx, tables)',
    query: transfers.exportQuery,
    produces: [
      'application/x-xliff+xml',
      'application/x-tmx+xml',
      'application/x-tbx+xml',
      'application/json',
      'text/plain',
      'text/csv',
      'text/tab-separated-values',
      DOCX,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    errors: ['not-found', 'empty-text'],
  },
} as const satisfies Record<string, Operation>;
