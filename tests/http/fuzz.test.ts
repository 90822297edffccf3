import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES } from '../../src/contract/routes.ts';
import type { ServedApi } from '../support/api.ts';
import { serveApi } from '../support/api.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { JsonSchema } from '../support/schema-values.ts';
import { valuesOf } from '../support/schema-values.ts';

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

interface Described {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Requests for each operation; `CALQUE_FUZZ` asks for more. */
const EACH = Number(process.env['CALQUE_FUZZ'] ?? 8);
const SEED = 20_261_122;
/** Longer than this no request may take, in milliseconds: the bound is of what hangs, not of what is slow. */
const UNBOUNDED = 20_000;

let api: ServedApi;
let schemas: JsonSchema;
let operations: readonly { readonly method: string; readonly path: string; readonly described: Described }[];

beforeAll(async () => {
  api = await serveApi();
  await api.call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
  const { id } = await api.call('createProject', {
    body: { name: 'Quai', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  await api.call('addProjectDocument', { params: { id }, body: { name: 'Quai', text: HARBOUR.followUp } });
  const document = (await api.call('openapi', {})) as {
    paths: Record<string, Record<string, Described>>;
    components: { schemas: JsonSchema };
  };
  schemas = document.components.schemas;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({ method: method.toUpperCase(), path, described })),
  );
});
afterAll(() => api?.stop());

interface Sent {
  readonly values: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  readonly type: string | undefined;
}

function requests({ parameters = [], requestBody }: Described): fc.Arbitrary<Sent> {
  const values = Object.fromEntries(parameters.map(({ name, schema }) => [name, valuesOf(schema, schemas)]));
  const required = parameters.filter((one) => one.required).map(({ name }) => name);
  const types = Object.entries(requestBody?.content ?? {});
  const body = fc.oneof(
    ...(types.length === 0
      ? [fc.constant({ body: undefined, type: undefined })]
      : types.map(([type, { schema }]) =>
          fc.record({ type: fc.constant(type), body: schema ? valuesOf(schema, schemas) : fc.string() }),
        )),
  );
  return fc
    .tuple(fc.record(values, { requiredKeys: required }), body)
    .map(([given, { body: content, type }]) => ({ values: given, body: content, type: type as string | undefined }));
}

async function send(method: string, path: string, parameters: readonly Parameter[], { values, body, type }: Sent) {
  const url = new URL(api.url);
  const inPath = (name: string) => encodeURIComponent(wellFormed(String(values[name]))) || '%20';
  url.pathname = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => inPath(name));
  const headers = new Headers(type === undefined ? {} : { 'content-type': type });
  for (const { name, in: place } of parameters) {
    const value = values[name];
    if (value === undefined || place === 'path') continue;
    if (place === 'query') url.searchParams.set(name, wellFormed(String(value)));
    else headers.set(name, encodeURIComponent(wellFormed(String(value))).slice(0, 200));
  }
  return fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(UNBOUNDED),
    ...(type !== undefined && { body: type === 'application/json' ? JSON.stringify(body) : String(body) }),
  });
}

/** `encodeURIComponent` takes no lone surrogates, and no client can send them. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\uFFFD');
}

describe('whatever is sent to', () => {
  it.each(Object.keys(ROUTES))(
    '%s, the answer is one that is documented, and no fault of the server’s',
    async (name) => {
      const operation = operations.find(({ described }) => described.operationId === name);
      if (operation === undefined) throw new Error(`${name} is not described.`);
      const { method, path, described } = operation;
      const documented = Object.keys(described.responses).map(Number);
      for (const sent of fc.sample(requests(described), { numRuns: EACH, seed: SEED })) {
        const response = await send(method, path, described.parameters ?? [], sent);
        const stream = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
        const answer = stream ? '' : await response.text();
        if (stream) await response.body?.cancel();
        const what = `${method} ${response.url} ${JSON.stringify(sent).slice(0, 400)} → ${response.status} ${answer.slice(0, 300)}`;
        expect(response.status, what).toBeLessThan(500);
        expect([...documented, 304], what).toContain(response.status);
      }
    },
    60_000 + EACH * 1_000,
  );

  it('leaves the server as ready as before, with nothing in its log', async () => {
    expect((await api.call('health', {})).status).toBe('ok');
    expect(api.errors()).toBe('');
  });
});
