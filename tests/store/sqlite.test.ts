import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { storeContract } from './contract.ts';

/** A disk in memory, where there is one: what outlives a loss of power is not tried here, and disks take half of the time. */
const DISK = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(DISK, 'calque-store-'));
  return {
    open: (limits) => openSqliteStore(join(folder, 'calque.db'), limits),
    remove: () => rm(folder, { recursive: true }),
  };
});
