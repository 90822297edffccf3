import type { Figure } from './figure.ts';

/** Asks about each text in turn and gives the mean, median and 99th percentile, in milliseconds. */
export async function timed(
  what: string,
  texts: readonly string[],
  ask: (text: string) => Promise<unknown>,
  beside: Pick<Figure, 'reach' | 'peers'>,
): Promise<Figure> {
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const text of texts) {
    const started = performance.now();
    await ask(text);
    times.push(performance.now() - started);
  }
  const { user, system } = process.cpuUsage(before);
  times.sort((a, b) => a - b);
  const at = (share: number) => round(times[Math.floor(times.length * share)] ?? 0);
  const mean = round(times.reduce((sum, time) => sum + time, 0) / Math.max(1, times.length));
  const processor = round((user + system) / 1000 / Math.max(1, times.length));
  return { what, reached: mean, processor, median: at(0.5), p99: at(0.99), ...beside };
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
