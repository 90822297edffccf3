import { z } from 'zod';
import { BLOCK_KINDS, READING_WARNINGS } from '../../memory/model/document.ts';
import type { InlineContent } from '../../memory/model/inline.ts';
import { canonicalContent } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { canonicalTag } from '../../memory/model/language.ts';
import { STATUSES } from '../../memory/model/origin.ts';
import { isDay } from '../../memory/text/calendar.ts';

/** The longest text of one segment or unit side, in UTF-16 units. */
export const MAX_SEGMENT_LENGTH = 20_000;
/** The longest document that is taken as JSON, in UTF-16 units. */
export const MAX_DOCUMENT_LENGTH = 5_000_000;

/** An identity in a path or query, where numbers arrive as text. */
export const id = z.coerce
  .number()
  .int()
  .positive()
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ description: 'Identity', example: 7 });
/** An identity in a JSON body. */
export const bodyId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);
export const version = z
  .number()
  .int()
  .positive()
  .describe('The version the change was made on; 409 when it is not the latest');
export const instant = z.string().describe('ISO 8601 in UTC, with milliseconds');
export const name = z.string().trim().min(1).max(200);

export const languageTag = z
  .string()
  .max(40)
  .transform((text, context): LanguageTag => {
    const tag = canonicalTag(text);
    if (tag !== undefined) return tag;
    context.addIssue({
      code: 'custom',
      message: 'is not French (fr) or English (en)',
      params: { code: 'unknown-language' },
    });
    return z.NEVER;
  })
  .meta({ description: 'fr or en, with a region if wanted: fr-CA, en-GB', example: 'fr' });

export const partialDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be written 2021-11-25, 2021-11 or 2021')
  .refine(isInCalendar, 'is not in the calendar')
  .describe('ISO 8601 at the precision known');

function isInCalendar(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number);
  return day === undefined || isDay(day, month ?? 0, year);
}

const inlineCode = z.strictObject({
  form: z.enum(['open', 'close', 'standalone']),
  id: z.string().min(1).max(200),
  type: z.string().max(200).exactOptional(),
  data: z.string().max(20_000).exactOptional(),
});

function isShort(parts: readonly (string | object)[]): boolean {
  return parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0) <= MAX_SEGMENT_LENGTH;
}

/** Text with inline codes: plain text, or the parts in order. */
export const content = z
  .union([
    z.string().max(MAX_SEGMENT_LENGTH),
    z
      .array(z.union([z.string().max(MAX_SEGMENT_LENGTH), inlineCode]))
      .max(2_000)
      .refine(isShort, `must have at most ${MAX_SEGMENT_LENGTH} characters in all`),
  ])
  .transform((given): InlineContent => canonicalContent((typeof given === 'string' ? [given] : given) as InlineContent))
  .meta({ description: 'Plain text, or text and inline codes in order' });

/** A document as a file, of any kind that is read here: plain text, Markdown, HTML, DOCX, ODT, PDF. */
export const documentFile = z.strictObject({
  name: z.string().min(1).max(255).describe('The file’s name; its ending is held against the content'),
  content: z.base64().max(12_000_000).describe('The bytes of the file, in base64'),
});

/** What each field of a provenance was read from. */
export const readSources = z
  .record(z.string(), z.string())
  .describe('What each field of the provenance was read from: JSON-LD headline, credit note, given');

/** What was decided while documents were read. */
export const readingWarnings = z
  .array(z.object({ code: z.enum(READING_WARNINGS), message: z.string() }))
  .readonly()
  .describe('What was decided while the documents were read');

/** What a block of a document is there for. */
export const blockKind = z
  .enum(BLOCK_KINDS)
  .describe('What the block is there for in which it stands, where its document says: a heading, a caption');

/** Content as it is answered: always the parts in order. */
export const contentOut = z.array(z.union([z.string(), inlineCode])).readonly();

export const provenance = z.strictObject({
  title: z.string().max(1_000).exactOptional(),
  publication: z.string().max(300).exactOptional(),
  url: z
    .url({ protocol: /^https?$/, error: 'must be a whole address, with http:// or https://' })
    .max(2_000)
    .exactOptional(),
  publishedOn: partialDate.exactOptional(),
  author: z.string().max(300).exactOptional(),
  translator: z.string().max(300).exactOptional(),
  credit: z.string().max(1_000).exactOptional(),
  originalLanguage: z.enum(['fr', 'en']).exactOptional(),
  rights: z.string().max(1_000).exactOptional(),
});

export const status = z.enum(
  STATUSES as [string, ...string[]] as ['untranslated', 'draft', 'confirmed', 'reviewed', 'rejected'],
);

export const matchKind = z.enum(['context', 'exact', 'adapted', 'fuzzy']);

export const origin = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('human') }),
  z.strictObject({
    kind: z.literal('match'),
    match: z.enum(['context', 'exact', 'adapted', 'fuzzy', 'related']),
    rate: z.number().int().min(0).max(101),
    unitId: bodyId.exactOptional(),
  }),
  z.strictObject({ kind: z.literal('machine'), engine: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('alignment'), confidence: z.number().min(0).max(1) }),
  z.strictObject({ kind: z.literal('import'), source: z.string().max(500) }),
]);

export const page = {
  cursor: z.string().max(200).exactOptional(),
  limit: z.coerce.number().int().min(1).max(1_000).default(100),
};

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item).readonly(), next: z.string().exactOptional() });
}
