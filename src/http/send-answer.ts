import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { Operation } from '../contract/operations/operation.ts';
import { etagOf, isKnown } from './preconditions.ts';

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

/** Sends what a handler gave: JSON, a {@link Download}, or 304 to who has it already. */
export async function sendAnswer(response: Response, operation: Operation, answer: unknown): Promise<void> {
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
