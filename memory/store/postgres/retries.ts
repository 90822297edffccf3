import { setTimeout as delay } from 'node:timers/promises';
import { isLoss, storeError } from './errors.ts';

/** Times that something is tried when its connection is lost, and how long before each, in milliseconds. */
const PAUSES = [0, 100, 500, 2000];

/**
 * Does what a lost connection takes back, and tries it again on another, a few times.
 * @param name what the database is called in sentences
 * @throws CalqueError `database-unreachable` where none is to be had; any other error at once, as {@link storeError} has it
 */
export async function withRetries<T>(name: string, attempt: () => Promise<T>): Promise<T> {
  for (const pause of PAUSES) {
    if (pause > 0) await delay(pause);
    try {
      return await attempt();
    } catch (error) {
      if (!isLoss(error) || pause === PAUSES.at(-1)) throw storeError(error, name);
    }
  }
  throw new Error('what is tried again was neither done nor given up');
}
