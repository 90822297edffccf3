import { z } from 'zod';

const place = {
  segmentId: z.number(),
  documentId: z.number(),
  number: z.number().describe('1-based, in its document'),
};

export const revisionReport = z
  .object({
    changed: z.array(z.object(place)).readonly().describe('Segments that have the reviser’s text now, as drafts'),
    unchanged: z.number(),
    conflicts: z
      .array(z.object({ ...place, revised: z.string(), present: z.string() }))
      .readonly()
      .describe('Segments that were changed here as well since the file was written; they stay as they are'),
    refused: z.array(z.object({ row: z.number(), reason: z.string() })).readonly(),
  })
  .meta({ id: 'RevisionReport' });
