import { z } from 'zod';
import {
  blockKind,
  bodyId,
  instant,
  MAX_SEGMENT_LENGTH,
  name,
  provenance,
  readingWarnings,
  readSources,
  status,
  version,
} from './values.ts';

const place = z.number().int().min(0).max(10_000_000);
const side = z.enum(['fr', 'en']);

/** One change of a review, or undoing or redoing one; beads and sentences are named by their 0-based place. */
const reviewStep = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['accept', 'delete', 'reopen']), bead: place }),
    z.strictObject({ kind: z.literal('accept-above'), confidence: z.number().min(0).max(1) }),
    z.strictObject({ kind: z.literal('join'), bead: place }).describe('Joins the bead with the next'),
    z
      .strictObject({ kind: z.literal('pair'), bead: place, other: place })
      .describe('Makes one bead of two, however far they are apart; the sentences of a side must follow each other'),
    z
      .strictObject({ kind: z.literal('split'), bead: place, fr: place, en: place })
      .describe('So many sentences of each side go into the first part'),
    z.strictObject({
      kind: z.literal('move'),
      bead: place,
      side,
      edge: z.enum(['first', 'last']),
      way: z.enum(['take', 'give']).describe('Whether the bead takes a sentence at that edge, or gives one'),
    }),
    z.strictObject({
      kind: z.literal('edit'),
      side,
      sentence: place,
      text: z.string().max(MAX_SEGMENT_LENGTH),
    }),
    z.strictObject({ kind: z.literal('cut'), side, sentence: place, at: place.describe('UTF-16 offset') }),
    z.strictObject({ kind: z.literal('undo') }),
    z.strictObject({ kind: z.literal('redo') }),
  ])
  .meta({ id: 'ReviewStep' });

const sentence = z.object({
  text: z.string(),
  before: z.string(),
  paragraph: z.number(),
  block: blockKind.exactOptional(),
  furniture: z
    .literal(true)
    .exactOptional()
    .describe('Part of the page and not of the article: a skip link, a cookie line, a teaser'),
  printed: z
    .string()
    .exactOptional()
    .describe('What the document has in its place, where a person changed its text before'),
});

/** Why something is decided before a person looks at it. */
export const decisionReason = z
  .enum(['earlier', 'furniture'])
  .describe('It was decided when the article came before, or it is part of the page and not of the article');

const bitext = z.object({
  fr: z.array(sentence).readonly(),
  en: z.array(sentence).readonly(),
  beads: z
    .array(
      z.object({
        fr: z.array(z.number()).readonly(),
        en: z.array(z.number()).readonly(),
        confidence: z
          .number()
          .exactOptional()
          .describe('The aligner’s; absent where a person gave the bead its shape in an earlier review'),
        decision: z.enum(['accepted', 'deleted']).exactOptional().describe('What the review begins with'),
        reason: decisionReason.exactOptional(),
      }),
    )
    .readonly(),
});

const summary = {
  id: z.number(),
  version: z.number(),
  state: z.enum(['open', 'finished']),
  memory: z.string().describe('The name of the memory it goes to'),
  provenance,
  progress: z.object({ beads: z.number(), accepted: z.number(), passed: z.number(), deleted: z.number() }),
  documentId: z.number().exactOptional().describe('The document of an earlier import, or of this one once finished'),
  createdAt: instant,
  createdBy: z.string(),
  changedAt: instant,
  changedBy: z.string(),
};

export const reviewSummary = z.object(summary).meta({ id: 'ReviewSummary' });

export const review = z
  .object({
    ...summary,
    bitext: bitext.describe('As the review began; the steps lead on from there'),
    warnings: readingWarnings,
    steps: z.array(reviewStep).readonly(),
    stored: z
      .array(z.object({ id: z.number(), version: z.number(), status, fr: z.string(), en: z.string() }))
      .readonly()
      .describe('What the memory holds of the article already'),
  })
  .meta({ id: 'Review' });

export const startedReview = review.extend({ sources: readSources }).meta({ id: 'StartedReview' });

export const reviewSteps = z.strictObject({ version, steps: z.array(reviewStep).min(1).max(1_000) });

export const reviewChange = z.strictObject({
  version,
  memory: name.exactOptional(),
  provenance: provenance.exactOptional(),
});

export const reviewFinish = z.strictObject({
  version,
  removeMissing: z
    .boolean()
    .default(false)
    .describe('Deletes stored units whose sentences are gone from the article, or whose bead was deleted'),
});

export const reviewFinished = z
  .object({
    memoryId: bodyId,
    documentId: bodyId,
    added: z.number(),
    merged: z.number().describe('Pairs the memory already held'),
    changed: z.number().describe('Units that got a new version in their history'),
    deleted: z.number(),
  })
  .meta({ id: 'ReviewFinished' });
