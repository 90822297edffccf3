import { z } from 'zod';
import { CANDIDATE_STATES } from '../../memory/model/candidate-pair.ts';
import { bodyId, id, instant, page, pageOf } from './values.ts';

const state = z
  .enum(CANDIDATE_STATES)
  .describe('Nobody has decided on it; it is an entry of the termbase; it is not to be shown again');

export const candidatePair = z
  .object({
    id: z.number(),
    termbaseId: z.number(),
    memoryId: z.number().exactOptional(),
    fr: z.string(),
    en: z.string(),
    frUnits: z.number().describe('Units that have the French term'),
    enUnits: z.number().describe('Units that have the English term'),
    together: z.number().describe('Units that have both'),
    score: z
      .number()
      .describe(
        'Of the units that have either term, the share that have both is at least so large, with a certainty of 95 %; 0–1',
      ),
    examples: z.array(z.number()).readonly().describe('Some units that have both'),
    state,
    decidedAt: instant.exactOptional(),
    decidedBy: z.string().exactOptional(),
    entryId: z.number().exactOptional().describe('The entry that it became'),
  })
  .meta({ id: 'CandidatePair' });

export const candidatePage = pageOf(candidatePair);

export const extraction = z.strictObject({
  memory: bodyId,
  fewestUnits: z
    .number()
    .int()
    .min(2)
    .max(10_000)
    .exactOptional()
    .describe('Units that must have a term; by the size of the memory when absent'),
});

export const candidateQuery = z.strictObject({
  memory: id.exactOptional().describe('The memory that they were found in; any when absent'),
  state: state.default('open'),
  ...page,
});

export const candidateDecision = z
  .strictObject({
    decision: z.enum(['accept', 'reject', 'reopen']).describe('reopen takes a decision back; an entry stays'),
    fr: z.string().trim().min(1).max(500).exactOptional().describe('The French term as it is to be'),
    en: z.string().trim().min(1).max(500).exactOptional().describe('The English one, likewise'),
  })
  .refine(({ decision, fr, en }) => decision === 'accept' || (fr ?? en) === undefined, {
    error: 'is accept where terms are named',
    path: ['decision'],
  });
