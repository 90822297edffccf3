import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
let memory: number;
let units: readonly number[];

beforeAll(async () => {
  api = await serveApi();
  memory = (await api.call('createMemory', { body: { name: 'Ports' } })).id;
  const pair = (fr: string, en: string) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  });
  const open = { form: 'open', id: '1' } as const;
  const close = { form: 'close', id: '1' } as const;
  const coded = {
    fr: { language: 'fr', content: ['Le ', open, 'port', close] },
    en: { language: 'en', content: ['The ', open, 'port', close] },
  };
  const body = { memoryId: memory, units: [pair('Le quai ouvre.', 'The warf opens.'), coded, pair('Oui', 'Yes')] };
  units = (await api.call('createUnits', { body })).unitIds;
});
afterAll(() => api?.stop());

async function get(path: string) {
  const response = await fetch(api.url + path, { headers: { 'accept-language': 'en' } });
  return { status: response.status, html: (await response.text()).replaceAll('&amp;', '&') };
}

async function post(path: string, fields: Readonly<Record<string, string>> = {}) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await fetch(api.url + path, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location') ?? '', html: await response.text() };
}

/** What a form's fields would send as they stand, without its check boxes. */
const FORM = { fr: 'Le {1}port{/1}', en: 'The {1}harbour{/1}', status: 'reviewed', note: 'House style' };

describe('the page of a memory', () => {
  it('shows the units that the address asks for, and gives them as files', async () => {
    const { html } = await get(`/memories/${memory}?en=WARF&status=confirmed`);
    expect(html).toContain('The warf opens.');
    expect(html).not.toContain('>Yes<');
    expect(html).toContain('Filters (2 set)');
    const [, file = ''] = /href="(\/api\/v1\/exports\/units[^"]*format=csv[^"]*)"/.exec(html) ?? [];
    expect(await (await fetch(api.url + file)).text()).toContain('The warf opens.');
    expect((await get(`/memories/${memory}?flagged=yes`)).html).toContain('No unit meets the filters');
    const wrong = await get(`/memories/${memory}?changedFrom=May`);
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('id="changedFrom-error"');
  });

  it('flags a unit and leads back to where it was', async () => {
    const back = `/memories/${memory}?text=Oui`;
    const path = `/memories/${memory}/units/${units[2]}/flag`;
    expect(await post(path, { version: '1', flagged: 'yes', back })).toMatchObject({ status: 303, location: back });
    expect((await get(back)).html).toContain('<strong>flagged</strong>');
    const elsewhere = await post(path, { version: '2', flagged: 'no', back: 'https://example.org/' });
    expect(elsewhere.location).toBe(`/memories/${memory}`);
  });
});

describe('the page of a unit', () => {
  const path = () => `/memories/${memory}/units/${units[1]}`;

  it('changes it with its codes, keeps its history, and takes a change back', async () => {
    expect((await get(path())).html).toContain('Le {1}port{/1}</textarea>');
    expect((await post(path(), { ...FORM, version: '1', flagged: 'yes' })).status).toBe(303);
    const unit = await api.call('getUnit', { params: { id: units[1] ?? 0 } });
    expect(unit).toMatchObject({ status: 'reviewed', note: 'House style', flagged: true });
    expect(unit.en.content).toEqual(['The ', { form: 'open', id: '1' }, 'harbour', { form: 'close', id: '1' }]);
    const { html } = await get(path());
    expect(html).toContain('changed, reviewed, flagged');
    await post(`${path()}/undo`);
    expect((await get(path())).html).toContain('The {1}port{/1}</textarea>');
  });

  it('keeps what was written on a version that is gone, beside the unit as it is', async () => {
    const answer = await post(path(), { ...FORM, en: 'Mine alone', version: '1' });
    expect(answer.status).toBe(409);
    expect(answer.html).toContain('Mine alone</textarea>');
    expect(answer.html).toContain('It was changed meanwhile');
    expect(answer.html).toContain('name="version" value="3"');
    expect((await post(path(), { ...FORM, en: ' ', version: '3' })).html).toContain('id="en-error"');
  });

  it('deletes it and brings it back', async () => {
    expect((await post(`${path()}/delete`, { version: '3' })).status).toBe(303);
    expect((await get(path())).html).toContain('This unit is deleted');
    await post(`${path()}/undo`);
    expect((await get(path())).html).toContain('The {1}port{/1}</textarea>');
    expect((await get(`/memories/${memory}/units/999`)).status).toBe(404);
    const { id: other } = await api.call('createMemory', { body: { name: 'Elsewhere' } });
    expect((await get(`/memories/${other}/units/${units[1]}`)).status).toBe(404);
  });
});

describe('the work on a memory', () => {
  it('shows what replacing would change, and then does it', async () => {
    const { html } = await get(`/memories/${memory}/replace?find=warf&replacement=wharf&matchCase=yes`);
    expect(html).toContain('1 unit on this page would change');
    expect(html).toContain('<del>warf</del><ins>wharf</ins>');
    const answer = await post(`/memories/${memory}/replace`, { find: 'warf', replacement: 'wharf' });
    expect(answer.location).toBe(`/memories/${memory}/changes?job=1`);
    await expect
      .poll(async () => (await get(`/memories/${memory}/changes`)).html, { timeout: 20_000 })
      .toContain('“warf” replaced');
    expect((await post(`/memories/${memory}/replace`)).status).toBe(422);
  });

  it('deletes what a filter found, and nothing without one', async () => {
    const path = `/memories/${memory}/deletions`;
    expect((await get(`/memories/${memory}?text=Oui`)).html).toContain(`action="${path}"`);
    expect((await get(`/memories/${memory}`)).html).not.toContain(`action="${path}"`);
    expect((await post(path)).status).toBe(400);
    const { status, location } = await post(path, { text: 'Nothing has this.' });
    expect([status, location]).toEqual([303, `/memories/${memory}/changes?job=1`]);
  });

  it('repairs what the look at its health has found, and takes the repair back', async () => {
    const { unitIds } = await api.call('createUnits', {
      body: {
        memoryId: memory,
        units: [{ fr: { language: 'fr', content: 'oui' }, en: { language: 'en', content: 'yes' } }],
      },
    });
    expect((await get(`/memories/${memory}/health`)).html).toContain('Nobody has looked yet');
    await post(`/memories/${memory}/health`);
    const page = async () => (await get(`/memories/${memory}/health`)).html;
    await expect.poll(page, { timeout: 20_000 }).toContain('Nearly the same unit twice');
    const given = /name="units" value="([^"]+)"/.exec(await page())?.[1] ?? '';
    const repair = { repair: 'merge', units: given, keep: String(unitIds[0]) };
    expect((await post(`/memories/${memory}/health/repair`, repair)).status).toBe(303);
    expect(await page()).toContain('Settled, or changed since');
    expect((await post(`/memories/${memory}/health/repair`, repair)).status).toBe(404);
    const [batch] = (await api.call('listBatches', { params: { id: memory }, query: {} })).items;
    const undone = await post(`/batches/${batch?.id}/undo`, { from: 'health' });
    expect(undone.location).toBe(`/memories/${memory}/health`);
    expect(await page()).not.toContain('Settled, or changed since');
    expect(await api.call('getUnit', { params: { id: units[2] ?? 0 } })).toMatchObject({ fr: { content: ['Oui'] } });
    expect((await post(`/memories/${memory}/health/repair`, { repair: 'merge', units: 'x' })).status).toBe(400);
  });

  it('shows the differences to a master and promotes into it', async () => {
    const { id: master } = await api.call('createMemory', { body: { name: 'Master' } });
    const { html } = await get(`/memories/${memory}/promote?into=${master}`);
    expect(html).toContain('Promote into “Master”');
    expect(html).toContain('<strong>new</strong>');
    const answer = await post(`/memories/${memory}/promote`, { into: String(master), mode: 'skip', status: '' });
    expect(answer.location).toBe(`/memories/${master}/changes?job=1`);
    expect((await post(`/memories/${memory}/promote`, { into: String(memory) })).status).toBe(400);
  });

  it('makes a memory, says why not, and deletes it with what is in it', async () => {
    const made = await post('/memories/new', { name: ' Staging ' });
    expect(made.status).toBe(303);
    const id = Number(made.location.replace('/memories/', ''));
    expect(await api.call('getMemory', { params: { id } })).toMatchObject({ name: 'Staging', unitCount: 0 });
    const again = await post('/memories/new', { name: 'Staging' });
    expect(again.status).toBe(409);
    expect(again.html).toContain('id="name-error"');
    expect((await get(`/memories/${id}/settings`)).html).toContain('Delete “Staging”');
    expect(await post(`/memories/${id}/delete`)).toMatchObject({ status: 303, location: '/memories' });
    expect((await get(`/memories/${id}`)).status).toBe(404);
  });

  it('changes what a memory is called and worth, and protects it', async () => {
    const path = `/memories/${memory}/settings`;
    const wanted = { name: 'Harbours', priority: '7', penalty: '3', readOnly: 'yes' };
    expect((await post(path, wanted)).location).toBe(`${path}?saved=1`);
    const settled = { name: 'Harbours', priority: 7, penalty: 3, readOnly: true };
    expect(await api.call('getMemory', { params: { id: memory } })).toMatchObject(settled);
    expect((await get(`/memories/${memory}`)).html).toContain('This memory is read-only');
    const wrong = await post(path, { ...wanted, penalty: '31', priority: '' });
    expect(wrong.status).toBe(400);
    expect(wrong.html).toContain('id="penalty-error"');
    expect(wrong.html).toContain('id="priority-error"');
    await post(path, { name: 'Ports', priority: '0', penalty: '0' });
    expect(await api.call('getMemory', { params: { id: memory } })).toMatchObject({ readOnly: false, penalty: 0 });
  });
});
