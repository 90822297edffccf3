import { fileURLToPath } from 'node:url';

/** One hold-up of a server's event loop, in milliseconds. */
export interface HoldUp {
  /** When it began, in seconds after the server had settled. */
  readonly second: number;
  readonly held: number;
  /** What its thread had of a processor meanwhile. */
  readonly ran: number;
  /** How long it was ready to run, and other programs had the processors. */
  readonly waited: number;
  /** What all threads of the process had. */
  readonly process: number;
  /** How long garbage was collected meanwhile. */
  readonly collected: number;
}

/** What has a process say, when it ends, for how long its event loop was held up. */
export const WATCHED = { NODE_OPTIONS: `--import=${fileURLToPath(new URL('./event-loop.mjs', import.meta.url))}` };

/** The longest hold-ups of a server that was started {@link WATCHED} and has ended, the longest first. */
export function holdUps(errors: string): readonly HoldUp[] {
  return [...errors.matchAll(/^event loop (.+)$/gm)].map(
    ([, said = '']) =>
      Object.fromEntries(
        said.split(', ').map((one) => [one.split(' ')[0], Number(one.split(' ')[1])]),
      ) as unknown as HoldUp,
  );
}
