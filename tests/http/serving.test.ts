import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createHttpServer } from '../../src/http/server.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi({ env: { LOG_LEVEL: 'info' } });
});
afterAll(() => api?.stop());

function logged(): Record<string, unknown>[] {
  const lines = api.errors().trimEnd().split('\n');
  return lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);
}

async function metric(name: string): Promise<number> {
  const metrics = await (await fetch(`${api.url}/metrics`)).text();
  const line = metrics.split('\n').find((one) => one.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

describe('a request', () => {
  it('has an identity, in the answer and in the log', async () => {
    const made = (await fetch(`${api.url}/api/v1/memories`)).headers.get('x-request-id') ?? '';
    expect(made).toMatch(/^[\da-f-]{36}$/);
    const given = await fetch(`${api.url}/api/v1/memories/999?a=secret`, { headers: { 'x-request-id': 'newsroom.7' } });
    expect(given.headers.get('x-request-id')).toBe('newsroom.7');
    await fetch(`${api.url}/mymemory/get?key=secret`);
    await expect.poll(() => logged().map(({ path }) => path)).toContain('/mymemory/get');
    await expect.poll(() => logged().map(({ requestId }) => requestId)).toContain('newsroom.7');
    const lines = logged();
    expect(lines.find(({ requestId }) => requestId === made)).toMatchObject({
      operation: 'listMemories',
      method: 'GET',
      path: '/api/v1/memories',
      status: 200,
    });
    expect(JSON.stringify(lines)).not.toContain('secret');
  });

  it('does not bring what could be no identity into the log', async () => {
    const answer = await fetch(`${api.url}/health`, { headers: { 'x-request-id': 'a"b{}' } });
    expect(answer.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });
});

describe('the metrics', () => {
  it('count requests by operation, lookups by tier, units, jobs and listeners', async () => {
    const before = await metric('calque_http_request_seconds_count{operation="lookup",method="POST",status="200"}');
    const { id } = await api.call('createMemory', { body: { name: 'Counted' } });
    const pair = { fr: { language: 'fr', content: 'Le quai.' }, en: { language: 'en', content: 'The quay.' } };
    await api.call('createUnits', { body: { memoryId: id, units: [pair] } });
    const body = { text: 'Le quai.', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    await api.call('lookup', { body });
    await api.call('lookup', { body: { ...body, tiers: ['matches'] } });
    await api.call('lookup', { body: { ...body, tiers: ['terms', 'matches', 'terms'] } });
    const requests = () => metric('calque_http_request_seconds_count{operation="lookup",method="POST",status="200"}');
    await expect.poll(requests).toBe((before || 0) + 3);
    expect(await metric('calque_lookup_seconds_count{tiers="matches"}')).toBe(1);
    expect(await metric('calque_lookup_seconds_count{tiers="all"}')).toBe(1);
    expect(await metric('calque_lookup_seconds_count{tiers="matches+terms"}')).toBe(1);
    const tiers = ['matches', 'related', 'fragments', 'terms', 'machine'];
    const counts = tiers.map((tier) => metric(`calque_lookup_tier_seconds_count{tier="${tier}"}`));
    expect(await Promise.all(counts)).toEqual([3, 1, 1, 2, Number.NaN]);
    expect(await metric('calque_index_units{state="waiting"}')).toBe(1);
    expect(await metric('calque_index_bytes')).toBe(0);
    expect(await metric(`calque_units{memory="${id}"}`)).toBe(1);
    expect(await metric('calque_jobs{state="running"}')).toBe(0);
    expect(await metric('calque_event_listeners')).toBe(0);
    expect(await metric('calque_database_bytes{file="database"}')).toBeGreaterThan(0);
    expect(await metric('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
  });
});

describe('an address that asks too often', () => {
  it('is told to wait, and the others are not held up by it', async () => {
    const limited = await serveApi({ env: { CALQUE_REQUESTS_PER_MINUTE: '3' } });
    onTestFinished(() => limited.stop());
    const answers = [];
    for (let asked = 0; asked < 4; asked++) answers.push(await fetch(`${limited.url}/api/v1/memories`));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await answers[3]?.json()).toMatchObject({ code: 'too-many-requests' });
    expect((await fetch(`${limited.url}/health`)).status).toBe(200);
    expect((await fetch(limited.url)).status).toBe(200);
  });
});

describe('whoever sends too slowly', () => {
  it.each([
    ['a head', 'GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow'],
    ['a body', 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nslow'],
  ])('is let go in the middle of %s', async (_, sent) => {
    const server = createHttpServer((request) => void request.resume(), { head: 50, request: 100, idle: 50, look: 20 });
    onTestFinished(() => void server.close());
    const socket = connect(await portOf(server));
    socket.write(sent);
    expect(await text(socket)).toContain('408 Request Timeout');
  });
});

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

describe('a server that is stopped', () => {
  it('ends what it was doing first', async () => {
    const stopping = await serveApi();
    const events = await fetch(`${stopping.url}/api/v1/events`);
    const body = JSON.stringify({
      texts: Array.from({ length: 200 }, () => 'Le quai.'),
      sourceLanguage: 'fr',
      targetLanguage: 'en',
    });
    const headers = { 'content-type': 'application/json' };
    const batch = await fetch(`${stopping.url}/api/v1/lookup/batch`, { method: 'POST', headers, body });
    const stopped = stopping.stop();
    expect((await batch.text()).trimEnd().split('\n')).toHaveLength(200);
    expect(await events.text()).toContain('event: closing');
    await stopped;
    expect(stopping.errors()).toBe('');
  });

  it('says so to whoever asks for its health, as long as it was given to go on', async () => {
    const draining = await serveApi({ env: { CALQUE_DRAIN_SECONDS: '60' } });
    expect((await fetch(`${draining.url}/health`)).status).toBe(200);
    // As when the terminal that it was started from is closed.
    process.kill(draining.pid, 'SIGHUP');
    const health = () => fetch(`${draining.url}/health`);
    await expect.poll(async () => (await health()).status).toBe(503);
    expect(await (await health()).json()).toMatchObject({ code: 'stopping' });
    expect((await draining.call('listMemories', {})).items).toEqual([]);
    await draining.stop();
    expect(draining.errors()).toBe('');
  });
});

describe('the dashboard', () => {
  it('shows what the server measures', async () => {
    const file = new URL('../../src/docs/operations/dashboard.json', import.meta.url);
    const { panels } = JSON.parse(await readFile(file, 'utf8')) as {
      panels: { title: string; targets: { expr: string }[] }[];
    };
    await api.call('lookup', { body: { text: 'Le port.', sourceLanguage: 'fr', targetLanguage: 'en' } });
    const measured = await (await fetch(`${api.url}/metrics`)).text();
    for (const { title, targets } of panels) {
      const names = targets.flatMap(({ expr }) => expr.match(/\b(calque|nodejs|process)_\w+/g) ?? []);
      expect(names, title).not.toEqual([]);
      for (const name of names) expect(measured, title).toMatch(new RegExp(`^${name}[ {]`, 'm'));
    }
  });
});
