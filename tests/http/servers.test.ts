import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { newDatabase } from '../support/database.ts';
import { listen } from '../support/events.ts';

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
