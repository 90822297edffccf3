import { describe, expect, it } from 'vitest';
import { CONTRACT } from '../../../src/contract/contract.ts';
import { exampleOf } from '../../../src/contract/examples.ts';
import { openApi } from '../../../src/contract/openapi.ts';
import type { Operation } from '../../../src/contract/operations/operation.ts';
import { curlLine, exampleTarget } from '../../../src/contract/request-line.ts';
import { RIGHTS } from '../../../src/contract/rights.ts';
import type { OperationName } from '../../../src/contract/routes.ts';
import { ROUTES } from '../../../src/contract/routes.ts';

const NAMES = Object.keys(ROUTES) as OperationName[];

describe('the example of each operation', () => {
  it.each(NAMES)('%s: passes the schemas as it would arrive', (name) => {
    const operation: Operation = CONTRACT[name];
    const { params, query, body, file } = exampleOf(name);
    for (const [schema, value] of [
      [operation.params, arrived(params)],
      [operation.query, arrived(query ?? {})],
      [operation.body, body],
    ] as const) {
      const parsed = schema?.safeParse(value);
      expect(parsed?.error?.issues ?? []).toEqual([]);
    }
    expect(file !== undefined).toBe(operation.accepts !== undefined);
    if (query) expect(operation.query).toBeDefined();
    if (body) expect(operation.body).toBeDefined();
    expect(exampleTarget(name, exampleOf(name))).not.toContain(':');
    expect(exampleTarget(name, exampleOf(name))).not.toContain('undefined');
  });

  it('is in OpenAPI, with its body and each of its parameters', () => {
    const { paths } = openApi('1') as { paths: Record<string, Record<string, Described>> };
    for (const name of NAMES) {
      const { method, path } = ROUTES[name];
      const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const { params, query, body } = exampleOf(name);
      expect(described?.requestBody?.content['application/json']?.example, name).toEqual(body);
      const examples = Object.fromEntries(
        (described?.parameters ?? []).flatMap((one) => (one.example === undefined ? [] : [[one.name, one.example]])),
      );
      expect(examples, name).toEqual({ ...params, ...query });
    }
  });
});

describe('OpenAPI', () => {
  it('says of each operation by which right it is allowed, or that anyone may', () => {
    const { paths } = openApi('1') as { paths: Record<string, Record<string, Described>> };
    for (const name of NAMES) {
      const { method, path } = ROUTES[name];
      const described = paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const right = RIGHTS[name];
      const { 'x-right': said, security } = described ?? {};
      expect({ said, security }, name).toEqual(right.role === 'anyone' ? { security: [] } : { said: right });
      // What a right names is a part of the request that the operation has.
      for (const { at } of right.named) {
        const [part = '', field = ''] = at.split('.');
        const schema = (CONTRACT[name] as Operation)[part as 'params' | 'query' | 'body'];
        expect(schema && 'shape' in schema ? Object.keys(schema.shape as object) : [], name).toContain(field);
      }
    }
  });
});

describe('a line for a shell', () => {
  it('holds apostrophes, which would end what is quoted', () => {
    const line = curlLine('http://127.0.0.1:3000', 'addComment', {}, { params: { id: 7 }, body: { text: "l'eau" } });
    expect(line).toBe(
      `curl -X POST 'http://127.0.0.1:3000/api/v1/segments/7/comments' -H 'Content-Type: application/json' -d '{"text":"l'\\''eau"}'`,
    );
  });

  it('sends a file as it is', () => {
    const line = curlLine('http://localhost:1', 'validate', CONTRACT.validate, exampleOf('validate'));
    expect(line).toContain("--data-binary '@harbour.xlf'");
    expect(line).toContain('/api/v1/validations?name=harbour.xlf');
  });
});

interface Described {
  readonly 'x-right'?: unknown;
  readonly security?: unknown;
  readonly parameters?: readonly { readonly name: string; readonly example?: unknown }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly example?: unknown }>> };
}

/** In an address, everything is text. */
function arrived(given: Readonly<Record<string, unknown>> = {}) {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]));
}
