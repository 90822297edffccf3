import { z } from 'zod';
import { ERRORS } from '../../memory/model/errors.ts';
import type { Operation } from './contract.ts';
import { CONTRACT } from './contract.ts';
import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.enum(Object.keys(ERRORS) as [string, ...string[]]),
    where: z.string().exactOptional(),
    line: z.number().int().exactOptional(),
    column: z.number().int().exactOptional(),
    current: z.unknown().exactOptional(),
    issues: z.array(z.object({ where: z.string(), message: z.string() })).exactOptional(),
  })
  .meta({ id: 'Problem' });

/** The contract as an OpenAPI 3.1 document. */
export function openApi(version: string): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(ROUTES) as OperationName[]) {
    const { method, path } = ROUTES[name];
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: describe(name, CONTRACT[name]) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Calque',
      version,
      description: 'A translation memory for French and English news.',
      license: { name: 'MIT' },
    },
    paths,
    components: { schemas: { Problem: schema(problem, 'output') } },
  };
}

function describe(name: OperationName, operation: Operation): Record<string, unknown> {
  const parameters = [...parametersOf(operation.params, 'path'), ...parametersOf(operation.query, 'query')];
  return {
    operationId: name,
    summary: operation.summary,
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(operation),
    responses: { [operation.status ?? 200]: success(operation), ...failures(operation) },
  };
}

function parametersOf(given: z.ZodType | undefined, place: 'path' | 'query'): readonly unknown[] {
  if (given === undefined) return [];
  const { properties = {}, required = [] } = schema(given, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestBody({ body, accepts }: Operation): Record<string, unknown> {
  if (accepts)
    return { requestBody: { required: true, content: Object.fromEntries(accepts.map((type) => [type, {}])) } };
  if (body === undefined) return {};
  return { requestBody: { required: true, content: { 'application/json': { schema: schema(body, 'input') } } } };
}

function success({ summary, answer, produces }: Operation): Record<string, unknown> {
  if (produces) return { description: summary, content: Object.fromEntries(produces.map((type) => [type, {}])) };
  if (answer === undefined) return { description: 'Done' };
  return { description: summary, content: { 'application/json': { schema: schema(answer, 'output') } } };
}

function failures(operation: Operation): Record<string, unknown> {
  const always = ['internal', 'forbidden-origin'] as const;
  const reads = operation.body || operation.query || operation.params ? (['bad-request'] as const) : [];
  const body = operation.body ? (['not-json', 'unsupported-media-type', 'too-large'] as const) : [];
  const codes = [...new Set([...reads, ...body, ...operation.errors, ...always])];
  const byStatus: Record<string, string[]> = {};
  for (const code of codes) {
    const status = String(ERRORS[code].status);
    byStatus[status] = [...(byStatus[status] ?? []), `\`${code}\`: ${ERRORS[code].title}`];
  }
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, titles]) => [
      status,
      {
        description: titles.join('; '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  );
}

/** Schemas stand whole where they are used: zod's shared definitions would point outside an OpenAPI document. */
function schema(type: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' });
  return rest;
}
