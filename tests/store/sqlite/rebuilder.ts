import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';

/** Run as a process of its own: builds the index of a database anew, a unit at a time, and prints how many are done. */
const [path = ''] = process.argv.slice(2);
const store = await openSqliteStore(path, { portion: 1 });
await store.reindex((done) => void process.stdout.write(`${done}\n`));
