import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { EventHub } from './events/hub.ts';
import type { Handlers } from './operations.ts';

/** What changes, told as it happens; and who is where, as far as they say. */
export function eventHandlers({ events, clock }: { readonly events: EventHub; readonly clock: Clock }) {
  return {
    events: async ({ query }) => ({ mediaType: 'text/event-stream', body: await events.open(query.after) }),
    announcePresence: async ({ body }) => {
      events.present(body, actorAt(clock).by);
    },
  } satisfies Partial<Handlers>;
}
