import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { actor, unit } from '../contract/samples.ts';
import { newDatabasePath } from './place.ts';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));
const REBUILDER = fileURLToPath(new URL('rebuilder.ts', import.meta.url));

/** What the writer was told is kept. */
interface Acknowledged {
  readonly segmentId: number;
  readonly unitId: number;
}

describe('a process that is killed', () => {
  for (const count of [1, 40, 173]) {
    it(`loses none of ${count} acknowledged confirmations`, async () => {
      const path = await newDatabasePath();
      const kept = await killAfter(path, count);
      expect(kept.length).toBeGreaterThanOrEqual(count);

      const store = await openSqliteStore(path);
      onTestFinished(() => store.close());
      for (const { segmentId, unitId } of kept) {
        const segment = await store.getSegment(segmentId);
        expect(segment).toMatchObject({ status: 'confirmed', unitId, version: 2 });
        expect((await store.getUnit(unitId)).unit.en.content).toEqual(segment.target);
      }
      // Nothing is half there either: as many units as confirmed segments, counted as many.
      const [memory] = await store.listMemories();
      const [project] = await store.listProjects();
      expect(memory?.unitCount).toBe(project?.progress.doneSegments);
      expect(integrity(path)).toEqual(['ok']);
    });
  }

  it('leaves the database to another that waits for it', async () => {
    const path = await newDatabasePath();
    const [one, two] = await Promise.all([killAfter(path, 30, 'one'), killAfter(path, 30, 'two')]);
    const store = await openSqliteStore(path);
    onTestFinished(() => store.close());
    for (const { unitId } of [...one, ...two]) expect((await store.getUnit(unitId)).unit.id).toBe(unitId);
    expect(await store.listMemories()).toHaveLength(2);
    expect(integrity(path)).toEqual(['ok']);
  });

  it('leaves an index that it was building anew to be built on', async () => {
    const path = await newDatabasePath();
    const store = await openSqliteStore(path);
    onTestFinished(() => store.close());
    const memory = await store.createMemory({ name: 'A' }, actor());
    const units = Array.from({ length: 400 }, (_, index) => unit(`Le quai ${index} ferme.`, `Quay ${index} closes.`));
    await store.addUnits(memory.id, units, actor());
    const rebuilder = spawn(process.execPath, ['--import', 'tsx', REBUILDER, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void rebuilder.kill('SIGKILL'));
    for await (const line of createInterface({ input: rebuilder.stdout })) {
      if (Number(line) === 20) rebuilder.kill('SIGKILL');
    }
    const { rebuilt, ...check } = await store.checkIndex();
    expect(check).toEqual({ units: 400, wrong: [] });
    expect(rebuilt).toBeGreaterThanOrEqual(20);
    expect(integrity(path)).toEqual(['ok']);
    const reported: number[] = [];
    await store.reindex((done) => reported.push(done));
    expect(reported).toEqual([rebuilt, 400]);
    expect(await store.checkIndex()).toEqual({ units: 400, wrong: [] });
    expect(integrity(path)).toEqual(['ok']);
  });
});

/** Starts a writer on the database, kills it after `count` confirmations, and gives all that it acknowledged. */
async function killAfter(path: string, count: number, name = 'writer'): Promise<readonly Acknowledged[]> {
  const writer = spawn(process.execPath, ['--import', 'tsx', WRITER, path, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void writer.kill('SIGKILL'));
  const complaint = textOf(writer);
  const kept: Acknowledged[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    const [segmentId = Number.NaN, unitId = Number.NaN] = line.split(' ').map(Number);
    kept.push({ segmentId, unitId });
    if (kept.length === count) writer.kill('SIGKILL');
  }
  if (writer.signalCode === null && writer.exitCode === null) await once(writer, 'exit');
  expect(await complaint).toBe('');
  expect(writer.signalCode).toBe('SIGKILL');
  return kept;
}

async function textOf({ stderr }: ChildProcess): Promise<string> {
  let text = '';
  for await (const part of stderr ?? []) text += part;
  return text;
}

function integrity(path: string): unknown[] {
  const database = new Database(path);
  try {
    expect(database.pragma('foreign_key_check')).toEqual([]);
    return database.prepare<[], string>('PRAGMA integrity_check').pluck().all();
  } finally {
    database.close();
  }
}
