import { z } from 'zod';
import { EVENTS, eventQuery, presence } from '../events.ts';
import { machineRules, machineStanding } from '../machine.ts';
import type { Operation } from './operation.ts';

/** What happens as it happens, and the server itself. */
export const serverOperations = {
  machine: {
    summary: 'Machine translation: which service, what the house has decided, and what it cost this month',
    answer: machineStanding,
    errors: [],
  },
  changeMachine: {
    summary: 'Decide on machine translation',
    body: machineRules,
    answer: machineStanding,
    errors: [],
  },

  events: {
    summary: 'What changes, as it happens (server-sent events); it goes on until the caller leaves',
    query: eventQuery,
    produces: ['text/event-stream'],
    events: EVENTS,
    errors: ['too-many-requests'],
  },
  announcePresence: {
    summary: 'Say on which segment somebody is; to be repeated every 20 seconds for as long as it is so',
    body: presence,
    status: 204,
    errors: [],
  },
  health: {
    summary: 'Whether the server is ready',
    answer: z.object({ status: z.literal('ok'), version: z.string() }),
    errors: ['database-busy', 'stopping'],
  },
  metrics: {
    summary: 'What the server measures of itself, in Prometheus’ text format',
    produces: ['text/plain'],
    errors: ['database-busy'],
  },
  openapi: { summary: 'This API as OpenAPI 3.1', answer: z.record(z.string(), z.unknown()), errors: [] },
} as const satisfies Record<string, Operation>;
