import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/routes.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const read = async (language: string) =>
  (await fetch(`${server.url}/api/docs`, { headers: { 'accept-language': language } })).text();

describe('the reference of the API', () => {
  it('has every operation once, and every form that one points to', async () => {
    const page = await read('en');
    for (const name of Object.keys(ROUTES)) expect(page.split(` id="${name}"`), name).toHaveLength(2);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
    expect(targets).toContain('form-Match');
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
  });

  it('says what the contract says: ranges, usual values, errors, a line for a shell at this address', async () => {
    const [, lookup = ''] = (await read('en')).split(' id="lookup"');
    const [part = ''] = lookup.split('</details>', 1);
    expect(part).toContain('50 to 101');
    expect(part).toContain('<code>70</code>');
    expect(part).toContain('<code>same-language</code>');
    expect(part).toContain(`curl -X POST '${server.url}/api/v1/lookup'`);
  });

  it('is in French where French is asked for; what the contract says is marked as English', async () => {
    const page = await read('fr');
    expect(page).toContain('<html lang="fr">');
    expect(page).toContain('>Paramètres</h4>');
    expect(page).toContain('<span lang="en">Look a text up in the memories</span>');
  });

  it('leaves other addresses under /api to the API', async () => {
    const answer = await fetch(`${server.url}/api/docs/more`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});
