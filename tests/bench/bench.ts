import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { ALL_PROSE, addRelated, loadProse } from '../support/prose.ts';
import type { Figure } from './figure.ts';
import { measureLookups } from './lookups.ts';

const { values } = parseArgs({ options: { units: { type: 'string' }, sample: { type: 'string' } } });
const units = Math.min(ALL_PROSE, Number(values.units ?? 100_000));
const sample = Number(values.sample ?? 300);

const folder = mkdtempSync(join(tmpdir(), 'calque-bench-'));
try {
  const figures: Figure[] = [...(await measureImport(join(folder, 'bench.db')))];
  figures.push(...(await measureLookups(join(folder, 'bench.db'), sample)));
  const [processor] = cpus();
  console.log(
    `${units} units; ${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`,
  );
  console.table(Object.fromEntries(figures.map(({ what, ...figure }) => [what, figure])));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureImport(path: string): Promise<readonly Figure[]> {
  const store = await openSqliteStore(path);
  const started = performance.now();
  const before = process.cpuUsage();
  let resident = 0;
  const memory = await loadProse(store, units, () => {
    resident = Math.max(resident, process.memoryUsage.rss());
  });
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  await addRelated(store, memory);
  await store.close();
  return [
    { what: 'import, units a second', reached: Math.round(units / seconds), reach: '≥ 10,000' },
    { what: 'import, units a second of processor time', reached: Math.round((units * 1e6) / (user + system)) },
    { what: 'import, MB resident at most', reached: Math.round(resident / 1e6), reach: '≤ 600' },
    { what: 'database, MB', reached: Math.round(statSync(path).size / 1e6), reach: '≤ 1,200 for all' },
  ];
}
