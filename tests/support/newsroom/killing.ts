import { setTimeout } from 'node:timers/promises';
import { seeded } from '../seeded.ts';
import { startServer } from '../server.ts';
import { hireStaff, type StaffReport } from './staff.ts';

export interface KillingOptions {
  /** The data folder, as an absolute path; nothing else is at it. */
  readonly data: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Makes the jobs of killed servers free at once, which are waited for otherwise. */
  readonly freeJobs?: () => Promise<void>;
  readonly kills: number;
  readonly seed: number;
  /** Lines of the table that is imported meanwhile, by a program that is killed too. */
  readonly rows: number;
}

/** Before the server is killed it has acknowledged so many requests more at most. */
const MOST_ACKNOWLEDGED = 12;
/** And then goes on for this long at most, in milliseconds: the kill is to fall into the midst of something. */
const MOST_DELAY = 100;
/** The program that imports is killed after so long at most. */
const LONGEST_IMPORT = 3_000;

/**
 * Has translators confirm, a program import and an editor replace, while the server and the program are killed at
 * random moments; then asks what is left.
 */
export async function killAtRandom(options: KillingOptions): Promise<StaffReport> {
  const { data, env = {}, freeJobs, kills, seed, rows } = options;
  const random = seeded(seed);
  let server = await startServer({ data, env });
  try {
    const place = { data, env, server: () => server.url };
    const staff = await hireStaff({ ...place, seed, rows, longestImport: LONGEST_IMPORT });
    for (let killed = 0; killed < kills; killed++) {
      await staff.acknowledgedMore(random(MOST_ACKNOWLEDGED) + 1);
      await setTimeout(random(MOST_DELAY));
      await server.stop('SIGKILL');
      server = await startServer({ data, env });
    }
    await staff.stop();
    await freeJobs?.();
    return await staff.report();
  } finally {
    await server.stop();
  }
}
