import type { Logger } from 'pino';
import type { Backups } from '../services/backups.ts';
import type { Jobs } from './jobs.ts';

/** How often it is seen whether a backup is due. */
const PAUSE = 600_000;

/**
 * Has a backup written whenever one is due: looked at when the server starts, and every ten minutes. Nobody waits for it,
 * so the log says where none could be written.
 */
export function keepBackups(
  backups: Backups,
  jobs: Jobs,
  by: string,
  clock: () => number,
  logger: Pick<Logger, 'error'>,
): void {
  jobs.watch(({ id, kind, state, error }) => {
    if (kind === 'backup' && state === 'failed') logger.error({ job: id, error }, 'no backup could be written');
  });
  const look = async (): Promise<void> => {
    const { items } = await jobs.list({ limit: 100 });
    const waits = items.some(({ kind, state }) => kind === 'backup' && (state === 'queued' || state === 'running'));
    if (!waits && backups.isDue()) await jobs.add('backup', {}, { by, at: new Date(clock()).toISOString() });
  };
  // What could not be asked for now is asked for the next time.
  const lookAgain = (): void =>
    void look().catch((error: unknown) => logger.error({ err: error }, 'no backup could be asked for'));
  setInterval(lookAgain, PAUSE).unref();
  lookAgain();
}
