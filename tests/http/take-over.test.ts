import { expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../memory/store/postgres/open.ts';
import { serveApi } from '../support/api.ts';
import { newDatabase } from '../support/database.ts';
import { listen } from '../support/events.ts';
import { runSql } from '../support/postgres.ts';

it('has the job of a server that is killed done by the other, once it is believed dead', async () => {
  const url = (await newDatabase()).url;
  const start = () => serveApi({ env: { CALQUE_DATABASE: url } });
  const servers = await Promise.all([start(), start()] as const);
  const store = await openPostgresStore(url);
  onTestFinished(async () => {
    await store.close();
    for (const server of servers) await server.stop();
  });
  const actor = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
  const memory = await store.createMemory({ name: 'Bacs' }, actor);
  const pairs = Array.from({ length: 1_500 }, (_, number) => ({
    fr: { language: 'fr' as const, content: [`Le bac ${number} est en retard.`] },
    en: { language: 'en' as const, content: [`Ferry ${number} is late.`] },
    origin: { kind: 'human' } as const,
    status: 'confirmed' as const,
  }));
  await store.addUnits(memory.id, pairs, actor);
  const { id } = await servers[0].call('rebuildIndex', {});
  const begun = await ownerOf(url, id);
  const killed = servers.find(({ pid }) => begun.startsWith(`${pid}-`));
  const other = servers.find((server) => server !== killed);
  if (killed === undefined || other === undefined) throw new Error(`no server is ${begun}`);
  await killed.stop('SIGKILL');
  expect(await other.call('getJob', { params: { id } })).toMatchObject({ state: 'running', attempts: 1 });
  // What time would bring about.
  await runSql(url, `UPDATE jobs SET lease_until = 0 WHERE id = ${id}`);
  const events = await listen(other.url, 0);
  await events.until('job', (job) => job['id'] === id && job['state'] === 'done');
  events.leave();
  const job = await other.call('getJob', { params: { id } });
  expect(job).toMatchObject({ state: 'done', attempts: 2 });
  expect((await store.checkIndex()).wrong).toEqual([]);
}, 60_000);

/** Who runs a job, as soon as somebody does. */
async function ownerOf(url: string, id: number): Promise<string> {
  for (;;) {
    const [row] = await runSql<{ owner: string | null; state: string }>(
      url,
      `SELECT lease_owner AS owner, state FROM jobs WHERE id = ${id}`,
    );
    if (row?.owner) return row.owner;
    if (row?.state !== 'queued') throw new Error(`the job was ${row?.state} before anybody saw who ran it`);
  }
}
