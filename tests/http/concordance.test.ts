import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentText } from '../../memory/model/inline.ts';
import type { CallInput } from '../../src/contract/client.ts';
import { pathOf } from '../../src/contract/routes.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
let harbour: number;
let house: number;

beforeAll(async () => {
  api = await serveApi();
  const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01', url: 'https://example.org/ferry' };
  const { fr, en } = HARBOUR;
  harbour = (await api.call('importArticle', { body: { fr, en, memory: 'Harbour', provenance } })).memoryId;
  house = (await api.call('createMemory', { body: { name: 'House' } })).id;
  const units = ['Le quai est fermé.', '=1+1', 'Il dit : "quai", et part.'].map((text, index) => ({
    fr: { language: 'fr', content: text },
    en: { language: 'en', content: ['The quay is closed.', '=1+1', 'He says: “quay”, and leaves.'][index] ?? '' },
  }));
  await api.call('createUnits', { body: { memoryId: house, units } });
});
afterAll(() => api?.stop());

type Query = CallInput<'concordance'>['query'];

const search = (q: string, more: Partial<Query> = {}) => api.call('concordance', { query: { q, ...more } });

async function found(q: string, more: Partial<Query> = {}) {
  return (await search(q, more)).items.map(({ fr }) => contentText(fr.content as readonly string[]));
}

describe('GET /api/v1/concordance', () => {
  it('gives both sides, what was found in them, where they come from and what stands beside', async () => {
    const { items, total, next } = await search('ferry line', { language: 'en', limit: 1 });
    expect(total).toEqual({ count: 2, exact: true });
    expect(next).toBeDefined();
    const [hit] = items;
    const text = contentText((hit?.en.content ?? []) as readonly string[]);
    expect(hit?.en.marks.map(({ start, end }) => text.slice(start, end))).toEqual(['ferry', 'line']);
    expect(hit).toMatchObject({
      memory: { id: harbour, name: 'Harbour' },
      fr: { language: 'fr', marks: [] },
      originalLanguage: 'en',
      status: 'draft',
      origin: { kind: 'alignment' },
      provenance: { publication: 'Le Port en ligne', credit: 'Traduit de l’anglais (original) par Rédaction du Port.' },
      previous: { fr: expect.any(String), en: expect.any(String) },
    });
    const second = await search('ferry line', { language: 'en', limit: 1, cursor: next ?? '' });
    expect(second.items[0]?.unitId).toBeLessThan(hit?.unitId ?? 0);
    expect(second.total).toEqual(total);
    expect(second).not.toHaveProperty('next');
  });

  it('takes words, phrases, and words near each other', async () => {
    expect(await found('nord quai')).toHaveLength((await found('quai nord', { mode: 'phrase' })).length);
    expect(await found('quai fermé')).toEqual(['Le quai est fermé.']);
    expect(await found('quai est fermé', { mode: 'phrase' })).toEqual(['Le quai est fermé.']);
    expect(await found('navire transporter', { mode: 'near', within: 3 })).toHaveLength(1);
    expect(await found('navire voiture', { mode: 'near', within: 3 })).toEqual([]);
  });

  it('keeps to what the filters say', async () => {
    expect(await found('quai', { memory: String(house) })).toHaveLength(2);
    expect((await found('quai', { memory: `${house},${harbour}` })).length).toBe((await found('quai')).length);
    expect(await found('quai', { status: 'confirmed' })).toHaveLength(2);
    const all = (await found('quai', { publication: 'port' })).length;
    expect(all).toBeGreaterThan(2);
    expect(await found('quai', { publishedFrom: '2023-02', publishedTo: '2023' })).toHaveLength(all);
    expect(await found('quai', { translator: 'redaction', originalLanguage: 'en' })).toHaveLength(all);
    expect(await found('quai', { publishedTo: '2022' })).toEqual([]);
    expect(await found('quai', { changedTo: '2020-01-01' })).toEqual([]);
    expect(await found('quai', { changedFrom: '2020' })).toHaveLength(all + 2);
  });

  it.each<[string, string, number, string]>([
    ['no words', 'q=%20%2E', 422, 'empty-text'],
    ['nothing', '', 400, 'bad-request'],
    ['an unknown mode', 'q=quai&mode=fuzzy', 400, 'bad-request'],
    ['an unknown language', 'q=quai&language=de', 400, 'bad-request'],
    ['an unknown filter', 'q=quai&publisher=x', 400, 'bad-request'],
    ['a memory that is not there', 'q=quai&memory=999', 404, 'not-found'],
    ['a memory that is no identity', 'q=quai&memory=Harbour', 400, 'bad-request'],
    ['a day that is in no calendar', 'q=quai&publishedFrom=2023-02-30', 400, 'bad-request'],
    ['a cursor of another listing', 'q=quai&cursor=7', 400, 'bad-request'],
    ['a text without end', `q=${'a'.repeat(501)}`, 400, 'bad-request'],
  ])('answers %s with a problem', async (_, query, status, code) => {
    for (const path of ['concordance', 'exportConcordance'] as const) {
      if (path === 'exportConcordance' && query.includes('cursor')) continue;
      const response = await fetch(`${api.url}${pathOf(path)}?${query}`);
      expect(response.status).toBe(status);
      expect(await response.json()).toMatchObject({ code });
    }
  });

  it('says which memory is not there', async () => {
    expect((await problemOf(search('quai', { memory: '999' }))).detail).toBe('There is no memory 999.');
  });
});

describe('GET /api/v1/concordance.csv', () => {
  async function rows(query: string) {
    const response = await fetch(`${api.url}${pathOf('exportConcordance')}?${query}`);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toContain('concordance.csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n');
  }

  it('gives every hit with its provenance, a line each', async () => {
    const [head, ...lines] = await rows('q=quai');
    expect(head).toMatch(/^unit,french,english,found in,original language,publication,title,published,/);
    expect(lines.at(-1)).toBe('');
    expect(lines).toHaveLength((await found('quai')).length + 1);
    expect(lines[0]).toContain('"Il dit : ""quai"", et part.","He says: “quay”, and leaves.",fr,,');
    expect(lines.join('\n')).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
  });

  it('keeps a spreadsheet from running what is stored as a formula', async () => {
    const [, line] = await rows('q=1%201');
    expect(line).toContain(",'=1+1,'=1+1,");
  });

  it('begins with a byte order mark where that is asked for, and ends at the limit', async () => {
    const [head, ...lines] = await rows('q=quai&bom=true&limit=1');
    expect(head?.startsWith('\uFEFFunit,')).toBe(true);
    expect(lines).toHaveLength(2);
  });
});
