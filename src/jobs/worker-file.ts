/** The program of a worker thread: beside the bundle that this is part of, or what stands for it where the sources run. */
export function workerFile(): URL {
  const fromSource = import.meta.url.endsWith('/src/jobs/worker-file.ts');
  return new URL(fromSource ? '../build/source-worker.mjs' : './worker.js', import.meta.url);
}
