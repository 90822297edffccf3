import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded before the server: says, when it ends, for how long its event loop was held up at most, in milliseconds.
const SETTLED = 2_000;

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  // What the start takes is measured by itself.
  setTimeout(() => delay.reset(), SETTLED).unref();
  process.on('exit', () => process.stderr.write(`event loop held up for ${(delay.max / 1e6).toFixed(1)} ms\n`));
}
