import { z } from 'zod';
import { BLOCK_KINDS } from '../../memory/model/document.ts';
import { rank } from './memories.ts';
import {
  bodyId,
  content,
  contentOut,
  documentFile,
  instant,
  languageTag,
  MAX_DOCUMENT_LENGTH,
  MAX_SEGMENT_LENGTH,
  name,
  origin,
  provenance,
  readingWarnings,
  status,
  version,
} from './values.ts';

const progress = z.object({
  segments: z.number(),
  words: z.number(),
  doneSegments: z.number(),
  doneWords: z.number(),
  draftSegments: z.number(),
});

const projectMemory = z.strictObject({
  memoryId: bodyId,
  write: z.boolean(),
  priority: rank.priority.describe('In this project; as the memory has it when absent'),
  penalty: rank.penalty.describe('In this project, likewise'),
});

export const project = z
  .object({
    id: z.number(),
    name: z.string(),
    sourceLanguage: z.string(),
    targetLanguage: z.string(),
    memories: z.array(projectMemory).readonly(),
    termbases: z.array(z.number()).readonly().exactOptional().describe('The termbases in use; all when absent'),
    createdAt: instant,
    progress,
  })
  .meta({ id: 'Project' });

export const newProject = z.strictObject({
  name,
  sourceLanguage: languageTag,
  targetLanguage: languageTag,
  memories: z
    .array(projectMemory)
    .max(50)
    .exactOptional()
    .describe(
      'The memories looked up, in order; confirmed segments go to the first with write. Every memory when absent.',
    ),
  termbases: z
    .array(bodyId)
    .max(100)
    .exactOptional()
    .describe('The termbases whose terms are shown and checked; all, those made later too, when absent'),
});

export const projectChange = z.strictObject({
  name: name.exactOptional(),
  sourceLanguage: languageTag.exactOptional().describe('Only as long as there is no document in it'),
  targetLanguage: languageTag.exactOptional().describe('Only as long as there is no document in it'),
  memories: z.array(projectMemory).max(50).exactOptional(),
  termbases: z
    .union([z.literal('all'), z.array(bodyId).max(100)])
    .exactOptional()
    .describe('The termbases whose terms are shown and checked, or all, those made later too'),
});

export const projectDocument = z
  .object({
    id: z.number(),
    projectId: z.number(),
    name: z.string(),
    provenance,
    file: z
      .object({ format: z.enum(['xliff']), size: z.number().describe('In bytes') })
      .exactOptional()
      .describe('The file it came as; export it as “original”'),
    createdAt: instant,
    progress,
  })
  .meta({ id: 'ProjectDocument' });

export const addedDocument = projectDocument.extend({ warnings: readingWarnings }).meta({ id: 'AddedDocument' });

export const newProjectDocument = z
  .strictObject({
    name,
    text: z.string().max(MAX_DOCUMENT_LENGTH).exactOptional().describe('Plain text; a blank line parts paragraphs'),
    file: documentFile.exactOptional(),
    provenance: provenance.exactOptional().describe('What is known of it; wins over what the document says of itself'),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    error: 'or file must be given, and only one of them',
    path: ['text'],
  });

export const segment = z
  .object({
    id: z.number(),
    documentId: z.number(),
    position: z.number(),
    paragraph: z.number(),
    before: z.string(),
    after: z.string(),
    source: contentOut,
    target: contentOut,
    status,
    locked: z.boolean(),
    origin: origin.exactOptional(),
    version: z.number(),
    unitId: z.number().exactOptional(),
    block: z
      .enum(BLOCK_KINDS)
      .exactOptional()
      .describe('What the block is there for in which it stands, where its document says'),
    fileSegment: z.string().exactOptional().describe('How the file that the document came as names it'),
    changedAt: instant,
    changedBy: z.string(),
  })
  .meta({ id: 'Segment' });

export const segmentComment = z
  .object({ id: z.number(), segmentId: z.number(), text: z.string(), at: instant, by: z.string() })
  .meta({ id: 'SegmentComment' });

export const newComment = z.strictObject({
  text: z
    .string()
    .max(4000)
    .regex(/\S/, 'is empty')
    .meta({ description: 'Plain text; @name speaks to somebody', example: '@desk Which pier is meant?' }),
});

export const segmentChange = z.strictObject({ version, target: content, origin });
const offset = z.number().int().min(0).max(MAX_SEGMENT_LENGTH).describe('UTF-16 offset into the text, codes left out');
export const segmentSplit = z.strictObject({
  version,
  at: offset,
  targetAt: offset.exactOptional().describe('Where the target is split; it stays with the first part when absent'),
});
export const segmentJoin = z.strictObject({ version, nextVersion: version });
export const segmentVersion = z.strictObject({ version });

export const confirmation = z.object({ segment, unitId: z.number().exactOptional() });

export const segmentRevision = z.object({
  version: z.number(),
  target: contentOut,
  status,
  origin: origin.exactOptional(),
  at: instant,
  by: z.string(),
});
