/** A worker thread's program that breaks in the way it is asked to. */
import { parentPort } from 'node:worker_threads';

parentPort?.once('message', ({ input }) => {
  if (input === 'throws') throw new Error('a wire came loose');
  if (input === 'hangs') setInterval(() => {}, 1000);
});
