import { z } from 'zod';
import { BLOCK_KINDS } from '../../memory/model/document.ts';
import { project, projectDocument } from './projects.ts';
import { documentFile, id, MAX_DOCUMENT_LENGTH, name, provenance, readingWarnings, readSources } from './values.ts';

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
    provenance,
    beads: z
      .array(
        z.object({
          fr: z.string(),
          en: z.string(),
          kind: z.string().describe('French and English sentences in it: 1–1, 1–2 …'),
          confidence: z.number(),
          block: z
            .enum(BLOCK_KINDS)
            .exactOptional()
            .describe('What the block is there for in which it stands, where a document says'),
          unitId: z.number(),
        }),
      )
      .readonly(),
    unaligned: z.object({ fr: z.array(z.string()).readonly(), en: z.array(z.string()).readonly() }),
    sources: readSources,
    warnings: readingWarnings,
  })
  .meta({ id: 'ArticleImported' });

/** The body is the TMX itself. */
export const tmxImportQuery = z.strictObject({ memory: name.default('News') });

export const tmxImported = z
  .object({
    memoryId: z.number(),
    added: z.number(),
    merged: z.number(),
    documents: z.number(),
    refused: z.array(z.object({ line: z.number(), reason: z.string() })).readonly(),
  })
  .meta({ id: 'TmxImported' });

/** The body is the XLIFF itself. */
export const xliffImportQuery = z.strictObject({
  name: name.default('Untitled.xlf').describe('The name of the file'),
  project: id.exactOptional().describe('The project it is added to; a new one is made when absent'),
});

export const xliffImported = z.object({ project, document: projectDocument }).meta({ id: 'XliffImported' });

export const exportQuery = z
  .strictObject({
    format: z
      .enum(['original', 'xliff', 'xliff2', 'tmx', 'text'])
      .describe('xliff is XLIFF 1.2, xliff2 XLIFF 2.0; original is the file the document came as, with its targets'),
    project: id.exactOptional(),
    document: id.exactOptional().describe('One document of the project'),
    memory: id.exactOptional(),
    level: z.enum(['1', '2']).default('2').describe('TMX with inline codes (2) or with texts alone (1)'),
    candidates: z.enum(['yes', 'no']).default('yes').describe('Suggestions as alt-trans or matches, in XLIFF'),
  })
  .refine((query) => (query.project === undefined) !== (query.memory === undefined), {
    error: 'or memory must be named, and only one of them',
    path: ['project'],
  })
  .refine((query) => query.memory === undefined || query.format === 'tmx', {
    error: 'must be tmx for a memory',
    path: ['format'],
  })
  .refine((query) => query.memory === undefined || query.document === undefined, {
    error: 'is a document of a project, and a memory was named',
    path: ['document'],
  });
