import { CalqueError } from '../../memory/model/errors.ts';
import type { Job } from '../../memory/model/job.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import type { GivenFilters } from '../contract/management.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { EMPTIED_AT_ONCE } from '../services/memories.ts';

/**
 * Has what a filter finds in a memory deleted, as a job and one batch.
 * @throws CalqueError `not-found` where the memory has no such document, `read-only-memory`
 */
export async function beginDeletion(
  { store, jobs }: { readonly store: Store; readonly jobs: Jobs },
  memoryId: MemoryId,
  filter: GivenFilters,
  actor: Actor,
): Promise<Job> {
  if (filter.document !== undefined) {
    const document = await store.getDocument(Number(filter.document));
    if (document.memoryId !== memoryId) {
      throw new CalqueError('not-found', `Memory ${memoryId} has no document ${document.id}.`, { where: 'document' });
    }
  }
  const { id: batch } = await store.openBatch({ memoryId, kind: 'repair', about: { repair: 'delete' } }, actor);
  return jobs.add('delete-units', { memory: memoryId, batch, ...filter }, actor);
}

/** Whether deleting a memory takes longer than others are to wait for it. */
export async function isLarge(store: Pick<Store, 'getMemory'>, id: MemoryId): Promise<boolean> {
  return (await store.getMemory(id)).unitCount > EMPTIED_AT_ONCE;
}
