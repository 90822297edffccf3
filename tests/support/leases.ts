import Database from 'better-sqlite3';
import { databaseOf } from './database.ts';
import { runSql } from './postgres.ts';
import { ON_POSTGRES } from './server.ts';

const LONG_AGO = "UPDATE jobs SET lease_until = 0 WHERE state = 'running'";

/**
 * Has the process that held a job seem dead for as long as it takes to believe it.
 * @param data the data folder of the server that ran it, which is there no more
 * @param url its database, where that is not the one that `CALQUE_TEST_STORE` makes of the folder
 */
export async function letTimeGoBy(data: string, url?: string): Promise<void> {
  const postgres = url ?? (ON_POSTGRES ? await databaseOf(data) : undefined);
  if (postgres !== undefined) {
    await runSql(postgres, LONG_AGO);
    return;
  }
  const database = new Database(`${data}/calque.db`);
  database.exec(LONG_AGO);
  database.close();
}
