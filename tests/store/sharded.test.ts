import { openSharded } from '../../src/threads/sharded.ts';
import { newDatabase } from '../support/database.ts';
import { storeContract } from './contract.ts';

storeContract('sharded', async () => {
  const databases = await Promise.all([0, 1, 2].map(() => newDatabase()));
  const [coordinator = '', ...urls] = databases.map(({ url }) => url);
  return {
    open: async (limits) => (await openSharded(coordinator, { urls, required: false }, limits)).store,
    remove: async () => {
      await Promise.all(databases.map((database) => database.release()));
    },
  };
});
