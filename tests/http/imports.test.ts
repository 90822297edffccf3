import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CallAnswer } from '../../src/contract/client.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { letTimeGoBy } from '../support/leases.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

const tu = (index: number) =>
  `<tu><prop type="x-calque-document">${index >> 5}</prop><tuv xml:lang="fr"><seg>La grue numéro ${index} du port est réparée.</seg></tuv>` +
  `<tuv xml:lang="en"><seg>Crane number ${index} of the harbour is repaired.</seg></tuv></tu>`;
const tmx = (count: number) =>
  `<tmx version="1.4"><header srclang="fr"/><body>${Array.from({ length: count }, (_, index) => tu(index)).join('\n')}</body></tmx>`;

type Job = CallAnswer<'getJob'>;

async function send(
  served: ServedApi,
  query: Readonly<Record<string, string>>,
  body: string,
  type = 'application/octet-stream',
): Promise<Response> {
  const address = `${served.url}/api/v1/imports/file?${new URLSearchParams(query)}`;
  return fetch(address, { method: 'POST', headers: { 'content-type': type }, body });
}

async function ended(served: ServedApi, id: number): Promise<Job> {
  for (;;) {
    const job = await served.call('getJob', { params: { id } });
    if (job.state !== 'queued' && job.state !== 'running') return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function unitsIn(served: ServedApi, memory: string): Promise<number | undefined> {
  return (await served.call('listMemories', {})).items.find(({ name }) => name === memory)?.unitCount;
}

describe('the import of a file as a job', () => {
  it('says what would happen, does it, and says what it did', async () => {
    const csv = 'fr,en,origin\nLe quai est fermé.,The quay is shut.,quai\nSeul.,,quai\n';
    for (const dryRun of ['yes', 'no']) {
      const response = await send(api, { name: 'pairs.csv', memory: 'Table', dryRun }, csv);
      expect(response.status).toBe(202);
      const job = await ended(api, ((await response.json()) as Job).id);
      expect(job).toMatchObject({
        kind: 'import',
        state: 'done',
        result: { dryRun: dryRun === 'yes', added: 1, documents: 1, refused: [{ line: 3 }] },
      });
      expect(await unitsIn(api, 'Table')).toBe(dryRun === 'yes' ? undefined : 1);
    }
  });

  it('fails with the place of the fault, and nothing is stored', async () => {
    const response = await send(api, { name: 'a.tmx', memory: 'Broken' }, tmx(3000).slice(0, -10));
    const job = await ended(api, ((await response.json()) as Job).id);
    expect(job).toMatchObject({ state: 'failed', error: { code: 'ill-formed-xml' } });
    expect(await unitsIn(api, 'Broken')).toBeUndefined();
  });

  it('is refused at once where the request is wrong', async () => {
    expect((await send(api, { name: 'a.csv', columns: 'fr,de' }, 'x')).status).toBe(400);
    expect((await send(api, { memory: 'x' }, 'x')).status).toBe(400);
    expect((await send(api, { name: 'a.tmx' }, '{}', 'application/json')).status).toBe(415);
  });

  it('goes on after the server was killed in the middle of it, and doubles nothing', { timeout: 120_000 }, async () => {
    const data = await mkdtemp(join(tmpdir(), 'calque-import-'));
    const total = 7_000;
    try {
      const first = await serveApi({ data });
      const job = (await (await send(first, { name: 'a.tmx', memory: 'Large' }, tmx(total))).json()) as Job;
      // Killed once the first transactions are done and others are not.
      while (((await unitsIn(first, 'Large')) ?? 0) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      await first.stop('SIGKILL');

      // Its job is taken up once its lease has run out.
      await letTimeGoBy(data);
      const second = await serveApi({ data });
      const found = (await unitsIn(second, 'Large')) ?? 0;
      expect(found).toBeGreaterThan(0);
      const done = await ended(second, job.id);
      expect(done).toMatchObject({ state: 'done' });
      const { added, merged } = done.result as { added: number; merged: number };
      expect(added + merged).toBe(total);
      expect(await unitsIn(second, 'Large')).toBe(total);
      await second.stop();
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
});
