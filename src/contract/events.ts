import { z } from 'zod';
import { job } from './jobs.ts';
import { bodyId, instant, status } from './values.ts';

/** What {@link EVENTS} are read with. */
export const eventQuery = z.strictObject({
  after: z.coerce
    .number()
    .int()
    .min(0)
    .max(Number.MAX_SAFE_INTEGER)
    .exactOptional()
    .describe(
      'The `id` of the last event that was heard; only what comes from now on when absent. A `Last-Event-ID` goes first',
    ),
});

const place = z.object({
  client: z.string().describe('The window or program, under a name of its own'),
  by: z.string(),
  segmentId: z.number(),
});

/** The events that `GET /api/v1/events` sends, by name: what each one’s `data` is. */
export const EVENTS = {
  segment: z
    .object({
      documentId: z.number(),
      segmentId: z.number(),
      version: z.number(),
      status,
      by: z.string(),
      at: instant,
    })
    .meta({ id: 'SegmentEvent', description: 'A segment’s target or status was changed, or where it ends' }),
  comment: z
    .object({ documentId: z.number(), segmentId: z.number(), by: z.string(), at: instant })
    .meta({ id: 'CommentEvent', description: 'A comment on a segment was added or deleted' }),
  job,
  presence: z
    .object({ documentId: z.number(), places: z.array(place).readonly() })
    .meta({ id: 'PresenceEvent', description: 'Who is on which segment of a document now; everybody who is' }),
  reset: z.object({}).meta({ description: 'More was missed than is kept: read anew what is shown' }),
  closing: z.object({}).meta({ description: 'The server stops; connect again in a while' }),
} as const;

export type EventName = keyof typeof EVENTS;
export type EventData<N extends EventName> = z.output<(typeof EVENTS)[N]>;

export const presence = z.strictObject({
  client: z.string().regex(/^[\w-]{8,64}$/, 'must be 8 to 64 letters, digits, hyphens or underscores'),
  documentId: bodyId,
  segmentId: bodyId.exactOptional().describe('Absent when it leaves'),
});
export type Presence = z.output<typeof presence>;
