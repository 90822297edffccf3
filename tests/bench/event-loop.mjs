import { existsSync, readFileSync } from 'node:fs';
import { PerformanceObserver } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

// Loaded before the server: says, when it ends, for how long its event loop was held up at most, and what its thread and the
// whole process had of the processors meanwhile, all in milliseconds. Of a thread that waits for a processor which
// other programs have, the loop is held up too, without its doing.
const SETTLED = 2_000;
const TICK = 5;
/** Hold-ups that are told one by one. */
const WORST = 5;
/** Shorter pauses of the collector explain nothing. */
const SHORTEST_PAUSE = 5;
/** Linux: nanoseconds that the thread ran, and that it was ready to run and had no processor. */
const SCHEDULED = '/proc/thread-self/schedstat';

const isTold = existsSync(SCHEDULED);

function look() {
  const [ran, waited] = isTold ? readFileSync(SCHEDULED, 'utf8').split(' ') : [0, 0];
  const { user, system } = process.cpuUsage();
  return {
    at: performance.now(),
    ran: Number(ran) / 1e6,
    waited: Number(waited) / 1e6,
    process: (user + system) / 1e3,
  };
}

function watch() {
  let worst = [];
  let last = look();
  const begun = last.at;
  const pauses = [];
  new PerformanceObserver((list) => {
    for (const pause of list.getEntries()) if (pause.duration >= SHORTEST_PAUSE) pauses.push(pause);
  }).observe({ entryTypes: ['gc'] });

  setInterval(() => {
    const now = look();
    const from = last.at;
    worst.push({
      second: (from - begun) / 1e3,
      held: now.at - from - TICK,
      ran: now.ran - last.ran,
      waited: now.waited - last.waited,
      process: now.process - last.process,
      from,
      to: now.at,
    });
    if (worst.length > 1_000) worst = longest(worst);
    last = now;
  }, TICK).unref();

  process.on('exit', () => {
    for (const { from, to, ...hold } of longest(worst)) {
      const during = pauses.filter(({ startTime, duration }) => startTime < to && startTime + duration > from);
      const collected = during.reduce((sum, { duration }) => sum + duration, 0);
      const said = Object.entries({ ...hold, collected }).map(([what, time]) => `${what} ${time.toFixed(1)}`);
      process.stderr.write(`event loop ${said.join(', ')}\n`);
    }
  });
}

function longest(holds) {
  return holds.toSorted((a, b) => b.held - a.held).slice(0, WORST);
}

// What the start takes is measured by itself.
if (isMainThread) setTimeout(watch, SETTLED).unref();
