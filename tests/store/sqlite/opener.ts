import { CalqueError } from '../../../memory/model/errors.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';

/** Run as a process of its own: opens each database and prints, a line each, `opened` or the code of the error. */
for (const path of process.argv.slice(2)) process.stdout.write(`${await outcome(path)}\n`);

async function outcome(path: string): Promise<string> {
  try {
    await (await openSqliteStore(path)).close();
    return 'opened';
  } catch (error) {
    if (error instanceof CalqueError) return error.code;
    throw error;
  }
}
