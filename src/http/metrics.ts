import type { Response } from 'express';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { LookupRequest } from '../contract/lookup.ts';
import type { Lookup, TookTier } from '../services/lookup.ts';
import { operationOf } from './request-id.ts';
import type { Standing } from './standing-metrics.ts';
import { watchStanding } from './standing-metrics.ts';

/** What the server measures of itself, for Prometheus. */
export interface Metrics {
  /** A request was answered. */
  answered(method: string, response: Response, seconds: number): void;
  /** A tier of a lookup was looked through. */
  readonly tookTier: TookTier;
  /** The same lookup, measured as a whole. */
  measured(lookup: Lookup): Lookup;
  /** What is there is counted from now on, whenever the metrics are read. */
  watch(standing: Standing): void;
  /** Everything, in Prometheus’ text format. */
  text(): Promise<string>;
}

/** Bounds of the histograms, in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMetrics(): Metrics {
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
  const tiers = new Histogram({
    name: 'calque_lookup_tier_seconds',
    help: 'Tiers of lookups, each by itself, without the time that a lookup waits for a thread',
    labelNames: ['tier'],
    buckets: BUCKETS,
    registers,
  });

  async function timed<T>(asked: string, work: () => Promise<T>): Promise<T> {
    const end = lookups.startTimer({ tiers: asked });
    try {
      return await work();
    } finally {
      end();
    }
  }

  return {
    answered: (method, response, seconds) =>
      requests.observe({ operation: operationOf(response), method, status: response.statusCode }, seconds),
    tookTier: (tier, seconds) => tiers.observe({ tier }, seconds),
    measured: (lookup) => ({
      ...lookup,
      lookup: (request) => timed(askedFor(request), () => lookup.lookup(request)),
      suggestionsFor: (segmentId) => timed('editor', () => lookup.suggestionsFor(segmentId)),
      translate: (segmentId) => timed('machine', () => lookup.translate(segmentId)),
    }),
    watch: (standing) => watchStanding(registry, standing),
    text: () => registry.metrics(),
  };
}

/** The tiers of a request, each once and in one order, so that there are no more labels than sets of tiers. */
function askedFor({ tiers }: LookupRequest): string {
  if (tiers === undefined) return 'all';
  return [...new Set(tiers)].sort().join('+') || 'none';
}
