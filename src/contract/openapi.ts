import { z } from 'zod';
import { ERRORS } from '../../memory/model/errors.ts';
import { areaOf } from './areas.ts';
import { CONTRACT } from './contract.ts';
import { exampleOf } from './examples.ts';
import type { Operation } from './operations/operation.ts';
import { RIGHTS } from './rights.ts';
import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';
import { errorsOf, readerOf, takesKey } from './traits.ts';

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

type Json = Record<string, unknown>;

/** How somebody is known, where the installation has accounts. */
const SECURITY = {
  key: { type: 'http', scheme: 'bearer', description: 'An API key' },
  session: { type: 'apiKey', in: 'cookie', name: 'calque.session_token', description: 'Of who signed in on the page' },
} as const;

/** The contract as an OpenAPI 3.1 document. */
export function openApi(version: string): Json {
  const paths: Record<string, Json> = {};
  const schemas: Json = {};
  schema(problem, 'output', schemas);
  for (const name of Object.keys(ROUTES) as OperationName[]) {
    const { method, path } = ROUTES[name];
    const template = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[template] = { ...paths[template], [method.toLowerCase()]: describe(name, CONTRACT[name], schemas) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Calque',
      version,
      description: 'A translation memory for French and English news.',
      license: { name: 'MIT' },
    },
    security: [{ key: [] }, { session: [] }],
    paths,
    components: { schemas, securitySchemes: SECURITY },
  };
}

function describe(name: OperationName, operation: Operation, schemas: Json): Json {
  const example = exampleOf(name);
  const parameters = [
    ...parametersOf(operation.params, 'path', schemas, example.params),
    ...parametersOf(operation.query, 'query', schemas, example.query),
    ...headersOf(name, operation),
  ];
  return {
    operationId: name,
    tags: [areaOf(name)],
    summary: operation.summary,
    ...(RIGHTS[name].role === 'anyone' ? { security: [] } : { 'x-right': RIGHTS[name] }),
    ...(parameters.length > 0 && { parameters }),
    ...requestBody(operation, schemas, example.body),
    responses: { [operation.status ?? 200]: success(operation, schemas), ...failures(name, operation) },
  };
}

function parametersOf(
  given: z.ZodType | undefined,
  place: 'path' | 'query',
  schemas: Json,
  examples: Readonly<Json> = {},
): readonly unknown[] {
  if (given === undefined) return [];
  const { properties = {}, required = [] } = schema(given, 'input', schemas) as {
    properties?: Json;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(examples[name] !== undefined && { example: examples[name] }),
  }));
}

/** The headers that an operation heeds, none of them needed. */
export function headersOf(name: OperationName, operation: Operation) {
  const header = (header: string, description: string) => ({
    name: header,
    in: 'header',
    required: false,
    description,
    schema: { type: 'string' },
  });
  return [
    ...(takesKey(name, operation)
      ? [
          header(
            'Idempotency-Key',
            'Any 8 to 200 signs. Sent again within 24 hours with the same request, it is answered as it was, and nothing is done twice',
          ),
        ]
      : []),
    ...(readerOf(name)
      ? [
          header(
            'If-Match',
            'The ETag of the state that is to be changed, or that it is done to; 412 when there is another',
          ),
        ]
      : []),
  ];
}

function requestBody({ body, accepts }: Operation, schemas: Json, example: unknown): Json {
  if (accepts)
    return { requestBody: { required: true, content: Object.fromEntries(accepts.map((type) => [type, {}])) } };
  if (body === undefined) return {};
  return {
    requestBody: {
      required: true,
      content: { 'application/json': { schema: schema(body, 'input', schemas), example } },
    },
  };
}

function success({ summary, answer, produces, lines, events }: Operation, schemas: Json): Json {
  if (produces) {
    const content = {
      ...(lines && { schema: schema(lines, 'output', schemas) }),
      ...(events && { 'x-events': eventSchemas(events, schemas) }),
    };
    return { description: summary, content: Object.fromEntries(produces.map((type) => [type, content])) };
  }
  if (answer === undefined) return { description: 'Done' };
  return { description: summary, content: { 'application/json': { schema: schema(answer, 'output', schemas) } } };
}

/** OpenAPI has no words for events: each one’s name with the schema of its data. */
function eventSchemas(events: Readonly<Record<string, z.ZodType>>, schemas: Json): Json {
  return Object.fromEntries(Object.entries(events).map(([name, data]) => [name, schema(data, 'output', schemas)]));
}

function failures(name: OperationName, operation: Operation): Json {
  const byStatus: Record<string, string[]> = {};
  for (const code of errorsOf(name, operation)) {
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

/** A schema for its place in the document; what it shares with others goes to `shared`, for zod points within one schema. */
export function schema(type: z.ZodType, io: 'input' | 'output', shared: Json): Json {
  const {
    $schema: _dialect,
    $defs = {},
    ...rest
  } = z.toJSONSchema(type, { io, unrepresentable: 'any', reused: 'inline' });
  Object.assign(shared, inDocument($defs));
  return inDocument(rest);
}

function inDocument(schemas: object): Json {
  return JSON.parse(JSON.stringify(schemas).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
