import Database from 'better-sqlite3';
import { databaseOf } from './database.ts';
import { runSql } from './postgres.ts';

const LONG_AGO = "UPDATE jobs SET lease_until = 0 WHERE state = 'running'";

/**
 * Has the process that held a job seem dead for as long as it takes to believe it.
 * @param data the data folder of the server that ran it, which is there no more
 */
export async function letTimeGoBy(data: string): Promise<void> {
  if (process.env['CALQUE_TEST_STORE'] === 'postgres') {
    await runSql(await databaseOf(data), LONG_AGO);
    return;
  }
  const database = new Database(`${data}/calque.db`);
  database.exec(LONG_AGO);
  database.close();
}
