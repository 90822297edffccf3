import { z } from 'zod';
import { missing } from './missing.ts';
import { termStatus } from './termbases.ts';
import { blockKind, contentOut, instant, matchKind, origin, provenance, status } from './values.ts';

const diffPart = z.object({ op: z.enum(['equal', 'delete', 'insert']), text: z.string() });

const warning = z.object({
  kind: z.enum(['negation', 'number', 'date', 'name']),
  inQuery: z.array(z.string()).readonly(),
  inStored: z.array(z.string()).readonly(),
});

const unitFacts = {
  unitId: z.number(),
  memory: z.object({ id: z.number(), name: z.string() }),
  source: contentOut,
  sourceLanguage: z.string(),
  target: contentOut,
  targetLanguage: z.string(),
  original: z.enum(['source', 'target']).exactOptional().describe('The side that was written first'),
  provenance,
  documentId: z.number().exactOptional(),
  position: z.number().exactOptional(),
  block: blockKind.exactOptional(),
  origin,
  status,
  createdAt: instant,
  changedAt: instant,
};

const suggestion = {
  ...unitFacts,
  diff: z.array(diffPart).readonly().describe('From the stored source to the text looked up'),
  warnings: z.array(warning).readonly(),
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

const range = z.object({ start: z.number().int(), end: z.number().int() });

const fragment = z
  .object({
    ...unitFacts,
    text: z.string().describe('A piece of the text looked up that the unit has word for word'),
    translation: z.string().describe('How it is translated there'),
    range: range.describe('The piece in the text looked up, codes left out: UTF-16 units, end excluded'),
    sourceRange: range.describe('The piece in the stored source'),
    targetRange: range.describe('Its translation in the stored target'),
    confidence: z.number().min(0).max(1).describe('How sure it is that this stretch is the translation'),
  })
  .meta({ id: 'Fragment' });

const targetTerm = z.object({
  text: z.string(),
  status: termStatus,
  partOfSpeech: z.string().exactOptional(),
  note: z.string().exactOptional(),
});

const foundTerm = z
  .object({
    entryId: z.number().describe('The entry: `/api/v1/terms/ID`'),
    termbase: z.object({ id: z.number(), name: z.string() }),
    term: z.string().describe('As the termbase has it'),
    status: termStatus,
    ranges: z.array(range).readonly().describe('Where it stands in the text looked up, in any of its forms'),
    targets: z.array(targetTerm).readonly().describe('Preferred ones first, forbidden ones last'),
    subject: z.string().exactOptional(),
    definition: z.string().exactOptional(),
    note: z.string().exactOptional(),
  })
  .meta({ id: 'FoundTerm' });

export const machine = z
  .object({
    engine: z.string(),
    target: contentOut.exactOptional(),
    problem: z.string().exactOptional().describe('Why there is no translation'),
    notice: z.string().exactOptional().describe('That terms were not followed, and why'),
    characters: z.number().describe('Characters that were paid for; 0 where the answer was known'),
  })
  .meta({ id: 'Machine' });

/** The tiers of a lookup. Machine translation is empty where it was not asked for, or the installation has none. */
export const lookupAnswer = z
  .object({
    matches: z.array(match).readonly(),
    related: z.array(related).readonly(),
    fragments: z.array(fragment).readonly().describe('In the order of the text, apart from each other'),
    terms: z.array(foundTerm).readonly().describe('Terms that stand in the text, in its order'),
    machine: z.array(machine).readonly(),
    missing,
  })
  .meta({ id: 'LookupAnswer' });

const fileOffer = z
  .object({
    target: contentOut,
    source: contentOut.exactOptional().describe('What it translates, where the file says it'),
    offeredBy: z.string().describe('The tool or memory that the file names, else the file'),
    quality: z.number().exactOptional().describe('0–100, as that tool rated it'),
    notes: z.array(z.string()).readonly(),
  })
  .meta({ id: 'FileOffer' });

/** What there is for a segment: a lookup, and what the file it came in offers. */
export const segmentSuggestions = z
  .object({
    ...lookupAnswer.shape,
    file: z.array(fileOffer).readonly().describe('Candidates of the uploaded file itself, best rated first'),
  })
  .meta({ id: 'SegmentSuggestions' });

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
