import type { EventHub } from './events/hub.ts';
import type { Handlers } from './operations.ts';

/** What changes, told as it happens; and who is where, as far as they say. */
export function eventHandlers({ events }: { readonly events: EventHub }) {
  return {
    events: async ({ query, caller }) => ({
      mediaType: 'text/event-stream',
      body: await events.open(caller, query.after),
    }),
    announcePresence: async ({ body, actor }) => {
      events.present(body, actor.by);
    },
  } satisfies Partial<Handlers>;
}
