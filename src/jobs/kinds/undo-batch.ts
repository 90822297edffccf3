import { z } from 'zod';
import { undoWhole } from '../../services/management/undoing.ts';
import { kindOf } from '../kind.ts';

/** Takes a batch back. */
export const undoBatch = kindOf({
  kind: 'undo-batch',
  input: z.strictObject({ batch: z.number() }),
  async run({ batch }, { store }, { by, report }) {
    const { undone, kept } = await undoWhole(store, batch, () => ({ by, at: new Date().toISOString() }), report);
    return { batch, undone, kept };
  },
});
