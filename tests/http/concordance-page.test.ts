import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;

beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function get(query: Readonly<Record<string, string>> = {}, language = 'en') {
  const address = `${api.url}/concordance?${new URLSearchParams(query)}`;
  const response = await fetch(address, { headers: { 'accept-language': language } });
  return { status: response.status, html: (await response.text()).replaceAll('&amp;', '&') };
}

/** What the page shows of each hit. */
function hits(html: string): readonly string[] {
  return html.split('<li class="hit">').slice(1);
}

describe('the concordance page', () => {
  it('says that there is nothing to search as long as there is no memory', async () => {
    const { html } = await get();
    expect(html).toContain('No memory yet');
    expect((await get({}, 'fr')).html).toContain('Aucune mémoire pour le moment');
  });

  describe('with an article in the memory', () => {
    beforeAll(async () => {
      const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01' };
      await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, provenance } });
    });

    it('shows both sides with what was found, the credit, and the way to the document', async () => {
      const { status, html } = await get({ q: 'étude sur le bruit', mode: 'phrase' });
      expect(status).toBe(200);
      expect(html).toContain('<strong>1 unit has it</strong>');
      const [hit = ''] = hits(html);
      expect(hit).toContain('<p lang="fr">Leur association a demandé à la mairie une <mark>étude sur le bruit</mark>');
      expect(hit).toContain('<p lang="en">Their association has asked the town hall for a noise study');
      expect(hit).toContain('<q>Traduit de l’anglais (original) par Rédaction du Port.</q>');
      const [, link = ''] = /<a href="(\/memories\/\d+\?document=\d+)#unit-\d+">/.exec(hit) ?? [];
      const document = await (await fetch(api.url + link)).text();
      const [, unit = ''] = /#(unit-\d+)/.exec(hit) ?? [];
      expect(document).toContain(`id="${unit}"`);
      expect(hit).toContain('Before');
    });

    it('keeps the search in the fields, in the links to further pages, and in the one to the table', async () => {
      const { html } = await get({ q: 'quai', language: 'fr', publication: 'port', limit: '2' });
      expect(hits(html)).toHaveLength(2);
      expect(html).toMatch(/<input[^>]* value="quai"/);
      expect(html).toMatch(/<input[^>]*value="fr"[^>]* checked/);
      expect(html).toContain('Filters (1 set)');
      const [, next = ''] = /href="(\/concordance\?[^"]*cursor=[^"]*)"/.exec(html) ?? [];
      const older = (await (await fetch(api.url + next)).text()).replaceAll('&amp;', '&');
      expect(hits(older).length).toBeGreaterThan(0);
      const units = (page: string) => hits(page).map((hit) => /#(unit-\d+)/.exec(hit)?.[1]);
      expect(units(older).filter((unit) => units(html).includes(unit))).toEqual([]);
      expect(older).toContain('Back to the first');
      const [, table = ''] = /href="(\/api\/v1\/concordance\.csv\?[^"]*)"/.exec(html) ?? [];
      const csv = await (await fetch(api.url + table)).text();
      expect(csv.split('\r\n').length).toBeGreaterThan(2);
    });

    it('takes what a form sends, empty fields too', async () => {
      const empty = {
        memory: '',
        publication: '',
        translator: '',
        publishedFrom: '',
        status: '',
        originalLanguage: '',
      };
      const { status, html } = await get({ q: 'quai', mode: 'words', language: '', within: '10', ...empty });
      expect(status).toBe(200);
      expect(hits(html).length).toBeGreaterThan(2);
    });

    it('says what to do where nothing was found', async () => {
      expect((await get({ q: 'quai tramway' })).html).toContain('No unit has all these words');
      expect((await get({ q: 'quai tramway', mode: 'phrase' })).html).toContain('this very phrase');
      expect((await get({ q: 'quai', publication: 'Gazette' })).html).toContain('Take a filter away');
    });

    it('names the field that is wrong, in the language of the page', async () => {
      const { status, html } = await get({ q: 'quai', publishedTo: 'May', within: '1' });
      expect(status).toBe(400);
      expect(html).toContain('“Published until” is no date.');
      expect(html).toContain('<a href="#within">Words stand near each other within 2 to 100 words.</a>');
      expect((await get({ q: 'quai', publishedTo: 'mai' }, 'fr')).html).toContain('n’est pas une date');
      const nothing = await get({ q: '…' });
      expect(nothing.status).toBe(422);
      expect(nothing.html).toContain('There is no word to search for.');
    });
  });
});
