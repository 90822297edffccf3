/** A worker thread's program that breaks in the way it is asked to. */
import { workerData } from 'node:worker_threads';

if (workerData.input === 'throws') throw new Error('a wire came loose');
if (workerData.input === 'hangs') setInterval(() => {}, 1000);
