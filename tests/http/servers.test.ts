import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { openPostgresStore } from '../../memory/store/postgres/open.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { newDatabase } from '../support/database.ts';
import { listen } from '../support/events.ts';
import { runSql } from '../support/postgres.ts';

/** Two servers, processes of their own, on one PostgreSQL database. */
let servers: readonly ServedApi[] = [];
let url: string;

beforeAll(async () => {
  url = (await newDatabase()).url;
  // Both at once: whichever comes second waits for the schema.
  servers = await Promise.all([start(), start()]);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

function start(): Promise<ServedApi> {
  return serveApi({ env: { CALQUE_DATABASE: url } });
}

function two(): readonly [ServedApi, ServedApi] {
  const [one, other] = servers;
  if (one === undefined || other === undefined) throw new Error('the servers are not started');
  return [one, other];
}

async function newDocument(server: ServedApi, text: string) {
  const memory = await server.call('createMemory', { body: { name: `Presse ${text.slice(0, 20)}` } });
  const project = await server.call('createProject', {
    body: {
      name: 'Port',
      sourceLanguage: 'fr',
      targetLanguage: 'en',
      memories: [{ memoryId: memory.id, write: true }],
    },
  });
  const document = await server.call('addProjectDocument', {
    params: { id: project.id },
    body: { name: 'Dépêche', text },
  });
  const { items } = await server.call('listSegments', { params: { id: project.id, documentId: document.id } });
  return { document, segments: items };
}

const ORIGIN = { kind: 'human' } as const;

it('finds on one server what was confirmed on the other, from that moment on', async () => {
  const sentences = [
    'Le port rouvre lundi.',
    'Deux navires attendent au large.',
    'La grue est réparée.',
    'Le quai est fermé.',
  ];
  const [one, other] = two();
  const { segments } = await newDocument(one, sentences.join(' '));
  for (const [place, { id, source }] of segments.entries()) {
    const [here, there] = place % 2 === 0 ? [one, other] : [other, one];
    const target = [`Sentence ${place}.`];
    await here.call('confirmSegment', { params: { id }, body: { version: 1, target, origin: ORIGIN } });
    const body = { text: sentences[place] ?? '', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    for (const server of [there, here]) {
      const { matches } = await server.call('lookup', { body });
      expect(matches[0]).toMatchObject({ source, target });
    }
  }
});

it('tells on one server of what happens on the other, and again to who was away', async () => {
  const [one, other] = two();
  const { document, segments } = await newDocument(one, 'Le phare est éteint.');
  const { id = 0 } = segments[0] ?? {};
  const events = await listen(other.url);
  const target = ['The lighthouse is dark.'];
  await one.call('saveSegment', { params: { id }, body: { version: 1, target, origin: ORIGIN } });
  const heard = await events.until('segment');
  expect(heard.data).toMatchObject({ documentId: document.id, segmentId: id, version: 2, status: 'draft' });
  events.leave();
  const again = await listen(one.url, (heard.id ?? 0) - 1);
  expect(await again.until('segment')).toEqual(heard);
  again.leave();
});

it('lets one of two edits of a version through, whichever server it came to', async () => {
  const [one, other] = two();
  const { segments } = await newDocument(one, 'La mer est calme.');
  const { id = 0 } = segments[0] ?? {};
  const results = await Promise.allSettled(
    [one, other].map((server, place) =>
      server.call('saveSegment', { params: { id }, body: { version: 1, target: [`Text ${place}.`], origin: ORIGIN } }),
    ),
  );
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('has the job of a server that is killed done by the other, once it is believed dead', async () => {
  const store = await openPostgresStore(url);
  onTestFinished(() => store.close());
  const actor = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
  const memory = await store.createMemory({ name: 'Bacs' }, actor);
  const pairs = Array.from({ length: 6_000 }, (_, number) => ({
    fr: { language: 'fr' as const, content: [`Le bac ${number} est en retard.`] },
    en: { language: 'en' as const, content: [`Ferry ${number} is late.`] },
    origin: ORIGIN,
    status: 'confirmed' as const,
  }));
  await store.addUnits(memory.id, pairs, actor);
  const [one] = two();
  const { id } = await one.call('rebuildIndex', {});
  const begun = await ownerOf(id);
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
});

/** Who runs a job, as soon as somebody does. */
async function ownerOf(id: number): Promise<string> {
  for (;;) {
    const [row] = await runSql<{ owner: string | null }>(url, `SELECT lease_owner AS owner FROM jobs WHERE id = ${id}`);
    if (row?.owner) return row.owner;
  }
}
