import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { CalqueError } from '../../memory/model/errors.ts';

/** The tag of a state, as a caller is given it and sends it back: a hash of its JSON. */
export function etagOf(json: string): string {
  return `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
}

/** A tag as it is compared: what makes it weak aside. */
function strong(tag: string): string {
  return tag.replace(/^W\//, '');
}

/** Whether a reader has what is tagged so already, and is answered 304. */
export function isKnown(request: Request, tag: string): boolean {
  const { 'if-none-match': header } = request.headers;
  return (request.method === 'GET' || request.method === 'HEAD') && header !== undefined && names(header, tag);
}

/** Whether a header `If-Match` or `If-None-Match` holds the tag; weak ones match as the strong ones they are of. */
function names(header: string, tag: string): boolean {
  return header.split(',').some((one) => one.trim() === '*' || strong(one.trim()) === strong(tag));
}

/**
 * Holds `If-Match` against what is there now.
 * @param read gives the present state; absent where there is nothing that a tag could be of
 * @throws CalqueError `precondition-failed` with the state as `current`; `bad-request` without `read`; what `read` throws
 */
export async function checkIfMatch(request: Request, read: (() => Promise<unknown>) | undefined): Promise<void> {
  const { 'if-match': header } = request.headers;
  if (header === undefined) return;
  if (read === undefined) throw new CalqueError('bad-request', 'If-Match is not taken here.', { where: 'If-Match' });
  const current = await read();
  if (names(header, etagOf(JSON.stringify(current)))) return;
  throw new CalqueError('precondition-failed', 'It is no longer as the tag in If-Match says.', {
    where: 'If-Match',
    current,
  });
}
