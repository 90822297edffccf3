import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import { storeContract } from './contract.ts';

storeContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calque-store-'));
  return {
    open: (limits) => openSqliteStore(join(folder, 'calque.db'), limits),
    remove: () => rm(folder, { recursive: true }),
  };
});
