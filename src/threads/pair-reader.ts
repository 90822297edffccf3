import type { Worker } from 'node:worker_threads';
import { type PairReader, type PairReading, readPairs } from '../../memory/store/sql/pair-reading.ts';
import { startThread } from './program.ts';

/** Far more than reading some thousand pairs takes; without it, memory is given back late, as there seems to be enough. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 32 };

interface Waiting {
  resolve(reading: PairReading): void;
  reject(error: Error): void;
}

/**
 * Reads pairs in a thread of its own, so that the next are read while those before are stored. It is started by the
 * first and kept. Pairs that it breaks off at are read in this thread, and the next by another.
 */
export function threadedPairReader(): PairReader {
  let thread: Worker | undefined;
  let waiting: Waiting[] = [];

  function start(): Worker {
    const started = startThread('pair-reading', { resourceLimits: LIMITS });
    started.on('message', (reading: PairReading) => {
      waiting.shift()?.resolve(reading);
      if (waiting.length === 0) started.unref();
    });
    const end = (error: Error): void => {
      if (thread !== started) return;
      thread = undefined;
      const left = waiting;
      waiting = [];
      for (const { reject } of left) reject(error);
    };
    started.on('error', end);
    started.on('exit', () => end(new Error('the thread that reads pairs ended')));
    return started;
  }

  return async (pairs) => {
    const reading = new Promise<PairReading>((resolve, reject) => {
      thread ??= start();
      thread.ref();
      waiting.push({ resolve, reject });
      thread.postMessage(pairs);
    });
    return reading.catch(() => readPairs(pairs));
  };
}
