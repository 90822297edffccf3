import type { Terminal } from './command.ts';
import { writeLine } from './command.ts';

/** Shows how far a command's work is. */
export interface ProgressBar {
  readonly report: (done: number, total?: number) => void;
  /** Clears the bar: what follows stands in its place. */
  end(): void;
}

/** Characters of the bar itself, and milliseconds between two states of it. */
const WIDTH = 30;
const PAUSE = 100;

/**
 * A bar on a terminal, nothing where standard error goes to a file, and with `json` one line of JSON a state on
 * standard output: `{"progress":{"done":512,"total":2048}}`.
 * @param what the units of work: `units`
 */
export function progressBar({ stdout, stderr }: Terminal, what: string, json: boolean): ProgressBar {
  const drawn = 'isTTY' in stderr && stderr.isTTY === true;
  let shown = Number.NEGATIVE_INFINITY;
  return {
    report(done, total) {
      if (!json && !drawn) return;
      const now = performance.now();
      if (done !== total && now - shown < PAUSE) return;
      shown = now;
      if (json) writeLine(stdout, JSON.stringify({ progress: { done, ...(total !== undefined && { total }) } }));
      else stderr.write(`\r${barOf(done, total)} ${what}\u001b[K`);
    },
    end() {
      if (drawn && !json) stderr.write('\r\u001b[K');
    },
  };
}

function barOf(done: number, total: number | undefined): string {
  if (!total) return String(done);
  const filled = Math.min(WIDTH, Math.floor((done / total) * WIDTH));
  return `[${'='.repeat(filled)}${' '.repeat(WIDTH - filled)}] ${done} of ${total}`;
}
