import { isUtf8 } from 'node:buffer';
import type { Request } from 'express';
import express from 'express';
import type { z } from 'zod';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Operation } from '../contract/operations/operation.ts';
import { wording } from '../contract/wording.ts';

/** The largest body of JSON, and the largest file. */
const LIMITS = { json: '12mb', file: '64mb' } as const;

/** What reads the body of an operation before its handler; none for a file that the handler takes as a stream. */
export function bodyReaders(operation: Operation) {
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

/**
 * The parts of a request that the operation has, checked.
 * @throws CalqueError `bad-request` (or the code an issue carries), `unsupported-media-type`
 */
export function readInput(operation: Operation, request: Request): Readonly<Record<string, unknown>> {
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
  if (streamed) {
    if (request.is([...accepted]) || request.headers['content-type'] === undefined) return { stream: request };
  } else if (Buffer.isBuffer(request.body)) {
    return { file: request.body };
  }
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
