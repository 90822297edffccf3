import { readFileSync } from 'node:fs';
import { readXliffWork, writeXliffWork } from '../../memory/formats/xliff/work.ts';

/* What `xliff.ts` measures: opens the file that it is given and writes it back. */
const [path = ''] = process.argv.slice(2);

function seconds<T>(work: () => T): { readonly value: T; readonly wall: number; readonly processor: number } {
  const [started, used] = [performance.now(), process.cpuUsage()];
  const value = work();
  const { user, system } = process.cpuUsage(used);
  return { value, wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

const resident = () => Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
const before = resident();
const bytes = readFileSync(path);

/** The segments as they come from the store: no piece of the file is kept with them. */
function open() {
  const { value, ...times } = seconds(() => readXliffWork(bytes, 'large.xlf'));
  const segments = value.segments.map(({ fileSegment }) => ({
    ...(fileSegment && { fileSegment }),
    before: '',
    target: ['The city council passed the budget on Tuesday evening.'],
    status: 'confirmed' as const,
  }));
  return { ...times, segments };
}

const opened = open();
const afterOpening = resident();
const written = seconds(() => writeXliffWork(bytes, 'large.xlf', opened.segments, 'en'));
const rounded = (value: number) => Math.round(value * 100) / 100;
console.table({
  'MB of XLIFF, MB written': { reached: rounded(bytes.length / 1e6), processor: rounded(written.value.length / 1e6) },
  'open, s': { reached: rounded(opened.wall), processor: rounded(opened.processor) },
  'write back, s': { reached: rounded(written.wall), processor: rounded(written.processor) },
  'resident before, MB': { reached: before },
  'resident after opening, MB': { reached: afterOpening },
  'resident at most, MB': { reached: resident() },
});
