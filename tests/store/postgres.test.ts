import { openPostgresStore } from '../../memory/store/postgres/open.ts';
import { storeContract } from './contract.ts';
import { newDatabase } from './postgres/database.ts';

storeContract('PostgreSQL', async () => {
  const database = await newDatabase();
  return { open: (limits) => openPostgresStore(database.url, limits), remove: () => database.release() };
});
