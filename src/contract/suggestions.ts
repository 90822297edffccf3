import { z } from 'zod';
import { contentOut, instant, matchKind, origin, provenance, status } from './values.ts';

const diffPart = z.object({ op: z.enum(['equal', 'delete', 'insert']), text: z.string() });

const warning = z.object({
  kind: z.enum(['negation', 'number', 'date', 'name']),
  inQuery: z.array(z.string()).readonly(),
  inStored: z.array(z.string()).readonly(),
});

const suggestion = {
  unitId: z.number(),
  memory: z.object({ id: z.number(), name: z.string() }),
  source: contentOut,
  sourceLanguage: z.string(),
  target: contentOut,
  targetLanguage: z.string(),
  original: z.enum(['source', 'target']).exactOptional().describe('The side that was written first'),
  diff: z.array(diffPart).readonly().describe('From the stored source to the text looked up'),
  warnings: z.array(warning).readonly(),
  provenance,
  documentId: z.number().exactOptional(),
  position: z.number().exactOptional(),
  origin,
  status,
  createdAt: instant,
  changedAt: instant,
};

const match = z
  .object({
    ...suggestion,
    kind: matchKind,
    rate: z.number().int().describe('Net rate, 0–101'),
    grossRate: z.number().int(),
    penalties: z.array(z.object({ name: z.string(), points: z.number() })).readonly(),
    adapted: z
      .array(z.object({ kind: z.enum(['number', 'date', 'time', 'name', 'term']), from: z.string(), to: z.string() }))
      .readonly()
      .exactOptional(),
  })
  .meta({ id: 'Match' });

const related = z.object({ ...suggestion, confidence: z.number().min(0).max(1) }).meta({ id: 'Related' });

const machine = z
  .object({
    engine: z.string(),
    target: contentOut.exactOptional(),
    problem: z.string().exactOptional().describe('Why there is no translation'),
  })
  .meta({ id: 'Machine' });

/** The tiers of a lookup. Fragments, terms and machine translation are empty where the installation has none. */
export const lookupAnswer = z
  .object({
    matches: z.array(match).readonly(),
    related: z.array(related).readonly(),
    fragments: z.array(z.never()).readonly(),
    terms: z.array(z.never()).readonly(),
    machine: z.array(machine).readonly(),
  })
  .meta({ id: 'LookupAnswer' });

/** One line of a batch: what was found for a text, or why it could not be looked up. */
export const batchLine = z
  .object({
    index: z.number().describe('The place of the text among those given, from 0'),
    ...lookupAnswer.partial().shape,
    error: z.object({ code: z.string(), message: z.string() }).exactOptional(),
  })
  .meta({ id: 'BatchLine' });

export type BatchLine = z.output<typeof batchLine>;
export type LookupAnswer = z.output<typeof lookupAnswer>;
