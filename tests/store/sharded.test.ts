import { openSharded } from '../../src/threads/sharded.ts';
import { newDatabase } from '../support/database.ts';
import { storeContract } from './contract.ts';

storeContract(
  'sharded',
  async () => {
    const databases = await Promise.all(
      ['coordinator of two', 'shard 1 of two', 'shard 2 of two'].map((use) => newDatabase(use)),
    );
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
