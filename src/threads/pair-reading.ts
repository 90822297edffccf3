import { parentPort } from 'node:worker_threads';
import { type PairContents, readPairs } from '../../memory/store/sql/pair-reading.ts';

/** A thread that reads the pairs it is sent, one lot after the other: see `pair-reader.ts`. */
parentPort?.on('message', (pairs: PairContents) => {
  const reading = readPairs(pairs);
  const { fr, en } = reading.texts;
  const arrays = [fr, en].flatMap((side) => [side.words, side.offsets, side.numbers, side.numberOffsets]);
  const buffers = [reading.keys, ...arrays].map(({ buffer }) => buffer as ArrayBuffer);
  parentPort?.postMessage(reading, buffers);
});
