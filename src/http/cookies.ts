import type { Request, Response } from 'express';

/** How long a choice is kept, in seconds: a year. */
const KEPT_FOR = 365 * 24 * 60 * 60;

/** The value of a cookie that a request sends. */
export function cookieOf({ headers }: Pick<Request, 'headers'>, wanted: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === wanted)?.[1];
}

/** Has a browser keep something for a year that is no secret and gives no right. Neither name nor value may need quoting. */
export function keepCookie(response: Response, name: string, value: string): void {
  response.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${KEPT_FOR}; SameSite=Lax`);
}
