import type { ErrorCode } from '../../memory/model/errors.ts';
import type { Operation } from './operations/operation.ts';
import { RIGHTS } from './rights.ts';
import type { OperationName } from './routes.ts';
import { ROUTES } from './routes.ts';

/** What these are asked about is too long for an address: they come by POST, and make and change nothing. */
const READING: ReadonlySet<OperationName> = new Set([
  'lookup',
  'lookupBatch',
  'previewTable',
  'pretranslate',
  'validate',
]);

/** Whether an operation makes or changes something by POST, which it is to do once for each `Idempotency-Key`. */
export function takesKey(name: OperationName, { answer }: Operation): boolean {
  return ROUTES[name].method === 'POST' && answer !== undefined && !READING.has(name);
}

/**
 * The operation that reads what this one changes, or what it is done to: the one whose answer `If-Match` is about.
 * `POST /units/7/undo` is done to `/units/7`.
 */
export function readerOf(name: OperationName): OperationName | undefined {
  const { method, path } = ROUTES[name];
  if (method === 'GET') return undefined;
  const read = method === 'POST' ? /^(.+\/:id)\/[^/]+$/.exec(path)?.[1] : path;
  return (Object.keys(ROUTES) as OperationName[]).find(
    (other) => ROUTES[other].method === 'GET' && ROUTES[other].path === read,
  );
}

/** Every error that an operation may answer: its own, and those of reading a request at all. */
export function errorsOf(name: OperationName, operation: Operation): readonly ErrorCode[] {
  // A key that is not good is refused wherever it is sent, and a page of another site that writes.
  const always = ['internal', 'forbidden-origin', 'too-many-requests', 'not-signed-in'] as const;
  const role = RIGHTS[name].role === 'anyone' ? [] : (['forbidden'] as const);
  const reads = operation.body || operation.query || operation.params ? (['bad-request'] as const) : [];
  const body = operation.body ? (['not-json', 'unsupported-media-type', 'too-large'] as const) : [];
  const key = takesKey(name, operation) ? (['bad-request', 'key-reused', 'request-running'] as const) : [];
  const tag = readerOf(name) ? (['precondition-failed'] as const) : [];
  return [...new Set([...reads, ...body, ...operation.errors, ...key, ...tag, ...role, ...always])];
}
