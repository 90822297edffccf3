import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker, type WorkerOptions } from 'node:worker_threads';

/** The programs that threads run: `NAME.ts` here, and beside the bundle `NAME.js`. */
type ThreadProgram = 'pair-reading' | 'long-reads';

/** Starts a thread. It does not keep the process alive by itself. */
export function startThread(program: ThreadProgram, options: WorkerOptions = {}): Worker {
  const thread = new Worker(programFile(program), { name: program, ...options });
  thread.unref();
  return thread;
}

function programFile(program: ThreadProgram): URL {
  const here = new URL(import.meta.url);
  if (!here.pathname.endsWith('/src/threads/program.ts')) return new URL(`./${program}.js`, here);
  // Sources are TypeScript, which Node reads with tsx: in tests and measurements.
  const tsx = pathToFileURL(createRequire(here).resolve('tsx/esm/api').replace(/cjs$/, 'mjs'));
  const file = new URL(`./${program}.ts`, here);
  return new URL(`data:text/javascript,import { register } from '${tsx}'; register(); await import('${file}');`);
}
