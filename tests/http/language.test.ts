import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

async function read(path: string, headers: Record<string, string> = {}): Promise<string> {
  return (await fetch(server.url + path, { headers })).text();
}

async function choose(form: Record<string, string>): Promise<Response> {
  return fetch(`${server.url}/language`, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
}

describe('the language of the pages', () => {
  it('is the one the browser asks for', async () => {
    const french = await read('/', { 'accept-language': 'fr-FR,fr;q=0.9,en;q=0.8' });
    expect(french).toContain('<html lang="fr">');
    expect(french).toContain('<h1>Projets</h1>');
    expect(await read('/')).toContain('<h1>Projects</h1>');
  });

  it('is the one that was chosen, whatever the browser asks for', async () => {
    const answer = await choose({ language: 'fr', back: '/memories?text=quai' });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe('/memories?text=quai');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^calque-language=fr; Path=\/; Max-Age=\d+; SameSite=Lax$/);
    const page = await read('/memories', { cookie: `a=b; ${cookie.split(';', 1)[0]}`, 'accept-language': 'en' });
    expect(page).toContain('<h1>Mémoires</h1>');
  });

  it('is that of errors and of what forms are answered with, too', async () => {
    const headers = { 'accept-language': 'fr' };
    expect(await read('/nowhere', headers)).toContain('<h1>Il n’y a rien ici</h1>');
    const body = new FormData();
    body.set('sourceLanguage', 'detect');
    const answer = await fetch(`${server.url}/projects/new`, { method: 'POST', body, headers });
    expect(await answer.text()).toContain('La traduction n’a pas été commencée');
  });
});

describe('a choice of language', () => {
  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', '/a\r\nx: y', 'memories', ''])(
    'never leads away from here: %j',
    async (back) => {
      expect((await choose({ language: 'en', back })).headers.get('location')).toBe('/');
    },
  );

  it('of a language that is not spoken keeps nothing', async () => {
    const answer = await choose({ language: 'xx; Domain=example.org', back: '/' });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.status).toBe(303);
  });
});
