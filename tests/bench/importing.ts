import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { ALL_PROSE, someProse } from '../support/prose.ts';
import { sharedPath } from '../support/shared.ts';
import type { Figure } from './figure.ts';
import type { BenchPlace, Reaches } from './place.ts';

/** Milliseconds between two looks at how much memory and processor time the import has taken. */
const PAUSE = 100;
/** Parts of a second that Linux counts processor time in. */
const TICKS = 100;

/** Imports pairs into a new installation as a person would: by the command line, in a process of its own. */
export async function measureImport(place: BenchPlace, units: number, reaches: Reaches): Promise<readonly Figure[]> {
  const table = units === ALL_PROSE ? sharedPath('corpora', 'prose.tsv.gz') : join(place.folder, 'prose.tsv');
  if (units !== ALL_PROSE) await pipeline(Readable.from(someProse(units)), createWriteStream(table));
  const args = ['import', table, '--columns', 'en,fr,origin', '--memory', 'prose', '--json'];
  const { seconds, processor, resident } = await measureCommand(place.env, args);
  const size = await place.size();
  return [
    { what: 'import, units a second', reached: Math.round(units / seconds), reach: reaches.import },
    { what: 'import, units a second of processor time', reached: Math.round(units / processor) },
    { what: 'import, MB resident at most', reached: Math.round(resident / 1e6), reach: '≤ 600' },
    {
      what: 'database, MB',
      reached: Math.round(size / 1e6),
      ...(reaches.database !== undefined && { reach: reaches.database }),
      peers: 'text alone: 300',
    },
  ];
}

/** Has the lexicon learnt, as a server does by itself: before that its lookups would be measured beside the learning. */
export async function measureTraining(place: BenchPlace): Promise<readonly Figure[]> {
  const { seconds, resident } = await measureCommand(place.env, ['train', '--json']);
  return [
    { what: 'learning the lexicon, s', reached: Math.round(seconds) },
    { what: 'learning the lexicon, MB resident at most', reached: Math.round(resident / 1e6) },
  ];
}

/** Runs a command on an installation, in a process of its own, as `npm run calque` does. */
export async function measureCommand(
  env: BenchPlace['env'],
  args: readonly string[],
): Promise<{ readonly seconds: number; readonly processor: number; readonly resident: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=4', join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'close');
  let used = { processor: 0, resident: 0 };
  while (child.exitCode === null) {
    used = (await usedBy(child.pid ?? 0)) ?? used;
    await Promise.race([ended, setTimeout(PAUSE)]);
  }
  if (child.exitCode !== 0) throw new Error(`calque ${args[0]} ended with status ${child.exitCode}`);
  return { seconds: (performance.now() - started) / 1000, ...used };
}

/** Seconds of processor time, and the most bytes in memory at once; known on Linux alone. */
async function usedBy(pid: number): Promise<{ processor: number; resident: number } | undefined> {
  try {
    const [status, times] = await Promise.all([
      readFile(`/proc/${pid}/status`, 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    const peak = Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]);
    // After the name, which stands in brackets: user and system time are the 12th and 13th.
    const [user = 0, system = 0] = times
      .slice(times.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return Number.isNaN(peak) ? undefined : { processor: (user + system) / TICKS, resident: peak * 1024 };
  } catch {
    return undefined;
  }
}
