import type { Actor } from '../../memory/store/store.ts';

/** Gives the present moment in milliseconds since 1970, as `Date.now` does. */
export type Clock = () => number;

/** The one person of an installation without accounts. */
const LOCAL_PERSON = 'local';

/** The present moment with the person who acts. */
export function actorAt(clock: Clock, by = LOCAL_PERSON): Actor {
  return { by, at: new Date(clock()).toISOString() };
}
