import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { listen } from '../support/events.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function newDocument() {
  const project = await api.call('createProject', {
    body: { name: 'Port', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const body = { name: 'Dépêche', text: 'Le port rouvre lundi. Deux navires attendent au large.' };
  const document = await api.call('addProjectDocument', { params: { id: project.id }, body });
  const params = { id: project.id, documentId: document.id };
  return { document, segments: (await api.call('listSegments', { params })).items };
}

const HUMAN = { kind: 'human' } as const;

describe('events', () => {
  it('tell of a segment that was changed elsewhere', async () => {
    const { document, segments } = await newDocument();
    const [one = { id: 0 }] = segments;
    const events = await listen(api.url);
    const target = ['The port reopens on Monday.'];
    await api.call('saveSegment', { params: { id: one.id }, body: { version: 1, target, origin: HUMAN } });
    await api.call('confirmSegment', { params: { id: one.id }, body: { version: 2, target, origin: HUMAN } });
    const first = await events.next();
    expect(first).toMatchObject({
      name: 'segment',
      data: { documentId: document.id, segmentId: one.id, version: 2, status: 'draft', by: 'local' },
    });
    const second = await events.next();
    expect(second).toMatchObject({ name: 'segment', data: { version: 3, status: 'confirmed' } });
    expect(second.id).toBeGreaterThan(first.id ?? 0);
    events.leave();
  });

  it('are given again to whoever was away', async () => {
    const { segments } = await newDocument();
    const [one = { id: 0 }, two = { id: 0 }] = segments;
    const body = { version: 1, target: ['Something.'], origin: HUMAN };
    await api.call('saveSegment', { params: { id: one.id }, body });
    await api.call('saveSegment', { params: { id: two.id }, body });
    const events = await listen(api.url, 0);
    const first = await events.until('segment', ({ segmentId }) => segmentId === one.id);
    const second = await events.next();
    expect(second.data['segmentId']).toBe(two.id);
    events.leave();
    const later = await listen(api.url, first.id);
    expect(await later.next()).toEqual(second);
    later.leave();
    const lost = await listen(api.url, 99_999);
    expect(await lost.next()).toEqual({ name: 'reset', id: second.id, data: {} });
    lost.leave();
  });

  it('tell of a job until it has ended', async () => {
    const { items } = await api.call('listMemories', {});
    const units = items.reduce((sum, { unitCount }) => sum + unitCount, 0);
    const events = await listen(api.url);
    const { id } = await api.call('rebuildIndex', {});
    expect(await events.until('job', ({ state }) => state === 'done')).toMatchObject({
      data: { id, kind: 'reindex', result: { units } },
    });
    events.leave();
  });

  it('tell who is where, also whoever comes later', async () => {
    const events = await listen(api.url);
    const here = { client: 'window-1', documentId: 3 };
    await api.call('announcePresence', { body: { ...here, segmentId: 8 } });
    const place = { client: 'window-1', by: 'local', segmentId: 8 };
    expect(await events.next()).toEqual({ name: 'presence', data: { documentId: 3, places: [place] } });
    const later = await listen(api.url);
    expect(await later.next()).toMatchObject({ name: 'presence', data: { places: [place] } });
    await api.call('announcePresence', { body: here });
    expect(await events.next()).toMatchObject({ name: 'presence', data: { places: [] } });
    events.leave();
    later.leave();
  });

  it('end with a word when the server stops', async () => {
    const stopping = await serveApi();
    const events = await listen(stopping.url);
    const stopped = stopping.stop();
    expect(await events.next()).toMatchObject({ name: 'closing' });
    expect(await events.ended()).toBe(true);
    await stopped;
  });

  it('are not begun after something that is no event', async () => {
    const response = await fetch(`${api.url}/api/v1/events`, { headers: { 'last-event-id': 'yesterday' } });
    expect([response.status, ((await response.json()) as { where: string }).where]).toEqual([400, 'query.after']);
    const body = { client: 'me', documentId: 1 };
    expect(await problemOf(api.call('announcePresence', { body }))).toMatchObject({ where: 'body.client' });
  });

  it('cost little while nothing happens', async () => {
    const before = await residentMemory(api.pid);
    const streams = await Promise.all(Array.from({ length: 200 }, () => listen(api.url)));
    expect((await residentMemory(api.pid)) - before).toBeLessThan(50_000_000);
    await api.call('announcePresence', { body: { client: 'window-1', documentId: 3, segmentId: 8 } });
    for (const stream of streams) expect((await stream.next()).name).toBe('presence');
    for (const stream of streams) stream.leave();
  });
});

/** Bytes. */
async function residentMemory(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) * 1024;
}
