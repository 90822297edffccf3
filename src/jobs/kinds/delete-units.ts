import { z } from 'zod';
import { filterOf, unitFilterFields } from '../../contract/management.ts';
import { deleteAll } from '../../services/management/deletion.ts';
import { kindOf } from '../kind.ts';

/** Deletes what a filter finds in a memory, as one batch. */
export const deleteUnitsKind = kindOf({
  kind: 'delete-units',
  input: z.strictObject({ memory: z.number(), batch: z.number(), ...unitFilterFields }),
  run: ({ memory, batch, ...filter }, { store }, { by, report }) =>
    deleteAll(
      store,
      batch,
      { ...filterOf(filter), memoryId: memory },
      () => ({ by, at: new Date().toISOString() }),
      report,
    ),
});
