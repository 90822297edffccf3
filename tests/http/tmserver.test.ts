import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
  await api.call('importArticle', {
    body: { fr: HARBOUR.fr, en: HARBOUR.en, provenance: { publication: 'Le Port en ligne' } },
  });
});
afterAll(() => api?.stop());

async function get(path: string) {
  const response = await fetch(api.url + path);
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() };
}

const WINTER = 'Will%20the%20line%20run%20in%20winter%3F';

describe.each(['/tmserver', '/amagama/api/v1'])('the lookup protocol at %s', (base) => {
  it('answers a text in the path with rows whose quality is written as a double', async () => {
    const { status, type, text } = await get(`${base}/en/fr/unit/${WINTER}`);
    expect(status).toBe(200);
    expect(type).toContain('application/json');
    expect(text).toMatch(
      /^\[\{"source":"Will the line run in winter\?","target":"La ligne fonctionnera-t-elle en hiver\u202f\?","context":"Le Port en ligne","quality":\d+\.0,"rank":\d+\.0\}\]$/,
    );
  });

  it('takes the text as a query too, and is 404 without one', async () => {
    expect((await get(`${base}/en/fr/unit/?source=${WINTER}`)).text).toContain('fonctionnera');
    expect((await get(`${base}/en/fr/unit/`)).status).toBe(404);
    expect((await get(`${base}/en/fr/unit/?source=`)).status).toBe(404);
  });

  it.each(['EN/FR', 'en_GB/fr_ca', 'en-us/fr-FR'])('takes the languages as %s', async (pair) => {
    expect((await get(`${base}/${pair}/unit/${WINTER}`)).text).toContain('fonctionnera');
  });

  it('reads what Virtaal sends: doubled slashes, and slashes of the text encoded', async () => {
    expect((await get(`${base}//en//fr//unit//${WINTER}`)).text).toContain('fonctionnera');
    expect(await get(`${base}/en/fr/unit/left%2Fright+up`)).toMatchObject({ status: 200, text: '[]' });
  });

  it('keeps to the similarity and the number of candidates asked for', async () => {
    const near = 'Will%20the%20line%20run%20in%20summer%3F';
    expect((await get(`${base}/en/fr/unit/${near}?min_similarity=95`)).text).toBe('[]');
    const rows = JSON.parse(
      (await get(`${base}/en/fr/unit/${near}?min_similarity=10&max_candidates=1`)).text,
    ) as unknown[];
    expect(rows).toHaveLength(1);
    // The servers before took any number.
    expect((await get(`${base}/en/fr/unit/${near}?max_candidates=1000&style=plain`)).status).toBe(200);
    expect((await get(`${base}/en/fr/unit/${WINTER}?min_similarity=-5`)).text).toContain('fonctionnera');
    expect((await get(`${base}/en/fr/unit/${WINTER}?min_similarity=high`)).status).toBe(400);
  });

  it('names its languages', async () => {
    expect(JSON.parse((await get(`${base}/languages/`)).text)).toEqual({
      sourceLanguages: ['en', 'fr'],
      targetLanguages: ['en', 'fr'],
    });
  });

  it('wraps the rows for a callback that is a name, and for no other', async () => {
    const wrapped = await get(`${base}/en/fr/unit/${WINTER}?jsoncallback=app.show`);
    expect(wrapped.text).toMatch(/^app\.show\(\[.*\]\)$/);
    expect(wrapped.type).toContain('javascript');
    expect((await get(`${base}/en/fr/unit/${WINTER}?callback=alert(1)//`)).status).toBe(400);
  });

  it('keeps pairs that are put, posted or sent as a store, to be looked up at once', async () => {
    const send = (path: string, method: string, body: unknown) =>
      fetch(api.url + base + path, { method, body: JSON.stringify(body) }).then(({ status }) => status);
    const name = `Quay ${base.length}`;
    expect(await send('/en/fr/unit/x', 'PUT', { source: `${name} opened.`, target: `${name} ouvert.` })).toBe(200);
    expect(await send('/en/fr/unit/x', 'POST', { source: `${name} shut.`, target: `${name} fermé.` })).toBe(200);
    expect(await send('/en/fr/store/a.po', 'POST', [{ source: `${name} sold.`, target: `${name} vendu.` }])).toBe(200);
    for (const [en, fr] of [
      ['opened', 'ouvert'],
      ['shut', 'fermé'],
      ['sold', 'vendu'],
    ]) {
      expect((await get(`${base}/en/fr/unit/${encodeURIComponent(`${name} ${en}.`)}`)).text).toContain(
        `${name} ${fr}.`,
      );
    }
    expect(await send('/en/fr/unit/x', 'PUT', { source: 'No target' })).toBe(400);
  });

  it.each([
    [`/en/de/unit/${WINTER}`, 404],
    [`/en/en/unit/${WINTER}`, 422],
    ['/en/fr/unit/%E0%A4%A', 404],
    ['/nothing', 404],
  ])('%s is answered with %i', async (path, status) => {
    expect((await get(base + path)).status).toBe(status);
  });
});
