import { CalqueError } from '../../memory/model/errors.ts';
import type { Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import { filterOf } from '../contract/management.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { lastHealth } from '../services/management/health.ts';
import { comparePromotion } from '../services/management/promotion.ts';
import { repairUnits } from '../services/management/repairs.ts';
import { previewReplacement } from '../services/management/replacement.ts';
import type { Transfers } from '../services/transfers.ts';
import { beginDeletion } from './deletions.ts';
import type { Handlers } from './operations.ts';

interface Parts {
  readonly store: Store;
  readonly retrieval: Retrieval;
  readonly transfers: Transfers;
  readonly jobs: Jobs;
}

/** Work on many units of a memory: looked at here, done as jobs. */
export function managementHandlers({ store, retrieval, transfers, jobs }: Parts) {
  return {
    previewReplacement: async ({ params, query: { cursor, limit, ...query } }) => {
      await store.getMemory(params.id);
      const { find, replacement, side, matchCase, wholeWords, ...filter } = query;
      return previewReplacement(
        store,
        { ...filterOf(filter), memoryId: params.id },
        { find, replacement, side, matchCase: matchCase === 'yes', wholeWords: wholeWords === 'yes' },
        { limit, ...(cursor && { cursor }) },
      );
    },
    replaceInMemory: async ({ params: { id: memory }, body, actor }) => {
      const { find, replacement, side } = body;
      const about = { find, replacement, side };
      const { id: batch } = await store.openBatch({ memoryId: memory, kind: 'replace', about }, actor);
      return jobs.add('replace', { memory, batch, ...body }, actor);
    },
    deleteUnits: ({ params: { id }, body, actor }) => beginDeletion({ store, jobs }, id, body, actor),
    comparePromotion: async ({ params, query: { into, cursor, limit, ...filter } }) => {
      await store.getMemory(params.id);
      const wanted = { ...filterOf(filter), memoryId: params.id };
      return comparePromotion(store, retrieval, wanted, into, { limit, ...(cursor && { cursor }) });
    },
    promoteUnits: async ({ params: { id: memory }, body: { into, mode, ...filter }, actor }) => {
      const { name } = await store.getMemory(memory);
      if (memory === into) {
        throw new CalqueError('bad-request', 'A memory is not promoted into itself.', { where: 'body.into' });
      }
      const about = { from: name, mode };
      const { id: batch } = await store.openBatch({ memoryId: into, kind: 'promote', about }, actor);
      return jobs.add('promote', { memory, batch, mode, ...filter }, actor);
    },
    checkMemory: async ({ params: { id: memory }, actor }) => {
      await store.getMemory(memory);
      return jobs.add('check-memory', { memory }, actor);
    },
    memoryHealth: async ({ params }) => {
      await store.getMemory(params.id);
      const health = await lastHealth(store, params.id);
      if (health !== undefined) return health;
      throw new CalqueError('not-found', 'Nobody has looked at the health of this memory yet.');
    },
    repairUnits: ({ params, body, actor }) => repairUnits(store, params.id, body, actor),
    listBatches: ({ params, query: { limit, cursor } }) =>
      store.listBatches(params.id, { limit, ...(cursor && { cursor }) }),
    getBatch: ({ params }) => store.getBatch(params.id),
    undoBatch: async ({ params: { id: batch }, actor }) => {
      const { units, undone, kept, memoryId } = await store.getBatch(batch);
      const memory = await store.getMemory(memoryId);
      if (memory.readOnly) throw new CalqueError('read-only-memory', `The memory “${memory.name}” is read-only.`);
      if (undone + kept === units) {
        throw new CalqueError('nothing-to-undo', `All of batch ${batch} was taken back already.`);
      }
      return jobs.add('undo-batch', { batch }, actor);
    },
    exportUnits: async ({ query: { memory, format, level, ...filter } }) =>
      transfers.exportUnits(memory, filterOf(filter), format, { level }),
  } satisfies Partial<Handlers>;
}
