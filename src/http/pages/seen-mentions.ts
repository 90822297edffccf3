import type { Request, Response } from 'express';
import type { CommentId, PlacedComment } from '../../../memory/model/comment.ts';
import { cookieOf, keepCookie } from '../cookies.ts';
import { callerOf } from '../identify.ts';

/** Of the comments that speak to whoever asks, those by others that this browser has not shown them yet. */
export function newMentions(
  mentions: readonly PlacedComment[],
  request: Request,
  response: Response,
): ReadonlySet<CommentId> {
  const { name } = callerOf(response);
  const upTo = Number(cookieOf(request, cookieFor(response)) ?? 0);
  return new Set(mentions.filter(({ id, by }) => by !== name && !(id <= upTo)).map(({ id }) => id));
}

/** Keeps in the browser that they were shown. @param mentions newest first */
export function keepSeen([newest]: readonly PlacedComment[], response: Response): void {
  if (newest !== undefined) keepCookie(response, cookieFor(response), String(newest.id));
}

/** Several people may share a browser. */
function cookieFor(response: Response): string {
  return `calque-mentions-${callerOf(response).personId ?? 'alone'}`;
}
