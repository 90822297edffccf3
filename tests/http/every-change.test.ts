import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Accounts } from '../../src/accounts/accounts.ts';
import type { Client } from '../../src/contract/client.ts';
import { CONTRACT } from '../../src/contract/contract.ts';
import type { Operation } from '../../src/contract/operations/operation.ts';
import { exampleTarget } from '../../src/contract/request-line.ts';
import type { OperationName } from '../../src/contract/routes.ts';
import { ROUTES } from '../../src/contract/routes.ts';
import { readerOf, takesKey } from '../../src/contract/traits.ts';
import { accountsIn, clientAs, signIn, somebody } from '../support/accounts.ts';
import type { Call, ChangingName } from '../support/changing-calls.ts';
import { changingCalls } from '../support/changing-calls.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

const NAMES = Object.keys(
  changingCalls(
    async () => undefined as never,
    async () => new Uint8Array(),
  ),
) as ChangingName[];
const isJob = (name: ChangingName) => (CONTRACT[name] as Operation).status === 202;
const operationOf = (name: OperationName): Operation => CONTRACT[name];

let data: string;
let server: RunningServer;
let accounts: Accounts;
let asAda: Readonly<Record<string, string>>;
let administrator: Client;
let calls: ReturnType<typeof changingCalls>;
/** A job of every kind that is asked for. */
const begun: Record<string, unknown>[] = [];

async function start(): Promise<void> {
  server = await startServer({ data });
  accounts = accountsIn(server);
  if (!(await accounts.people.any())) {
    const { id } = await accounts.people.create(somebody('Ada', 'administrator'));
    const { key } = await accounts.keys.create(id, { name: 'All', role: 'administrator' }, new Date().toISOString());
    asAda = { authorization: `Bearer ${key}` };
    await signIn(server.url, 'Ada');
  }
  administrator = clientAs(server.url, asAda);
  calls = changingCalls(administrator, async (path) => {
    return new Uint8Array(await (await fetch(server.url + path, { headers: asAda })).arrayBuffer());
  });
}

async function stop(): Promise<void> {
  await accounts.close();
  await server.stop();
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'calque-data-'));
  await start();
}, 60_000);
afterAll(async () => {
  await stop();
  await rm(data, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly tag: string | null;
  readonly body: Record<string, unknown>;
}

async function send(name: OperationName, call: Call, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { accepts } = operationOf(name);
  const body = call.file ?? (call.body && JSON.stringify(call.body));
  const response = await fetch(
    server.url + exampleTarget(name, { params: call.params ?? {}, query: call.query ?? {} }),
    {
      method: ROUTES[name].method,
      headers: { ...asAda, ...headers, ...(body && { 'content-type': accepts?.[0] ?? 'application/json' }) },
      ...(body && { body }),
    },
  );
  const text = await response.text();
  return {
    status: response.status,
    tag: response.headers.get('etag'),
    body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
  };
}

/** Without what is told once alone. */
function kept(name: OperationName, body: Record<string, unknown>): Record<string, unknown> {
  const told = operationOf(name).toldOnce ?? [];
  return Object.fromEntries(Object.entries(body).filter(([field]) => !told.includes(field)));
}

const keyed = NAMES.filter((name) => takesKey(name, CONTRACT[name]));
const read = NAMES.flatMap((name) => {
  const reader = readerOf(name);
  return reader === undefined ? [] : [[name, reader] as const];
});
const versioned = NAMES.filter((name) => {
  const { body, query } = operationOf(name);
  return [body, query].some(
    (schema) => schema !== undefined && 'shape' in schema && 'version' in (schema.shape as object),
  );
});

function ended(id: unknown) {
  return vi.waitFor(
    async () => {
      const job = await administrator('getJob', { params: { id: Number(id) } });
      if (job.state === 'queued' || job.state === 'running') throw new Error(`${job.kind} goes on.`);
      return job;
    },
    { timeout: 60_000, interval: 20 },
  );
}

const REUSED = { status: 422, body: { code: 'key-reused', where: 'Idempotency-Key' } };
const OTHER = { createMemory: { name: 'Another' }, addComment: { text: 'Another.' }, importTmx: {}, importFile: {} };

/** A file of the same length. */
function altered(file: string | Uint8Array): string {
  return String(file).replaceAll('navire', 'bateau');
}

describe('what makes or changes by POST', () => {
  it.each(keyed)('%s is done once for each key', async (name) => {
    const call = await calls[name]();
    const key = { 'idempotency-key': `the-first-${name}` };
    const first = await send(name, call, key);
    expect(first.status, JSON.stringify(first.body)).toBe(operationOf(name).status ?? 200);
    const again = await send(name, call, key);
    expect({ status: again.status, body: again.body }).toEqual({ status: first.status, body: kept(name, first.body) });
    expect(await send('createTermbase', await calls.createTermbase(), key)).toMatchObject(REUSED);
    if (isJob(name)) begun.push(first.body);
  });

  it.each(['createMemory', 'addComment', 'importTmx', 'importFile'] as const)(
    '%s is refused under the key of another such request',
    async (name) => {
      const { body, file, ...call } = await calls[name]();
      const key = { 'idempotency-key': `another-${name}` };
      const sent = { ...call, ...(body && { body }), ...(file && { file }) };
      expect((await send(name, sent, key)).status).toBe(operationOf(name).status);
      const other = {
        ...call,
        ...(body && { body: { ...body, ...OTHER[name] } }),
        ...(file && { file: altered(file) }),
      };
      expect(await send(name, other, key)).toMatchObject(REUSED);
    },
  );
});

describe('what is done to something that is there', () => {
  it('is guarded by a tag or a version, but for comments, which are never changed', () => {
    const guarded = new Set<string>([...read.map(([name]) => name), ...versioned]);
    const loose = NAMES.filter((name) => ROUTES[name].path.includes(':id') && !guarded.has(name));
    expect(loose).toEqual(['deleteComment']);
  });

  it.each(read)('%s is refused on a state that is gone, and told the present one', async (name, reader) => {
    const call = await calls[name]();
    const { params } = call;
    const present = await send(reader, params ? { params } : {});
    expect(present).toMatchObject({ status: 200, tag: expect.stringMatching(/^"[\w-]{22}"$/) });
    const late = await send(name, call, { 'if-match': '"of-another-state"' });
    expect(late).toMatchObject({ status: 412, body: { code: 'precondition-failed' } });
    // A job goes on by itself meanwhile; and one more of each kind would show nothing.
    if (reader === 'getJob' || isJob(name)) return;
    expect(late.body['current']).toEqual(present.body);
    const known = await send(reader, params ? { params } : {}, { 'if-none-match': present.tag ?? '' });
    expect(known.status).toBe(304);
    const done = await send(name, call, { 'if-match': `"of-another-state", ${present.tag}` });
    expect(done.status, JSON.stringify(done.body)).toBe(operationOf(name).status ?? 200);
  });

  it.each(versioned)('%s is refused on another version, and told the present one', async (name) => {
    const { params, query, body } = await calls[name]();
    const present = Number(body?.['version'] ?? query?.['version']);
    const stale = { version: present + 1 };
    const call = {
      ...(params && { params }),
      ...(query && { query: stale }),
      ...(body && { body: { ...body, ...stale } }),
    };
    const refused = await send(name, call);
    expect(refused).toMatchObject({ status: 409, body: { code: 'version-conflict', current: { version: present } } });
  });
});

describe('what is done in the background', () => {
  it('is done, every kind of it', async () => {
    expect(begun).toHaveLength(NAMES.filter(isJob).length);
    const states = [];
    for (const { id, kind } of begun) {
      const { state, error } = await ended(id);
      states.push([kind, error ?? state]);
    }
    expect(states).toEqual(begun.map(({ kind }) => [kind, 'done']));
  });

  it('goes on after a restart, unless it was cancelled', async () => {
    const names = ['checkMemory', 'pretranslateProject', 'importFile', 'replaceInMemory'] as const;
    const asked: Call[] = [];
    for (const name of names) asked.push(await calls[name]());
    const jobs: Record<string, unknown>[] = [];
    for (const [place, name] of names.entries()) jobs.push((await send(name, asked[place] ?? {})).body);
    const last = { params: { id: Number(jobs.at(-1)?.['id']) } };
    expect((await send('cancelJob', last)).status).toBe(200);
    // It waits for the others and so ends at once; on a busy machine it may have been done already.
    const left = (await ended(last.params.id)).state;
    await stop();
    await start();
    const states = [];
    for (const { id } of jobs) states.push((await ended(id)).state);
    expect(states).toEqual(['done', 'done', 'done', left]);
  }, 60_000);
});
