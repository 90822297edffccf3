import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api?.stop());

async function send(method: string, path: string, headers: Record<string, string> = {}, body?: object) {
  const response = await fetch(api.url + path, {
    method,
    headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    tag: response.headers.get('etag') ?? '',
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

describe('a tag', () => {
  it('spares a reader what they have', async () => {
    const { id } = await api.call('createMemory', { body: { name: 'Tagged' } });
    const path = `/api/v1/memories/${id}`;
    const { tag } = await send('GET', path);
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect((await send('GET', path, { 'if-none-match': tag })).status).toBe(304);
    const changed = await send('PATCH', path, {}, { penalty: 5 });
    const again = await send('GET', path, { 'if-none-match': tag });
    expect([again.status, again.tag]).toEqual([200, changed.tag]);
  });

  it('keeps a change from what it was not made on', async () => {
    const { id } = await api.call('createMemory', { body: { name: 'Contended' } });
    const path = `/api/v1/memories/${id}`;
    const { tag } = await send('GET', path);
    const mine = await send('PATCH', path, { 'if-match': tag }, { priority: 3 });
    expect(mine.status).toBe(200);
    const late = await send('PATCH', path, { 'if-match': tag }, { priority: 4 });
    expect(late).toMatchObject({
      status: 412,
      body: { code: 'precondition-failed', where: 'If-Match', current: { priority: 3 } },
    });
    expect((await send('DELETE', path, { 'if-match': tag })).status).toBe(412);
    expect((await send('DELETE', path, { 'if-match': `"other", ${mine.tag}` })).status).toBe(204);
    expect((await send('DELETE', path, { 'if-match': '*' })).status).toBe(404);
  });

  it('is refused where there is nothing it could be of', async () => {
    const refused = await send('POST', '/api/v1/memories', { 'if-match': '"a"' }, { name: 'Never' });
    expect(refused).toMatchObject({ status: 400, body: { where: 'If-Match' } });
  });
});

describe('the file of a memory', () => {
  it('is sent again only when the memory has changed', async () => {
    const { id } = await api.call('createMemory', { body: { name: 'Mapped' } });
    const address = `${api.url}/api/v1/memories/${id}/memory.tmx`;
    const pair = (fr: string, en: string) => ({
      fr: { language: 'fr', content: fr },
      en: { language: 'en', content: en },
    });
    await api.call('createUnits', { body: { memoryId: id, units: [pair('Le quai.', 'The quay.')] } });
    const first = await fetch(address);
    const tag = first.headers.get('etag') ?? '';
    expect(await first.text()).toContain('<seg>Le quai.</seg>');
    expect(first.headers.get('content-disposition')).toContain('Mapped.tmx');
    const known = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([known.status, await known.text()]).toEqual([304, '']);
    await api.call('createUnits', { body: { memoryId: id, units: [pair('Le port.', 'The port.')] } });
    const second = await fetch(address, { headers: { 'if-none-match': tag } });
    expect([second.status, second.headers.get('etag') === tag]).toEqual([200, false]);
    expect(await second.text()).toContain('<seg>Le port.</seg>');
    expect((await fetch(`${api.url}/api/v1/memories/999/memory.tmx`)).status).toBe(404);
  });
});

describe('an idempotency key', () => {
  const KEY = { 'idempotency-key': '5f0c-first-try' };

  it('makes a thing once, however often it is sent', async () => {
    const body = { name: 'Once', sourceLanguage: 'fr', targetLanguage: 'en' };
    const answers = await Promise.all([1, 2, 3].map(() => send('POST', '/api/v1/projects', KEY, body)));
    answers.push(await send('POST', '/api/v1/projects', KEY, body));
    expect(new Set(answers.map((answer) => JSON.stringify([answer.status, answer.body]))).size).toBe(1);
    const { items } = await api.call('listProjects', {});
    expect(items.filter(({ name }) => name === 'Once')).toHaveLength(1);
  });

  it('does not stand for another request', async () => {
    const body = { name: 'Another', sourceLanguage: 'fr', targetLanguage: 'en' };
    await send('POST', '/api/v1/projects', { 'idempotency-key': 'one-request' }, body);
    const other = await send('POST', '/api/v1/projects', { 'idempotency-key': 'one-request' }, { ...body, name: 'B' });
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused', where: 'Idempotency-Key' } });
    const elsewhere = await send('POST', '/api/v1/memories', { 'idempotency-key': 'one-request' }, { name: 'B' });
    expect(elsewhere.body).toMatchObject({ code: 'key-reused' });
  });

  it('can be used again after a failure', async () => {
    const key = { 'idempotency-key': 'after-a-failure' };
    await api.call('createMemory', { body: { name: 'Taken' } });
    expect((await send('POST', '/api/v1/memories', key, { name: 'Taken' })).status).toBe(409);
    expect((await send('POST', '/api/v1/memories', key, { name: 'Free' })).status).toBe(201);
  });

  it('is some signs', async () => {
    const answer = await send('POST', '/api/v1/memories', { 'idempotency-key': 'no' }, { name: 'Short' });
    expect(answer).toMatchObject({ status: 400, body: { where: 'Idempotency-Key' } });
  });
});

describe('the form of a new translation', () => {
  it('makes one project of two submits', async () => {
    const page = await (await fetch(`${api.url}/projects/new`)).text();
    const key = /name="requestKey" value="([\w-]+)"/.exec(page)?.[1] ?? '';
    const submit = (text: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ requestKey: key, text, sourceLanguage: 'fr' }))
        form.set(name, value);
      return fetch(`${api.url}/projects/new`, { method: 'POST', body: form, redirect: 'manual' });
    };
    const before = (await api.call('listProjects', {})).items.length;
    const twice = await Promise.all([submit('Le quai est fermé.'), submit('Le quai est fermé.')]);
    const places = new Set(twice.map((response) => response.headers.get('location')));
    expect([places.size, ...twice.map(({ status }) => status)]).toEqual([1, 303, 303]);
    expect((await api.call('listProjects', {})).items).toHaveLength(before + 1);
    // Gone back to and changed, it is another translation.
    expect(places).not.toContain((await submit('Le quai est ouvert.')).headers.get('location'));
  });
});
