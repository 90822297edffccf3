import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';

let api: ServedApi;
let memory: number;
let termbase: number;

const PAIRS = [
  ['Le logiciel espion a été acheté.', 'The spyware was bought.'],
  ['Selon eux, ce logiciel espion est cher.', 'According to them, this spyware is expensive.'],
  ['Un logiciel espion vise des journalistes.', 'A piece of spyware targets journalists.'],
  ['La liste noire est publiée.', 'The blacklist is published.'],
  ['Une liste noire circule.', 'A blacklist is going around.'],
  ['Ils sont sur la liste noire.', 'They are on the blacklist.'],
] as const;

beforeAll(async () => {
  api = await serveApi();
  memory = (await api.call('createMemory', { body: { name: 'Affair' } })).id;
  termbase = (await api.call('createTermbase', { body: { name: 'Press' } })).id;
  const units = PAIRS.map(([fr, en]) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  }));
  await api.call('createUnits', { body: { memoryId: memory, units } });
  await api.call('extractTerms', { params: { id: termbase }, body: { memory } });
  await vi.waitFor(async () => expect(await open()).not.toEqual([]), { timeout: 30_000, interval: 100 });
});
afterAll(() => api?.stop());

async function open() {
  return (await api.call('listTermCandidates', { params: { id: termbase }, query: {} })).items;
}

async function post(path: string, fields: Readonly<Record<string, string>>) {
  const body = new URLSearchParams(fields);
  const response = await fetch(api.url + path, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '' };
}

async function page(query = '') {
  const headers = { 'accept-language': 'en' };
  return (await fetch(`${api.url}/termbases/${termbase}/candidates${query}`, { headers })).text();
}

describe('candidates for a termbase', () => {
  it('are found by a job, with how often and how surely, and shown in sentences', async () => {
    const found = await open();
    expect(found.map(({ fr, en }) => [fr, en])).toEqual([
      ['liste noire', 'blacklist'],
      ['logiciel espion', 'spyware'],
    ]);
    expect(found[0]).toMatchObject({ frUnits: 3, enUnits: 3, together: 3, memoryId: memory, state: 'open' });
    expect(found[0]?.examples).toHaveLength(3);
    const html = await page();
    expect(html).toContain('Of the units that have either, at least 43\u202f% have both');
    expect(html).toContain('Une <mark>liste noire</mark> circule.');
    expect(await problemOf(api.call('extractTerms', { params: { id: termbase }, body: { memory: 99 } }))).toMatchObject(
      {
        status: 404,
      },
    );
  });

  it('become entries as they are or corrected, or are never shown again', async () => {
    const [list, spyware] = await open();
    const path = `/termbases/${termbase}/candidates/decide`;
    const taken = {
      candidate: String(list?.id),
      decision: 'accept',
      [`fr.${list?.id}`]: 'liste noire',
      [`en.${list?.id}`]: 'denylist',
    };
    expect((await post(path, taken)).location).toBe(`/termbases/${termbase}/candidates?state=open&last=${list?.id}`);
    const { items } = await api.call('listTerms', { query: { termbase } });
    expect(items.map(({ terms }) => terms.map(({ text }) => text))).toEqual([['liste noire', 'denylist']]);
    expect((await post(path, { candidate: String(spyware?.id), decision: 'reject' })).status).toBe(303);
    expect((await post(path, { candidate: String(spyware?.id), decision: 'perhaps' })).status).toBe(400);
    await post(`/termbases/${termbase}/candidates`, { memory: String(memory) });
    await vi.waitFor(
      async () => {
        const [job] = (await api.call('listJobs', { query: { limit: 1 } })).items;
        expect(job).toMatchObject({ kind: 'extract-terms', state: 'done', result: { units: 6, open: 0 } });
      },
      { timeout: 30_000, interval: 100 },
    );
    expect(await open()).toEqual([]);
    expect(await page('?state=rejected')).toContain('logiciel espion');
    const decision = { params: { id: spyware?.id ?? 0 }, body: { decision: 'reopen' } } as const;
    expect(await api.call('decideTermCandidate', decision)).toMatchObject({ state: 'open' });
    expect(await page()).toContain('logiciel espion');
  });
});
