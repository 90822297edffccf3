import { z } from 'zod';
import { CONCORDANCE_MODES } from '../../memory/model/concordance.ts';
import { missing } from './missing.ts';
import { unitConditionFields } from './unit-conditions.ts';
import { blockKind, contentOut, instant, origin, page, pageOf, provenance, status } from './values.ts';

/** The longest text that is searched for, in UTF-16 units. */
const LONGEST_SEARCH = 500;

/** The fewest and the most words of a stretch. */
const WITHIN = { least: 2, most: 100, usual: 10 } as const;

const search = {
  q: z
    .string()
    .max(LONGEST_SEARCH)
    .meta({ description: 'What is searched for: words in French or English', example: 'accord de paix' }),
  language: z.enum(['fr', 'en']).exactOptional().describe('The side that is searched; either when absent'),
  mode: z
    .enum(CONCORDANCE_MODES)
    .default('words')
    .describe(
      'words: all of them, in any form and order; phrase: the very sequence, marks too; near: all of them, in any form, within a stretch of words',
    ),
  within: z.coerce
    .number()
    .int()
    .min(WITHIN.least)
    .max(WITHIN.most)
    .default(WITHIN.usual)
    .describe('Of near: words that the stretch has at most'),
  memory: z
    .string()
    .regex(/^\d{1,15}(,\d{1,15}){0,99}$/, 'must be the identity of a memory, or several with commas between')
    .transform((ids) => ids.split(',').map(Number))
    .exactOptional()
    .meta({
      description: 'The memories searched, by identity, with commas between; every one when absent',
      example: '7',
    }),
  ...unitConditionFields,
};

export const concordanceQuery = z.strictObject({
  ...search,
  cursor: page.cursor,
  limit: z.coerce.number().int().min(1).max(500).default(50),
});

export const concordanceExportQuery = z.strictObject({
  ...search,
  limit: z.coerce.number().int().min(1).max(1_000_000).exactOptional().describe('Rows at most; every one when absent'),
  bom: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Begin with a byte order mark, by which Excel knows that the file is UTF-8'),
});

export type ConcordanceRequest = z.output<typeof concordanceQuery>;
export type ConcordanceExportRequest = z.output<typeof concordanceExportQuery>;

const side = z.object({
  language: z.string(),
  content: contentOut,
  marks: z
    .array(z.object({ start: z.number().int(), end: z.number().int() }))
    .readonly()
    .describe('Where the text, codes left out, has what was searched for: UTF-16 units, end excluded'),
});

const neighbour = z.object({ fr: z.string(), en: z.string() });

const hit = z
  .object({
    unitId: z.number(),
    memory: z.object({ id: z.number(), name: z.string() }),
    fr: side,
    en: side,
    originalLanguage: z.enum(['fr', 'en']).exactOptional(),
    provenance,
    documentId: z.number().exactOptional(),
    position: z.number().exactOptional(),
    block: blockKind.exactOptional(),
    previous: neighbour.exactOptional().describe('What stands before it in its document'),
    next: neighbour.exactOptional(),
    origin,
    status,
    createdAt: instant,
    changedAt: instant,
  })
  .meta({ id: 'ConcordanceHit' });

export const concordancePage = pageOf(hit)
  .extend({
    total: z
      .object({ count: z.number().int(), exact: z.boolean().describe('false: there are at least so many') })
      .describe('Hits in all, counted for the first page'),
    missing,
  })
  .meta({ id: 'ConcordancePage' });
