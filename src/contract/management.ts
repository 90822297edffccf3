import { z } from 'zod';
import { BATCH_KINDS } from '../../memory/model/batch.ts';
import { HEALTH_KINDS } from '../../memory/model/health.ts';
import type { UnitFilter } from '../../memory/model/unit-filter.ts';
import { unit } from './memories.ts';
import { conditionsOf, unitConditionFields } from './unit-conditions.ts';
import { bodyId, contentOut, id, instant, page, pageOf, version } from './values.ts';

const text = z.string().max(500).exactOptional();
const yesOrNo = z.enum(['yes', 'no']);

/** Which units are meant, but for their memory. */
export const unitFilterFields = {
  document: id.exactOptional(),
  text: text.describe('Part of either side, whatever the case and accents'),
  fr: text.describe('Part of the French side, likewise'),
  en: text.describe('Part of the English side, likewise'),
  ...unitConditionFields,
};

type UnitFilterFields = z.output<z.ZodObject<typeof unitFilterFields>>;

/** Such fields as a request has them. */
export type GivenFilters = z.input<z.ZodObject<typeof unitFilterFields>>;

/** The filter that fields of a request ask for. */
export function filterOf({ document, text: either, fr, en, ...conditions }: UnitFilterFields): UnitFilter {
  return {
    ...(document !== undefined && { documentId: document }),
    ...(either !== undefined && { text: either }),
    ...(fr !== undefined && { fr }),
    ...(en !== undefined && { en }),
    ...conditionsOf(conditions),
  };
}

export const unitQuery = z.strictObject({ memory: id.exactOptional(), ...unitFilterFields, ...page });

export const unitExportQuery = z.strictObject({
  memory: id,
  ...unitFilterFields,
  format: z.enum(['tmx', 'csv', 'tsv', 'xlsx']),
  level: z.enum(['1', '2']).default('2').describe('TMX with inline codes (2) or with texts alone (1)'),
});

/** What is looked for across a memory, and what comes in its place. */
export const replacementFields = {
  find: z.string().min(1).max(500).describe('Taken as it stands'),
  replacement: z.string().max(2_000).default(''),
  side: z.enum(['fr', 'en', 'both']).default('both'),
  matchCase: yesOrNo.default('yes'),
  wholeWords: yesOrNo.default('no'),
};

export const replacementPreview = z.strictObject({
  ...replacementFields,
  ...unitFilterFields,
  cursor: page.cursor,
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const replacement = z.strictObject({ ...replacementFields, ...unitFilterFields });

export const deletion = z
  .strictObject({ ...unitFilterFields, document: bodyId.exactOptional() })
  .refine((filter) => Object.keys(filter).length > 0, { error: 'says which units are meant' });

export const replacementPage = pageOf(
  z.object({
    unitId: z.number(),
    version: z.number(),
    sides: z.array(z.object({ language: z.enum(['fr', 'en']), before: contentOut, after: contentOut })).readonly(),
    empties: z.literal(true).exactOptional().describe('A side would be left without text: it is not done'),
  }),
);

export const batch = z
  .object({
    id: z.number(),
    memoryId: z.number(),
    kind: z.enum(BATCH_KINDS),
    about: z.record(z.string(), z.string()).describe('What was asked for'),
    createdAt: instant,
    createdBy: z.string(),
    units: z.number().describe('Units that it changed, added or deleted'),
    undone: z.number().describe('Of these, those that were taken back'),
    kept: z.number().describe('Of these, those that were changed since and stay'),
    undoneAt: instant.exactOptional(),
    undoneBy: z.string().exactOptional(),
  })
  .meta({ id: 'UnitBatch' });

export const batchPage = pageOf(batch);
export const batchQuery = z.strictObject(page);

export const repair = z
  .strictObject({
    repair: z.enum(['merge', 'swap', 'delete', 'flag', 'unflag']),
    units: z
      .array(z.strictObject({ id: bodyId, version }))
      .min(1)
      .max(1_000),
    keep: bodyId.exactOptional().describe('Of a merge: the unit that is left'),
  })
  .refine(({ repair: wanted, keep }) => (wanted === 'merge') === (keep !== undefined), {
    error: 'names the unit that a merge leaves',
    path: ['keep'],
  });

export const repaired = z.object({
  batch,
  changed: z.number(),
  refused: z.array(z.object({ id: z.number(), code: z.string(), message: z.string() })).readonly(),
});

const promotionWish = { into: bodyId.describe('The memory they go to'), ...unitFilterFields };

export const promotionPreview = z.strictObject({
  ...unitFilterFields,
  into: id.describe('The memory they would go to'),
  cursor: page.cursor,
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export const promotion = z.strictObject({
  ...promotionWish,
  mode: z
    .enum(['add', 'replace', 'skip'])
    .default('add')
    .describe(
      'Where the master has the source with another translation: keep both, put this one in its place, or leave it as it is',
    ),
});

export const promotionPage = pageOf(
  z.object({
    unit,
    standing: z.enum(['new', 'same', 'differs']),
    present: z
      .array(z.object({ id: z.number(), changedAt: instant, target: contentOut }))
      .readonly()
      .describe('What the master has of the same source'),
  }),
);

const finding = z.object({
  units: z.array(z.object({ id: z.number(), version: z.number() })).readonly(),
  about: z.array(z.string()).readonly().exactOptional(),
});

export const memoryHealth = z
  .object({
    memoryId: z.number(),
    at: instant,
    units: z.number(),
    lookedUp: z
      .object({ place: z.number(), of: z.number() })
      .exactOptional()
      .describe(
        'Of a large memory: which share of its units was looked up among all others for near-duplicates; the next look takes the next',
      ),
    found: z.record(z.enum(HEALTH_KINDS), z.object({ count: z.number(), listed: z.array(finding).readonly() })),
  })
  .meta({ id: 'MemoryHealth' });
