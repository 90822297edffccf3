import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const read = async (path: string) => (await fetch(server.url + path)).text();

async function save(fields: Record<string, string>): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return fetch(`${server.url}/settings`, { method: 'POST', body, redirect: 'manual' });
}

/** What a field of the page is set to. */
function chosen(page: string, id: string): string | undefined {
  const [, field = ''] = page.split(`id="${id}"`);
  return /value="([^"]*)" selected/.exec(field.split('</select>', 1)[0] ?? '')?.[1];
}

describe('the house rules', () => {
  it('are kept, shown again, and given to the editor', async () => {
    const answer = await save({ 'check.length': 'off', 'check.numbers': 'error', 'style.fr.quotes': 'curly' });
    expect(answer.status).toBe(303);
    const page = await read('/settings');
    expect(chosen(page, 'length')).toBe('off');
    expect(chosen(page, 'style.fr.quotes')).toBe('curly');
    const call = createClient(server.url);
    const { id } = await call('createProject', { body: { name: 'P', sourceLanguage: 'en', targetLanguage: 'fr' } });
    const document = await call('addProjectDocument', { params: { id }, body: { name: 'd', text: HARBOUR.en } });
    const editor = await read(`/projects/${id}/documents/${document.id}`);
    const rules = JSON.parse((/data-rules="([^"]*)"/.exec(editor)?.[1] ?? '').replaceAll('&quot;', '"'));
    expect(rules).toEqual({ checks: { length: 'off', numbers: 'error' }, style: { fr: { quotes: 'curly' } } });
  });

  it('leave out what is not known, and go back to the usual', async () => {
    await save({
      'check.flying': 'off',
      'check.numbers': 'fatal',
      'style.fr.quotes': 'usual',
      'style.xx.quotes': 'curly',
    });
    const page = await read('/settings');
    expect(chosen(page, 'length')).toBe('warning');
    expect(chosen(page, 'style.fr.quotes')).toBe('usual');
  });
});

describe('the reading view', () => {
  it('has the original beside the translation, and each sentence leads to its segment', async () => {
    const call = createClient(server.url);
    const { id } = await call('createProject', { body: { name: 'P', sourceLanguage: 'fr', targetLanguage: 'en' } });
    const text = 'Le port est fermé. <b>Oui</b>.\n\nIl rouvre demain.';
    const document = await call('addProjectDocument', { params: { id }, body: { name: 'd', text } });
    const { items } = await call('listSegments', { params: { id, documentId: document.id } });
    const [first] = items;
    if (first === undefined) throw new Error('There is no segment.');
    const origin = { kind: 'human' } as const;
    const body = { version: first.version, target: ['The port is closed.'], origin };
    await call('saveSegment', { params: { id: first.id }, body });
    const path = `/projects/${id}/documents/${document.id}`;
    const html = await read(`${path}/read`);
    expect(html).toContain('Le port est fermé.');
    expect(html).toContain('The port is closed.');
    expect(html).toContain('&lt;b>Oui');
    expect(html).toContain(`href="${path}#segment-1"`);
    expect(html.match(/class="reading-paragraph"/g)).toHaveLength(2);
    expect(await read(`${path}/read?alone=1`)).not.toContain('Le port est fermé.');
    expect((await fetch(`${server.url}/projects/${id}/documents/999/read`)).status).toBe(404);
  });
});
