import type { Response } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobState } from '../../memory/model/job.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Lookup } from '../services/lookup.ts';
import type { EventHub } from './events/hub.ts';
import { operationOf } from './request-id.ts';

/** What the server measures of itself, for Prometheus. */
export interface Metrics {
  /** A request was answered. */
  answered(method: string, response: Response, seconds: number): void;
  /** The same lookup, measured. */
  measured(lookup: Lookup): Lookup;
  /** Everything, in Prometheus’ text format. */
  text(): Promise<string>;
}

export interface MetricsParts {
  readonly store: Pick<Store, 'listMemories' | 'size'>;
  readonly jobs: Pick<Jobs, 'list'>;
  readonly events: Pick<EventHub, 'listeners'>;
}

/** Bounds of the histograms, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATES: readonly JobState[] = ['queued', 'running', 'done', 'failed', 'cancelled'];
/** Jobs that are counted, of the newest. */
const COUNTED_JOBS = 1_000;

/** @param parts asked for what is there when the metrics are read */
export function createMetrics(parts: () => MetricsParts): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'calque_http_request_seconds',
    help: 'Requests by operation, method and status',
    labelNames: ['operation', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const lookups = new Histogram({
    name: 'calque_lookup_seconds',
    help: 'Lookups by the tiers that were asked for; “editor” for the suggestions of a segment',
    labelNames: ['tiers'],
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'calque_units',
    help: 'Units in the memories, all of which the index holds',
    labelNames: ['memory'],
    registers,
    async collect() {
      this.reset();
      for (const { id, unitCount } of await parts().store.listMemories()) this.set({ memory: String(id) }, unitCount);
    },
  });
  new Gauge({
    name: 'calque_database_bytes',
    help: 'Size of the database with its index, and of its write-ahead log',
    labelNames: ['file'],
    registers,
    async collect() {
      for (const { file, bytes } of await parts().store.size()) this.set({ file }, bytes);
    },
  });
  new Gauge({
    name: 'calque_jobs',
    help: `Jobs by state, of the newest ${COUNTED_JOBS}`,
    labelNames: ['state'],
    registers,
    async collect() {
      const { items } = await parts().jobs.list({ limit: COUNTED_JOBS });
      for (const state of STATES) this.set({ state }, items.filter((job) => job.state === state).length);
    },
  });
  new Gauge({
    name: 'calque_event_listeners',
    help: 'Open streams of events',
    registers,
    collect() {
      this.set(parts().events.listeners);
    },
  });

  async function timed<T>(tiers: string, work: () => Promise<T>): Promise<T> {
    const end = lookups.startTimer({ tiers });
    try {
      return await work();
    } finally {
      end();
    }
  }

  return {
    answered: (method, response, seconds) =>
      requests.observe({ operation: operationOf(response), method, status: response.statusCode }, seconds),
    measured: (lookup) => ({
      ...lookup,
      lookup: (request) => timed(request.tiers?.toSorted().join('+') || 'all', () => lookup.lookup(request)),
      suggestionsFor: (segmentId) => timed('editor', () => lookup.suggestionsFor(segmentId)),
      translate: (segmentId) => timed('machine', () => lookup.translate(segmentId)),
    }),
    text: () => registry.metrics(),
  };
}
