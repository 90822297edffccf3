import type { Actor } from '../../memory/store/store.ts';

/** Gives the present moment in milliseconds since 1970, as `Date.now` does. */
export type Clock = () => number;

/** The one person of an installation without accounts, and whoever sits at the terminal of the machine. */
export const LOCAL_PERSON = 'local';

/** The present moment with the person who acts, by name. */
export function actorAt(clock: Clock, by: string): Actor {
  return { by, at: new Date(clock()).toISOString() };
}
