import { z } from 'zod';
import { bodyId, content, languageTag } from './values.ts';

const tier = z.enum(['matches', 'related', 'fragments', 'terms', 'machine']);

export const lookupRequest = z.strictObject({
  text: content,
  sourceLanguage: languageTag,
  targetLanguage: languageTag,
  previous: content.exactOptional().describe('The source of the segment before it'),
  next: content.exactOptional().describe('The source of the segment after it'),
  memories: z.array(bodyId).max(100).exactOptional().describe('Every memory when absent'),
  termbases: z.array(bodyId).max(100).exactOptional().describe('Every termbase when absent'),
  minimumRate: z.number().int().min(50).max(101).default(70),
  minimumConfidence: z
    .number()
    .min(0)
    .max(1)
    .exactOptional()
    .describe('Of related sentences; where absent, what is worth showing to a translator'),
  limit: z.number().int().min(1).max(50).default(5).describe('Suggestions of each tier'),
  tiers: z
    .array(tier)
    .exactOptional()
    .describe('Every tier of the memory when absent; machine translation, which may cost, only where it is named'),
});

const { text: _text, previous: _previous, next: _next, ...shared } = lookupRequest.shape;

export const lookupBatch = z.strictObject({
  texts: z.array(content).min(1).max(1_000),
  asDocument: z
    .boolean()
    .default(false)
    .describe('The texts follow each other: each is looked up with those beside it as its neighbours'),
  ...shared,
});

export type LookupBatch = z.output<typeof lookupBatch>;
export type LookupRequest = z.output<typeof lookupRequest>;
