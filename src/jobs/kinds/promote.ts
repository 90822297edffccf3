import { z } from 'zod';
import { filterOf, unitFilterFields } from '../../contract/management.ts';
import { PROMOTION_MODES, promote } from '../../services/management/promotion.ts';
import { kindOf } from '../kind.ts';

/** Takes units of a staging memory into a master, as one batch. */
export const promoteKind = kindOf({
  kind: 'promote',
  input: z.strictObject({
    memory: z.number(),
    batch: z.number(),
    mode: z.enum(PROMOTION_MODES),
    ...unitFilterFields,
  }),
  run: ({ memory, batch, mode, ...filter }, parts, { by, report }) =>
    promote(
      parts,
      batch,
      { ...filterOf(filter), memoryId: memory },
      mode,
      () => ({ by, at: new Date().toISOString() }),
      report,
    ),
});
