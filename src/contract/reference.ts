import type { z } from 'zod';
import type { ErrorCode } from '../../memory/model/errors.ts';
import { ERRORS } from '../../memory/model/errors.ts';
import type { Area } from './areas.ts';
import { AREAS, areaOf } from './areas.ts';
import { CONTRACT } from './contract.ts';
import type { ExampleParts } from './examples.ts';
import { exampleOf } from './examples.ts';
import type { Field, JsonSchema, Shape } from './fields.ts';
import { fieldsOf, shapesOf } from './fields.ts';
import { headersOf, schema } from './openapi.ts';
import type { Operation } from './operations/operation.ts';
import type { Right } from './rights.ts';
import { RIGHTS } from './rights.ts';
import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';
import { errorsOf } from './traits.ts';

/** A value with a name: the data of an event, or a schema that several operations share. */
interface Named {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly meaning?: string;
}

/** An operation as a person reads of it. */
export interface OperationReference {
  readonly name: OperationName;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly (Field & { readonly place: 'path' | 'query' | 'header' })[];
  readonly body?: readonly Shape[];
  /** The media types of a body that is a file. */
  readonly accepts: readonly string[];
  readonly status: number;
  readonly answer?: readonly Shape[];
  /** The media types of an answer that is not JSON. */
  readonly produces: readonly string[];
  /** Each line of an answer in NDJSON. */
  readonly lines?: readonly Shape[];
  readonly events: readonly Named[];
  /** Who may. */
  readonly right: Right;
  readonly errors: readonly { readonly code: ErrorCode; readonly status: number }[];
  readonly example: ExampleParts;
}

/** The whole API, to be read. */
export interface Reference {
  readonly areas: readonly { readonly area: Area; readonly operations: readonly OperationReference[] }[];
  /** What the shapes of kind `named` are, by name. */
  readonly schemas: readonly Named[];
}

type Schemas = Record<string, unknown>;

export function apiReference(): Reference {
  const shared: Schemas = {};
  const operations = (Object.keys(ROUTES) as OperationName[]).map((name) => referenceOf(name, shared));
  return {
    areas: AREAS.map((area) => ({ area, operations: operations.filter(({ name }) => areaOf(name) === area) })),
    schemas: Object.entries(shared)
      .map(([name, given]) => named(name, given as JsonSchema))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function referenceOf(name: OperationName, shared: Schemas): OperationReference {
  const operation: Operation = CONTRACT[name];
  const read = (type: z.ZodType, io: 'input' | 'output') => schema(type, io, shared) as JsonSchema;
  const placed = (place: 'path' | 'query', type?: z.ZodType) =>
    type === undefined ? [] : fieldsOf(read(type, 'input')).map((field) => ({ ...field, place }));
  return {
    name,
    ...ROUTES[name],
    summary: operation.summary,
    parameters: [
      // A number in a path is coerced, for which its schema takes anything, even nothing.
      ...placed('path', operation.params).map((field) => ({ ...field, needed: true })),
      ...placed('query', operation.query),
      ...headersOf(name, operation).map(({ name: header, description }) => ({
        name: header,
        place: 'header' as const,
        needed: false,
        shapes: [{ kind: 'text' as const }],
        meaning: description,
      })),
    ],
    ...(operation.body && { body: shapesOf(read(operation.body, 'input')) }),
    accepts: operation.accepts ?? [],
    status: operation.status ?? 200,
    ...(operation.answer && { answer: shapesOf(read(operation.answer, 'output')) }),
    produces: operation.produces ?? [],
    ...(operation.lines && { lines: shapesOf(read(operation.lines, 'output')) }),
    events: Object.entries(operation.events ?? {}).map(([event, data]) => named(event, read(data, 'output'))),
    right: RIGHTS[name],
    errors: errorsOf(name, operation).map((code) => ({ code, status: ERRORS[code].status })),
    example: exampleOf(name),
  };
}

function named(name: string, given: JsonSchema): Named {
  return { name, shapes: shapesOf(given), ...(given.description !== undefined && { meaning: given.description }) };
}
