import type { Registry } from 'prom-client';
import { Gauge } from 'prom-client';
import type { JobState } from '../../memory/model/job.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { EventHub } from './events/hub.ts';

/** Who is asked for what is there. */
export interface Standing {
  readonly store: Pick<Store, 'listMemories' | 'size' | 'indexSize'>;
  readonly jobs: Pick<Jobs, 'list'>;
  readonly events: Pick<EventHub, 'listeners'>;
}

const STATES: readonly JobState[] = ['queued', 'running', 'done', 'failed', 'cancelled'];
/** Jobs that are counted, of the newest. */
const COUNTED_JOBS = 1_000;

/** Adds what is there to the metrics: it is counted when they are read. */
export function watchStanding(registry: Registry, { store, jobs, events }: Standing): void {
  const registers = [registry];
  new Gauge({
    name: 'calque_units',
    help: 'Units in the memories, all of which the index holds',
    labelNames: ['memory'],
    registers,
    async collect() {
      this.reset();
      for (const { id, unitCount } of await store.listMemories()) this.set({ memory: String(id) }, unitCount);
    },
  });
  new Gauge({
    name: 'calque_index_units',
    help: 'Units in the index: in blocks, waiting for a block, and dead, of which a block says what holds no more',
    labelNames: ['state'],
    registers,
    async collect() {
      const { inBlocks, waiting, dead } = await store.indexSize();
      for (const [state, units] of Object.entries({ inBlocks, waiting, dead })) this.set({ state }, units);
    },
  });
  new Gauge({
    name: 'calque_index_bytes',
    help: 'Size of the blocks of the index, on the disk and in memory once they were read',
    registers,
    async collect() {
      this.set((await store.indexSize()).bytes);
    },
  });
  new Gauge({
    name: 'calque_database_bytes',
    help: 'Size of the database with its index, and of its write-ahead log',
    labelNames: ['file'],
    registers,
    async collect() {
      for (const { file, bytes } of await store.size()) this.set({ file }, bytes);
    },
  });
  new Gauge({
    name: 'calque_jobs',
    help: `Jobs by state, of the newest ${COUNTED_JOBS}`,
    labelNames: ['state'],
    registers,
    async collect() {
      const { items } = await jobs.list({ limit: COUNTED_JOBS });
      for (const state of STATES) this.set({ state }, items.filter((job) => job.state === state).length);
    },
  });
  new Gauge({
    name: 'calque_event_listeners',
    help: 'Open streams of events',
    registers,
    collect() {
      this.set(events.listeners);
    },
  });
}
