import type { Store } from '../../memory/store/store.ts';
import { isLexiconDue } from '../services/lexicon.ts';
import type { Jobs } from './jobs.ts';

/** How often it is seen whether the lexicon is due, besides after an import: translators add units all day. */
const PAUSE = 3_600_000;

/**
 * Has the lexicon learnt anew whenever the memories have changed enough: looked at when the server starts, after
 * every import and every rebuilding of the index, and once an hour.
 */
export function keepLexicon(store: Store, jobs: Jobs, by: string, clock: () => number): void {
  let asking = Promise.resolve();
  const look = (): void => {
    asking = asking.then(async () => {
      const { items } = await jobs.list({ limit: 100 });
      const waits = items.some(({ kind, state }) => kind === 'train' && (state === 'queued' || state === 'running'));
      if (waits || !(await isLexiconDue(store))) return;
      await jobs.add('train', {}, { by, at: new Date(clock()).toISOString() });
    });
    // What could not be asked for now is asked for the next time.
    asking = asking.catch(() => undefined);
  };
  jobs.watch(({ kind, state }) => {
    if (state === 'done' && (kind.startsWith('import') || kind === 'reindex')) look();
  });
  setInterval(look, PAUSE).unref();
  look();
}
