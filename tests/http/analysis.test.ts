import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
let call: Client;
beforeAll(async () => {
  server = await startServer();
  call = createClient(server.url);
  await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
});
afterAll(() => server?.stop());

const read = async (path: string) => (await fetch(server.url + path)).text();

/** What a row of the table of bands says, tags left out. */
function row(page: string, name: string): string {
  const found = page.split('<tr>').find((part) => part.includes(`<th scope="row">${name}</th>`)) ?? '';
  return found
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

describe('the analysis of a project', () => {
  it('counts what the panel would suggest, repetitions and the new, what the checks find, and what was confirmed', async () => {
    const { id } = await call('createProject', { body: { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en' } });
    const known = HARBOUR.fr.split('\n').find((line) => line.length > 60 && !line.includes('. ')) ?? '';
    const text = [known, 'Zut, quelle brume !', 'Zut, quelle brume !'].join('\n\n');
    const document = await call('addProjectDocument', { params: { id }, body: { name: 'd', text } });
    const { items } = await call('listSegments', { params: { id, documentId: document.id } });
    const last = items.at(-1);
    if (last === undefined) throw new Error('There is no segment.');
    const body = { version: last.version, target: ['What fog fog!'], origin: { kind: 'human' } as const };
    await call('confirmSegment', { params: { id: last.id }, body });

    const path = `/projects/${id}/analysis`;
    expect(await read(path)).toContain('Not analysed yet');
    const asked = await fetch(server.url + path, { method: 'POST', redirect: 'manual' });
    expect(asked.headers.get('location')).toBe(path);
    await expect.poll(() => read(path), { timeout: 20_000, interval: 200 }).toContain('By match rate');
    const page = await read(path);
    expect(row(page, 'Total')).toMatch(new RegExp(`^Total ${items.length} `));
    expect(row(page, 'Repetitions')).toMatch(/^Repetitions [01] /);
    expect(page).toContain(`/documents/${document.id}#segment-${last.position + 1}`);
    expect(page).toContain('“fog” stands twice.');
    expect(page).toMatch(/role="img" aria-label="\d+ words confirmed on 1 day/);
  });

  it('of a project that is not there is not found', async () => {
    expect((await fetch(`${server.url}/projects/999/analysis`)).status).toBe(404);
    expect((await fetch(`${server.url}/projects/999/analysis`, { method: 'POST' })).status).toBe(404);
  });
});
