import { CalqueError } from '../../../memory/model/errors.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';

/** Run as a process of its own: opens the database and prints `opened`, or the code of the error. */
const [path = ''] = process.argv.slice(2);
try {
  const store = await openSqliteStore(path);
  await store.close();
  process.stdout.write('opened');
} catch (error) {
  if (!(error instanceof CalqueError)) throw error;
  process.stdout.write(error.code);
}
