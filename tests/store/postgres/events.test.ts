import { describe, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import { newDatabase } from '../../support/database.ts';
import { runSql } from '../../support/postgres.ts';
import { actor } from '../contract/samples.ts';

describe('word of events', () => {
  it('comes from whichever server wrote them, and again after the connection was lost', async () => {
    const { url, release } = await newDatabase();
    const [one, other] = [await openPostgresStore(url), await openPostgresStore(url)];
    let heard = () => {};
    const word = () =>
      new Promise<void>((resolve) => {
        heard = resolve;
      });
    const begun = word();
    const watch = one.watchEvents(() => heard());
    onTestFinished(async () => {
      watch.end();
      await one.close();
      await other.close();
      await release();
    });
    expect(watch.told).toBe(false);
    await begun;
    expect(watch.told).toBe(true);

    const first = word();
    await other.createJob('reindex', {}, actor());
    await first;
    expect((await one.eventsSince(0, 10)).events).toMatchObject([{ kind: 'job', state: 'queued' }]);

    const again = word();
    const name = new URL(url).pathname.slice(1);
    const cut = await runSql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}' AND query LIKE 'LISTEN%'`,
    );
    expect(cut).toHaveLength(1);
    // There may be some that it missed.
    await again;
    expect(watch.told).toBe(true);

    const second = word();
    await other.createJob('reindex', {}, actor());
    await second;
    watch.end();
    expect(watch.told).toBe(false);
  });
});
