import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import express from 'express';
import type { z } from 'zod';
import { CalqueError } from '../../memory/model/errors.ts';
import type { CallAnswer } from '../contract/client.ts';
import type { Contract, Operation } from '../contract/contract.ts';
import { CONTRACT } from '../contract/contract.ts';
import type { OperationName } from '../contract/routes.ts';
import { ROUTES } from '../contract/routes.ts';
import { creates, readerOf } from '../contract/traits.ts';
import { wording } from '../contract/wording.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { Once } from '../services/once.ts';
import { checkIfMatch, etagOf, isKnown } from './preconditions.ts';
import { nameOperation } from './request-id.ts';

type Parsed<O, K extends string, Name extends string> = K extends keyof O
  ? O[K] extends z.ZodType
    ? { readonly [P in Name]: z.output<O[K]> }
    : unknown
  : unknown;

/** What a handler is given: the parts of the request that the contract names, checked. */
export type HandlerInput<O extends OperationName> = Parsed<Contract[O], 'params', 'params'> &
  Parsed<Contract[O], 'query', 'query'> &
  Parsed<Contract[O], 'body', 'body'> &
  (Contract[O] extends { readonly streamed: true }
    ? { readonly stream: Readable }
    : Contract[O] extends { readonly accepts: readonly string[] }
      ? { readonly file: Uint8Array }
      : unknown);

/** What is answered that is not JSON. */
export interface Download {
  readonly mediaType: string;
  /** Under which name it is saved, where it is a file. */
  readonly fileName?: string;
  /** The text, its pieces in order, or a stream that goes on as it likes; bytes where it has an encoding of its own. */
  readonly body: string | Uint8Array | AsyncIterable<string> | Readable;
  /** Stays as long as the answer would be the same: who has it is answered 304. */
  readonly tag?: string;
  /** What else there is to say of it, as JSON in the header `Calque-Report`. */
  readonly report?: unknown;
}

type HandlerAnswer<O extends OperationName> = Contract[O] extends { readonly produces: readonly string[] }
  ? Download
  : CallAnswer<O>;

/** One handler an operation; the compiler sees to it that none is missing. */
export type Handlers = { readonly [O in OperationName]: (input: HandlerInput<O>) => Promise<HandlerAnswer<O>> };

/** The largest body of JSON, and the largest file. */
const LIMITS = { json: '12mb', file: '64mb' } as const;

/** What operations share. */
interface OperationParts {
  readonly once: Once;
  readonly clock: Clock;
}

/** Puts every operation of the contract on a router: reads and checks the request, calls the handler, sends the answer. */
export function mountOperations(router: Router, { once, clock }: OperationParts, handlers: Handlers): void {
  const handlerOf = (name: OperationName) => handlers[name] as (input: unknown) => Promise<unknown>;
  for (const name of Object.keys(ROUTES) as OperationName[]) {
    const { method, path } = ROUTES[name];
    const operation: Operation = CONTRACT[name];
    const handler = handlerOf(name);
    const reader = readerOf(name);
    const verb = method.toLowerCase() as Lowercase<typeof method>;
    router[verb](path, ...bodyReaders(operation), async (request, response) => {
      nameOperation(response, name);
      const input = readInput(operation, request);
      await checkIfMatch(request, reader && (() => handlerOf(reader)(readInput(CONTRACT[reader], request))));
      const key = creates(operation) ? requestKey(request) : undefined;
      const answer =
        key === undefined
          ? handler(input)
          : once.run(key, [name, ...askedBy(request, input)], actorAt(clock), () => handler(input));
      await send(response, operation, await answer);
    });
  }
  refuseOtherMethods(router);
}

function bodyReaders(operation: Operation) {
  if (operation.streamed) return [];
  if (operation.accepts) return [express.raw({ type: [...operation.accepts], limit: LIMITS.file })];
  return operation.body
    ? [express.json({ limit: LIMITS.json, strict: false, type: 'application/json', verify: refuseOtherThanUtf8 })]
    : [];
}

/** Without this, bytes that are no UTF-8 would be stored as replacement characters. */
function refuseOtherThanUtf8(_request: unknown, _response: unknown, body: Buffer, charset: string): void {
  if (charset === 'utf-8' && !isUtf8(body)) throw Object.assign(new Error('not UTF-8'), { type: 'charset.invalid' });
}

function readInput(operation: Operation, request: Request): Readonly<Record<string, unknown>> {
  return {
    ...(operation.params && { params: check(operation.params, request.params, 'path') }),
    ...(operation.query && { query: check(operation.query, queryOf(operation, request), 'query') }),
    ...(operation.body && { body: check(operation.body, jsonBody(request), 'body') }),
    ...(operation.accepts && bodyOf(request, operation, operation.accepts)),
  };
}

/** A browser that connects again says in a header what it heard last, and repeats the address it began with. */
function queryOf(operation: Operation, request: Request): unknown {
  const heard = operation.events && request.headers['last-event-id'];
  return heard === undefined ? request.query : { ...request.query, after: heard };
}

function jsonBody(request: Request): unknown {
  if (request.is('application/json')) return request.body;
  throw new CalqueError('unsupported-media-type', 'Send the body as application/json.', { where: 'Content-Type' });
}

function bodyOf(request: Request, { streamed }: Operation, accepted: readonly string[]) {
  if (!streamed) return { file: fileBody(request, accepted) };
  if (request.is([...accepted]) || request.headers['content-type'] === undefined) return { stream: request };
  throw new CalqueError('unsupported-media-type', `Send the file itself as the body, as ${accepted.join(', ')}.`, {
    where: 'Content-Type',
  });
}

function fileBody(request: Request, accepted: readonly string[]): Uint8Array {
  if (Buffer.isBuffer(request.body)) return request.body;
  throw new CalqueError('unsupported-media-type', `Send the file itself as the body, as ${accepted.join(', ')}.`, {
    where: 'Content-Type',
  });
}

/** @throws CalqueError `bad-request` (or the code an issue carries) naming every field that is wrong */
function check(schema: z.ZodType, value: unknown, part: 'path' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value, { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => ({
    where: [part, ...issue.path].join('.'),
    message: issue.message,
  }));
  const [first] = issues;
  const language = parsed.error.issues.every(
    (issue) => issue.code === 'custom' && issue.params?.['code'] === 'unknown-language',
  );
  throw new CalqueError(language ? 'unknown-language' : 'bad-request', `${first?.where} ${first?.message}.`, {
    ...(first && { where: first.where }),
    issues,
  });
}

async function send(response: Response, operation: Operation, answer: unknown): Promise<void> {
  if (operation.produces) {
    const { mediaType, fileName, body, report, tag } = answer as Download;
    if (tag !== undefined) {
      response.set({ etag: tag, 'cache-control': 'no-cache' });
      if (isKnown(response.req, tag)) return void response.status(304).end();
    }
    if (report !== undefined) response.set('calque-report', asciiJson(report));
    if (body instanceof Uint8Array) return void response.attachment(fileName).type(mediaType).send(Buffer.from(body));
    const stream =
      body instanceof Readable ? body : Readable.from(await begun(typeof body === 'string' ? [body] : body));
    if (fileName !== undefined) response.attachment(fileName);
    // A stream is of the moment: neither a cache nor a proxy is to keep it back.
    if (body instanceof Readable) response.set({ 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    response.type(`${mediaType}; charset=utf-8`);
    await pipeline(stream, response);
    return;
  }
  response.status(operation.status ?? 200);
  if (operation.status === 204) return void response.end();
  const json = JSON.stringify(answer);
  if (response.req.method !== 'POST') {
    const tag = etagOf(json);
    response.set('etag', tag);
    // Express would not answer so to `fetch`, which sends `no-cache` along with a tag of its caller's.
    if (isKnown(response.req, tag)) return void response.status(304).end();
  }
  response.type('application/json').send(json);
}

/** A header holds ASCII alone. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replaceAll(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Waits for the first piece, so that what fails before it is still answered as an error. */
async function begun(pieces: AsyncIterable<string> | Iterable<string>): Promise<AsyncIterable<string>> {
  const rest = (async function* () {
    yield* pieces;
  })();
  const first = await rest.next();
  return (async function* () {
    if (first.done) return;
    yield first.value;
    yield* rest;
  })();
}

/** A path that exists with another method answers 405 and names the methods it has. */
function refuseOtherMethods(router: Router): void {
  const routes = Object.values(ROUTES);
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method);
    router.all(path, (request, response) => {
      response.set('allow', allowed.join(', '));
      throw new CalqueError(
        'method-not-allowed',
        `${request.method} is not offered here; there is ${allowed.join(', ')}.`,
        {
          where: request.baseUrl + request.path,
        },
      );
    });
  }
}

/** What tells one request from another under the same key; a body that is read as it comes is known by its length alone. */
function askedBy(request: Request, input: Readonly<Record<string, unknown>>): readonly unknown[] {
  return Object.values(input).map((part) => (part instanceof Readable ? request.get('content-length') : part));
}

/** @throws CalqueError `bad-request` */
function requestKey(request: Request): string | undefined {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{8,200}$/.test(key)) return key;
  throw new CalqueError('bad-request', 'An Idempotency-Key has 8 to 200 letters, digits or signs.', {
    where: 'Idempotency-Key',
  });
}
