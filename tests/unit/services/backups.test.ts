import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { createBackups } from '../../../src/services/backups.ts';

const HOUR = 3_600_000;

async function newBackups() {
  const folder = await mkdtemp(join(tmpdir(), 'calque-backups-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const database = join(folder, 'calque.db');
  const store = await openSqliteStore(database);
  onTestFinished(() => store.close());
  const now = { at: Date.UTC(2026, 0, 2, 3, 4, 5) };
  const settings = { folder: join(folder, 'kept'), hours: 6, kept: 2 };
  return { folder: settings.folder, now, backups: createBackups(database, settings, () => now.at) };
}

describe('the backups of an installation', () => {
  it('are due when there is none, and as long after the last as was set', async () => {
    const { backups, now } = await newBackups();
    expect(backups.isDue()).toBe(true);
    expect(backups.make()).toEqual({ name: 'calque-20260102T030405Z.db', removed: [] });
    expect(backups.isDue()).toBe(false);
    now.at += 6 * HOUR;
    expect(backups.isDue()).toBe(true);
  });

  it('are removed beyond the number that is kept, the oldest first, and nothing else is', async () => {
    const { backups, now, folder } = await newBackups();
    backups.make();
    writeFileSync(join(folder, 'calque-of-mine.db'), 'kept');
    // What a server that was killed has left.
    writeFileSync(join(folder, 'calque-20251231T040405Z.db.partial'), 'half');
    writeFileSync(join(folder, 'calque-20251231T040405Z.db.partial-journal'), 'half');
    now.at += HOUR;
    backups.make();
    now.at += HOUR;
    expect(backups.make()).toEqual({ name: 'calque-20260102T050405Z.db', removed: ['calque-20260102T030405Z.db'] });
    expect(readdirSync(folder).sort()).toEqual([
      'calque-20260102T040405Z.db',
      'calque-20260102T050405Z.db',
      'calque-of-mine.db',
    ]);
  });

  it('are due, and kept, where the clock was set back: those of a time to come go first', async () => {
    const { backups, now } = await newBackups();
    backups.make();
    now.at += HOUR;
    backups.make();
    now.at -= 48 * HOUR;
    expect(backups.isDue()).toBe(true);
    expect(backups.make()).toEqual({ name: 'calque-20251231T040405Z.db', removed: ['calque-20260102T030405Z.db'] });
    expect(backups.isDue()).toBe(false);
    now.at += HOUR;
    expect(backups.make()).toEqual({ name: 'calque-20251231T050405Z.db', removed: ['calque-20260102T040405Z.db'] });
  });

  it('are none where the folder for them is a file, which is named', async () => {
    const { folder } = await newBackups();
    const file = join(dirname(folder), 'notes');
    writeFileSync(file, 'notes');
    const backups = createBackups(join(dirname(folder), 'calque.db'), { folder: file, hours: 1, kept: 1 }, Date.now);
    expect(() => backups.make()).toThrow(
      expect.objectContaining({ code: 'read-only-database', message: expect.stringContaining(file) }),
    );
  });

  it('are none where the database cannot be read', async () => {
    const { folder } = await newBackups();
    const backups = createBackups(join(folder, 'missing.db'), { folder, hours: 1, kept: 1 }, Date.now);
    expect(() => backups.make()).toThrow(expect.objectContaining({ code: 'file-unreadable' }));
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });
});
