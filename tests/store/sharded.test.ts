import { openSharded } from '../../src/threads/sharded.ts';
import { newDatabase } from '../support/database.ts';
import { storeContract } from './contract.ts';

storeContract(
  'sharded',
  async () => {
    const databases = await Promise.all(['coordinator', 'shard 1', 'shard 2'].map((use) => newDatabase(use)));
    const [coordinator = '', ...urls] = databases.map(({ url }) => url);
    return {
      open: async (limits) => (await openSharded(coordinator, { urls, required: false }, limits)).store,
      remove: async () => {
        await Promise.all(databases.map((database) => database.release()));
      },
    };
  },
  true,
);
