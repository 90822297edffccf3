import type { z } from 'zod';
import type { ErrorCode, ErrorDetails } from '../../memory/model/errors.ts';
import type { Contract } from './contract.ts';
import type { OperationName } from './routes.ts';
import { pathOf, ROUTES } from './routes.ts';

type In<T> = T extends z.ZodType ? z.input<T> : never;
type Out<T> = T extends z.ZodType ? z.output<T> : undefined;
type Part<O, K extends string, Name extends string> = K extends keyof O ? { readonly [P in Name]: In<O[K]> } : unknown;

/** What an operation is called with: its path parameters, query and body, each where it has one. */
export type CallInput<O extends OperationName> = Part<Contract[O], 'params', 'params'> &
  Part<Contract[O], 'query', 'query'> &
  Part<Contract[O], 'body', 'body'>;

/** What an operation answers. */
export type CallAnswer<O extends OperationName> = Contract[O] extends { readonly answer: infer A } ? Out<A> : undefined;

/** An error as the API answers it: `application/problem+json` (RFC 9457). */
export interface Problem extends ErrorDetails {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
}

/** The server answered with an error. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export interface ClientOptions {
  /** Aborts the request. */
  readonly signal?: AbortSignal;
  /** Lets the request outlive the page, for what must be saved while it is left. */
  readonly keepalive?: boolean;
}

/** A typed caller of the API: `call('getUnit', {params: {id: 7}})`. A failure of the network rejects with `TypeError`, as fetch does. */
export type Client = <O extends OperationName>(
  operation: O,
  input: CallInput<O>,
  options?: ClientOptions,
) => Promise<CallAnswer<O>>;

/**
 * @param base the server's address without a slash at its end; empty in the browser
 * @throws ProblemError where the server answers with an error
 */
export function createClient(base = '', fetcher: typeof fetch = (...request) => fetch(...request)): Client {
  return async (operation, input, options = {}) => {
    const given = input as {
      params?: Record<string, string | number>;
      query?: Record<string, unknown>;
      body?: unknown;
    };
    const response = await fetcher(base + pathOf(operation, given.params) + queryString(given.query), {
      method: ROUTES[operation].method,
      headers: {
        accept: 'application/json',
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given.body === undefined ? {} : { body: JSON.stringify(given.body) }),
      ...options,
    });
    if (!response.ok) throw new ProblemError((await response.json()) as Problem);
    return (response.status === 204 ? undefined : await response.json()) as CallAnswer<typeof operation>;
  };
}

function queryString(query: Readonly<Record<string, unknown>> = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
