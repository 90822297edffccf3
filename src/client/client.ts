/** `calque/client`: calls the API of a Calque from a program, typed by its contract. */
import type { z } from 'zod';
import type { CallAnswer, CallInput, Problem } from '../contract/client.ts';
import { ProblemError } from '../contract/client.ts';
import type { Contract } from '../contract/contract.ts';
import type { EventData, EventName } from '../contract/events.ts';
import type { OperationName } from '../contract/routes.ts';
import { pathOf, ROUTES } from '../contract/routes.ts';
import { eventsIn } from './event-stream.ts';
import { linesIn } from './ndjson.ts';

export type { CallAnswer, CallInput, OperationName, Problem };
export { ProblemError };

export interface ConnectOptions {
  /** Sent with every request: `authorization` with the key of an account, say. */
  readonly headers?: Readonly<Record<string, string>>;
  /** How often a request is sent again that the network lost; 2 by default. What creates is done once all the same. */
  readonly retries?: number;
  readonly fetch?: typeof fetch;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /**
   * Names the request, so that sending it again answers as the first time did and does nothing anew; 8 to 200 signs.
   * One is made for every request that may create something.
   */
  readonly idempotencyKey?: string;
  /** Only where the state still has this tag, as {@link Tagged.tag} gave it; `precondition-failed` otherwise. */
  readonly ifMatch?: string;
}

/** An answer with the tag of its state. */
export interface Tagged<T> {
  readonly answer: T;
  readonly tag: string;
}

/** One event of the server. */
export type HeardEvent = {
  readonly [N in EventName]: { readonly name: N; readonly data: EventData<N>; readonly id?: number };
}[EventName];

type LineOperation = {
  [O in OperationName]: Contract[O] extends { readonly lines: unknown } ? O : never;
}[OperationName];
type Line<O extends LineOperation> = Contract[O] extends { readonly lines: infer L extends z.ZodType }
  ? z.output<L>
  : never;

/** A Calque, as a program sees it. */
export interface Calque {
  /**
   * Calls an operation: `call('getUnit', {params: {id: 7}})`.
   * @throws ProblemError where the server answers with an error; with `version-conflict`, `problem.current` is the state
   *   that the caller did not know of
   */
  call<O extends OperationName>(operation: O, input: CallInput<O>, options?: CallOptions): Promise<CallAnswer<O>>;
  /** Reads with the state's tag. @param known a tag: `undefined` is answered where the state still has it */
  read<O extends OperationName>(operation: O, input: CallInput<O>): Promise<Tagged<CallAnswer<O>>>;
  read<O extends OperationName>(
    operation: O,
    input: CallInput<O>,
    known: string,
  ): Promise<Tagged<CallAnswer<O>> | undefined>;
  /** The lines of an operation that answers line by line, as they come. */
  lines<O extends LineOperation>(operation: O, input: CallInput<O>, signal?: AbortSignal): AsyncIterable<Line<O>>;
  /** The items of a listing, page after page. */
  items<O extends OperationName>(operation: O, input: CallInput<O>): AsyncIterable<ItemOf<CallAnswer<O>>>;
  /** What happens, as it happens, from after an event on. A connection that is lost is made again from where it was. */
  events(options?: { readonly after?: number; readonly signal?: AbortSignal }): AsyncIterable<HeardEvent>;
}

type ItemOf<A> = A extends { readonly items: readonly (infer I)[] } ? I : never;

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Between two tries, in milliseconds. */
const PAUSE = 200;

/** @param base the server's address without a slash at its end: `http://127.0.0.1:3000` */
export function connect(base: string, options: ConnectOptions = {}): Calque {
  const { headers: always = {}, retries = 2, fetch: fetcher = fetch } = options;

  async function send(
    operation: OperationName,
    { params, query, body }: Parts,
    headers: Readonly<Record<string, string>>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const request: RequestInit = {
      method: ROUTES[operation].method,
      headers: { ...always, ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    };
    const response = await persistently(() => fetcher(base + pathOf(operation, params) + queryString(query), request));
    if (response.ok || response.status === 304) return response;
    throw new ProblemError((await response.json()) as Problem);
  }

  /** Sends again what the network lost: it reads, or bears a key that has it done once. */
  async function persistently(attempt: () => Promise<Response>): Promise<Response> {
    for (let tries = 0; ; tries++) {
      try {
        return await attempt();
      } catch (error) {
        // `fetch` rejects so where there is no answer; being aborted is another matter.
        if (!(error instanceof TypeError) || tries >= retries) throw error;
        await new Promise((done) => setTimeout(done, PAUSE * 2 ** tries));
      }
    }
  }

  async function call<O extends OperationName>(operation: O, input: CallInput<O>, given: CallOptions = {}) {
    const key = given.idempotencyKey ?? (ROUTES[operation].method === 'POST' ? crypto.randomUUID() : undefined);
    const headers = {
      accept: 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
      ...(given.ifMatch !== undefined && { 'if-match': given.ifMatch }),
    };
    const response = await send(operation, input as Parts, headers, given.signal);
    return (response.status === 204 ? undefined : await response.json()) as CallAnswer<O>;
  }

  async function read<O extends OperationName>(operation: O, input: CallInput<O>, known?: string) {
    const headers = { accept: 'application/json', ...(known !== undefined && { 'if-none-match': known }) };
    const response = await send(operation, input as Parts, headers);
    if (response.status === 304) return undefined;
    return { answer: (await response.json()) as CallAnswer<O>, tag: response.headers.get('etag') ?? '' };
  }

  return {
    call,
    read: read as Calque['read'],

    async *lines(operation, input, signal) {
      const response = await send(operation, input as Parts, { accept: 'application/x-ndjson' }, signal);
      yield* linesIn(response) as AsyncIterable<Line<typeof operation>>;
    },

    async *items(operation, input) {
      let cursor: string | undefined;
      do {
        const given = input as Parts;
        const query = { ...given.query, ...(cursor !== undefined && { cursor }) };
        const page = (await call(operation, { ...given, query } as CallInput<typeof operation>)) as unknown as {
          readonly items: readonly ItemOf<CallAnswer<typeof operation>>[];
          readonly next?: string;
        };
        yield* page.items;
        cursor = page.next;
      } while (cursor !== undefined);
    },

    async *events({ after, signal } = {}) {
      let last = after;
      for (;;) {
        const headers = { ...(last !== undefined && { 'last-event-id': String(last) }) };
        const response = await send('events', {}, headers, signal);
        try {
          for await (const event of eventsIn(response)) {
            last = event.id ?? last;
            yield event as HeardEvent;
          }
        } catch (error) {
          if (signal?.aborted || !(error instanceof TypeError)) throw error;
        }
      }
    },
  };
}

function queryString(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
