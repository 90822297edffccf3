import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { mayAs, type Role } from '../../src/contract/roles.ts';
import { PAGE_RIGHTS } from '../../src/http/pages/rights.ts';
import { accountsIn, signIn, somebody } from '../support/accounts.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let server: RunningServer;

beforeAll(async () => {
  server = await startServer();
  const call = createClient(server.url);
  const { memoryId } = await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
  await call('createReview', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'News' } });
  const languages = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
  const { id } = await call('createProject', {
    body: { name: 'Ferry', ...languages, memories: [{ memoryId, write: true }] },
  });
  await call('addProjectDocument', { params: { id }, body: { name: 'ferry', text: HARBOUR.followUp } });
  const termbase = await call('createTermbase', { body: { name: 'Harbour' } });
  const terms = [
    { language: 'fr', text: 'mairie' },
    { language: 'en', text: 'town hall' },
  ];
  await call('createTerm', { body: { termbaseId: termbase.id, terms } });
  const accounts = accountsIn(server);
  await accounts.people.create(somebody('Ada', 'administrator'));
  await accounts.people.create(somebody('Rita', 'reader'));
  await accounts.people.create(somebody('Tim', 'translator'));
  await accounts.close();
}, 60_000);
afterAll(() => server?.stop());

/** What a form that is sent there needs. */
function neededBy(path: string): Role | 'anyone' {
  const found = Object.entries(PAGE_RIGHTS).find(([line]) => {
    const [method, pattern = ''] = line.split(' ');
    return method === 'POST' && new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`).test(path);
  });
  return found?.[1].role ?? 'administrator';
}

const unescaped = (text: string) => text.replaceAll('&amp;', '&');

describe('the pages', () => {
  it.each([
    ['Rita', 'reader'],
    ['Tim', 'translator'],
  ] as const)('offer %s, a %s, nothing that is not allowed', async (name, role) => {
    const { cookie } = await signIn(server.url, name);
    // One page of each kind.
    const seen = new Map([['/', '/']]);
    const refused: string[] = [];
    for (const path of seen.values()) {
      const response = await fetch(server.url + path, { headers: { cookie } });
      if (response.status >= 400) refused.push(`${path} (${response.status})`);
      const html = await response.text();
      for (const [, tag = ''] of html.matchAll(/<(a [^>]+)>/g)) {
        const href = unescaped(/href="(\/[^"#]*)/.exec(tag)?.[1] ?? '');
        const kind = href.replace(/\?.*/, '').replaceAll(/\d+/g, '#');
        if (kind !== '' && !/ download/.test(tag) && !seen.has(kind)) seen.set(kind, href);
      }
      for (const [, tag = '', fields = ''] of html.matchAll(/<form ([^>]+)>(.*?)<\/form>/gs)) {
        const action = new URL(unescaped(/action="([^"]*)"/.exec(tag)?.[1] ?? path), server.url).pathname;
        if (!/method="post"/.test(tag) || !/type="submit"/.test(fields)) continue;
        const needed = neededBy(action);
        if (needed !== 'anyone' && !mayAs(role, needed)) refused.push(`${action} on ${path}`);
      }
    }
    expect(refused).toEqual([]);
    expect(seen.size).toBeGreaterThan(20);
  });
});
