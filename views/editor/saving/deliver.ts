import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { Segment } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import { ProblemError } from '../../../src/contract/client.ts';
import type { Change } from './change.ts';

/** What became of a change that was sent. */
export type Delivered =
  | { readonly kind: 'taken'; readonly segment: Segment }
  | { readonly kind: 'conflict'; readonly theirs: Segment }
  /** `draftStands`: it may not be confirmed, but can be saved. `lost`: its segment cannot be had any more. */
  | { readonly kind: 'refused'; readonly message: string; readonly draftStands: boolean; readonly lost: boolean }
  /** No answer, a server in trouble, or nobody signed in, which is then named: to be tried again. */
  | { readonly kind: 'unreachable'; readonly trouble?: ErrorCode };

export type Deliver = (change: Change) => Promise<Delivered>;

/** A request that outlives its page may carry 64 KiB; this leaves room for what is around the text. */
const MOST_KEPT_ALIVE = 50_000;

/**
 * Sends changes by the API.
 * @param leaving whether the page is being left, so that the request must outlive it
 * @param tellError puts an error into the words of the interface
 */
export function deliverBy(
  call: Client,
  leaving: () => boolean,
  tellError: (code: ErrorCode, detail: string) => string,
): Deliver {
  return async (change) => {
    const { segmentId, kind, target, source, version } = change;
    const params = { id: segmentId };
    const body = { version, target: [...target], origin: source.origin ?? { kind: 'human' as const } };
    const options = { keepalive: leaving() && JSON.stringify(body).length < MOST_KEPT_ALIVE };
    try {
      if (kind === 'save') return taken(await call('saveSegment', { params, body }, options));
      if (kind === 'confirm') return taken((await call('confirmSegment', { params, body }, options)).segment);
      return taken(await call('unconfirmSegment', { params, body: { version } }, options));
    } catch (error) {
      return failed(error, tellError);
    }
  };
}

/** What is wrong with the moment, not with the change. */
const PASSING: ReadonlySet<ErrorCode> = new Set(['not-signed-in', 'too-many-requests']);

function taken(segment: Segment): Delivered {
  return { kind: 'taken', segment };
}

function failed(error: unknown, tellError: (code: ErrorCode, detail: string) => string): Delivered {
  if (!(error instanceof ProblemError)) return { kind: 'unreachable' };
  const { code, detail, current, status } = error.problem;
  if (status >= 500 || PASSING.has(code)) return { kind: 'unreachable', trouble: code };
  if (code === 'version-conflict' && current !== undefined) return { kind: 'conflict', theirs: current as Segment };
  return {
    kind: 'refused',
    message: tellError(code, detail),
    draftStands: code === 'read-only-memory' || code === 'empty-text',
    lost: code === 'not-found' || code === 'forbidden',
  };
}
