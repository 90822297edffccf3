import { openPostgresStore } from '../../memory/store/postgres/open.ts';
import { newDatabase } from '../support/database.ts';
import { storeContract } from './contract.ts';

storeContract('PostgreSQL', async () => {
  const database = await newDatabase();
  return { open: (limits) => openPostgresStore(database.url, limits), remove: () => database.release() };
});
