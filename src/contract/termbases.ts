import { z } from 'zod';
import { TERM_STATUSES } from '../../memory/model/term-status.ts';
import { bodyId, id, instant, languageTag, name, page, pageOf, version } from './values.ts';

export const termbase = z
  .object({ id: z.number(), name: z.string(), createdAt: instant, entryCount: z.number() })
  .meta({ id: 'Termbase' });

export const termbaseName = z.strictObject({ name });

/** Preferred to others, as good as others, or not to be used. */
export const termStatus = z
  .enum(TERM_STATUSES)
  .describe('To be used rather than others, like others, or not at all; a term of which nothing is said is admitted');

const termFields = {
  partOfSpeech: z.string().exactOptional(),
  definition: z.string().exactOptional(),
  note: z.string().exactOptional(),
  source: z.string().exactOptional(),
};

const term = z.object({
  place: z.number().int().describe('Which of the entry’s terms it is, from 0'),
  language: z.string().describe('As its file has it; an entry may have terms in further languages'),
  text: z.string(),
  status: termStatus,
  ...termFields,
});

const entryFields = {
  subject: z.string().exactOptional().describe('The field it belongs to'),
  definition: z.string().exactOptional(),
  note: z.string().exactOptional(),
  source: z.string().exactOptional(),
};

const entryView = { ...entryFields, terms: z.array(term).readonly() };

export const termEntry = z
  .object({
    id: z.number(),
    termbaseId: z.number(),
    version: z.number(),
    ...entryView,
    createdAt: instant,
    createdBy: z.string(),
    changedAt: instant,
    changedBy: z.string(),
  })
  .meta({ id: 'TermEntry' });

export const termEntryPage = pageOf(termEntry);

export const termRevision = z.object({
  version: z.number(),
  action: z.enum(['create', 'change', 'delete', 'undo']),
  at: instant,
  by: z.string(),
  ...entryView,
});

const said = z.string().max(5_000).exactOptional().describe('An empty text takes it away');

const givenTerm = z.strictObject({
  place: z
    .number()
    .int()
    .min(0)
    .max(1_000)
    .exactOptional()
    .describe('The term of the entry that this one was; a new one when absent'),
  language: languageTag,
  text: z.string().trim().min(1).max(500),
  status: termStatus.exactOptional(),
  partOfSpeech: z.string().max(100).exactOptional(),
  definition: said,
  note: said,
  source: said,
});

const given = { subject: said, definition: said, note: said, source: said };
const givenTerms = z.array(givenTerm).min(1).max(100);

export const newTermEntry = z.strictObject({ termbaseId: bodyId, ...given, terms: givenTerms });

export const termEntryChange = z.strictObject({
  version,
  ...given,
  terms: givenTerms
    .exactOptional()
    .describe(
      'All French and English terms of the entry from now on; what other tools said of one stays with its place, and so do terms in other languages',
    ),
});

export const termQuery = z.strictObject({
  termbase: id.exactOptional(),
  text: z.string().max(500).exactOptional().describe('Part of a French or English term'),
  language: z.enum(['fr', 'en']).exactOptional().describe('Of the term that is searched for'),
  status: termStatus.exactOptional(),
  ...page,
});
