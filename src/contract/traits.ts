import type { Operation } from './contract.ts';
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
