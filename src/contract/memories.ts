import { z } from 'zod';
import {
  bodyId,
  content,
  contentOut,
  id,
  instant,
  languageTag,
  name,
  origin,
  page,
  pageOf,
  provenance,
  status,
  version,
} from './values.ts';

export const memory = z
  .object({
    id: z.number(),
    name: z.string(),
    priority: z.number(),
    penalty: z.number(),
    readOnly: z.boolean(),
    createdAt: instant,
    unitCount: z.number(),
  })
  .meta({ id: 'Memory' });

/** How much the matches of a memory are worth. */
export const rank = {
  priority: z.number().int().min(-100).max(100).exactOptional(),
  penalty: z.number().int().min(0).max(30).exactOptional().describe('Points off the rate of every match from it'),
};

export const newMemory = z.strictObject({ name, ...rank });
export const memoryChange = z.strictObject({
  name: name.exactOptional(),
  readOnly: z.boolean().exactOptional(),
  ...rank,
});

const variantOut = z.object({ language: z.string(), content: contentOut });
const variantIn = z.strictObject({ language: languageTag, content });

export const unit = z
  .object({
    id: z.number(),
    memoryId: z.number(),
    version: z.number(),
    fr: variantOut,
    en: variantOut,
    originalLanguage: z.enum(['fr', 'en']).exactOptional(),
    origin,
    status,
    createdAt: instant,
    createdBy: z.string(),
    changedAt: instant,
    changedBy: z.string(),
    useCount: z.number(),
    lastUsedAt: instant.exactOptional(),
    note: z.string().exactOptional(),
    flagged: z.literal(true).exactOptional().describe('Somebody wants it looked at'),
    properties: z
      .array(z.object({ type: z.string(), value: z.string(), side: z.enum(['fr', 'en']).exactOptional() }))
      .readonly(),
    occurrences: z
      .array(
        z.object({
          documentId: z.number(),
          position: z.number(),
          previousUnitId: z.number().exactOptional(),
          nextUnitId: z.number().exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Unit' });

const note = z.string().max(5_000).exactOptional();

export const newUnits = z.strictObject({
  memoryId: bodyId,
  units: z
    .array(
      z.strictObject({ fr: variantIn, en: variantIn, originalLanguage: z.enum(['fr', 'en']).exactOptional(), note }),
    )
    .min(1)
    .max(1_000),
});

export const storedUnits = z.object({
  documentId: z.number().exactOptional(),
  added: z.number(),
  merged: z.number().describe('Pairs the memory already held'),
  unitIds: z.array(z.number()).readonly(),
});

export const unitChange = z.strictObject({
  version,
  fr: variantIn.exactOptional(),
  en: variantIn.exactOptional(),
  status: z.enum(['draft', 'confirmed', 'reviewed', 'rejected']).exactOptional(),
  flagged: z.boolean().exactOptional(),
  note,
});

export const unitPage = pageOf(unit);

export const unitRevision = z.object({
  version: z.number(),
  action: z.enum(['create', 'change', 'delete', 'undo']),
  at: instant,
  by: z.string(),
  fr: variantOut,
  en: variantOut,
  status,
  note: z.string().exactOptional(),
  flagged: z.literal(true).exactOptional(),
});

export const memoryDocument = z
  .object({ id: z.number(), memoryId: z.number(), provenance, createdAt: instant, unitCount: z.number() })
  .meta({ id: 'MemoryDocument' });

export const documentQuery = z.strictObject({ memory: id.exactOptional(), ...page });
export const documentPage = pageOf(memoryDocument);
