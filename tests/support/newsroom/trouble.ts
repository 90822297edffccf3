import { startServer } from '../server.ts';
import { hireStaff, type StaffReport } from './staff.ts';
import type { Trouble } from './troubles.ts';

export interface TroubledOptions {
  /** The data folder, as an absolute path. */
  readonly data: string;
  readonly env: Readonly<Record<string, string>>;
  readonly troubles: readonly Trouble[];
  readonly seed: number;
  readonly rows: number;
}

export interface TroubledReport extends StaffReport {
  /** The troubles through which nobody was refused who should have been, or after which nothing went on. */
  readonly unexpected: readonly string[];
}

/** What is acknowledged before each trouble, within one that holds nobody up, and afterwards. */
const GOING_ON = 4;

/** Has translators confirm, a program import and an editor replace through one trouble after another; then asks what is left. */
export async function workThrough({ data, env, troubles, seed, rows }: TroubledOptions): Promise<TroubledReport> {
  const server = await startServer({ data, env });
  try {
    const staff = await hireStaff({ data, env, server: () => server.url, seed, rows });
    const unexpected: string[] = [];
    for (const { name, refusals, begin, end } of troubles) {
      await staff.acknowledgedMore(GOING_ON);
      const met = refusals.length > 0 ? staff.refusedBy(refusals) : undefined;
      await begin();
      if (!(await (met ?? staff.acknowledgedMore(GOING_ON)))) unexpected.push(`${name}: not met`);
      await end();
      if (!(await staff.acknowledgedMore(GOING_ON))) unexpected.push(`${name}: nothing goes on`);
    }
    await staff.stop();
    return { ...(await staff.report()), unexpected };
  } finally {
    await server.stop();
  }
}
