import type { ErrorCode } from '../../memory/model/errors.ts';
import type { Operation } from './operations/operation.ts';
import { RIGHTS } from './rights.ts';
import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';

/** Whether an operation makes something, which it is to make once for each `Idempotency-Key`. */
export function creates({ status, answer }: Operation): boolean {
  return (status === 201 || status === 202) && answer !== undefined;
}

/** The operation that reads what this one changes: the one whose answer `If-Match` is about. */
export function readerOf(name: OperationName): OperationName | undefined {
  const { method, path } = ROUTES[name];
  if (method === 'GET' || method === 'POST') return undefined;
  return (Object.keys(ROUTES) as OperationName[]).find(
    (other) => ROUTES[other].method === 'GET' && ROUTES[other].path === path,
  );
}

/** Every error that an operation may answer: its own, and those of reading a request at all. */
export function errorsOf(name: OperationName, operation: Operation): readonly ErrorCode[] {
  // A key that is not good is refused wherever it is sent, and a page of another site that writes.
  const always = ['internal', 'forbidden-origin', 'too-many-requests', 'not-signed-in'] as const;
  const role = RIGHTS[name].role === 'anyone' ? [] : (['forbidden'] as const);
  const reads = operation.body || operation.query || operation.params ? (['bad-request'] as const) : [];
  const body = operation.body ? (['not-json', 'unsupported-media-type', 'too-large'] as const) : [];
  const key = creates(operation) ? (['bad-request', 'key-reused', 'request-running'] as const) : [];
  const tag = readerOf(name) ? (['precondition-failed'] as const) : [];
  return [...new Set([...reads, ...body, ...operation.errors, ...key, ...tag, ...role, ...always])];
}
