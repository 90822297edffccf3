import { z } from 'zod';
import { deleteMemory } from '../../services/memories.ts';
import { kindOf } from '../kind.ts';

/** Deletes a memory with all that is in it. Cut off, it leaves what is not deleted yet. */
export const deleteMemoryKind = kindOf({
  kind: 'delete-memory',
  input: z.strictObject({ memory: z.number() }),
  run: ({ memory }, { store }, { report }) => deleteMemory(store, memory, report),
});
