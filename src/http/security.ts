import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import { CalqueError } from '../../memory/model/errors.ts';
import { isLoopback } from '../config.ts';

/**
 * Headers that keep a page to itself: no scripts or styles but our own files, no framing, no guessing of types.
 * The nonce is for the style elements that the text editor makes while it runs.
 */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  const nonce = randomBytes(16).toString('base64');
  response.locals['nonce'] = nonce;
  response.set({
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  next();
};

/**
 * Turns away requests that name another host than a loopback one, or that of the server's own address: a page elsewhere
 * that had its own name point at this machine (DNS rebinding) is not let in.
 */
export function onlyKnownHosts(publicUrl: string | undefined): RequestHandler {
  const known = publicUrl === undefined ? undefined : new URL(publicUrl).host;
  return (request, _response, next) => {
    const named = (request.headers.host ?? '').toLowerCase();
    const host = named.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
    if (named === known || isLoopback(host)) return next();
    next(
      new CalqueError('forbidden-origin', `This server does not answer to the name “${host.slice(0, 100)}”.`, {
        where: 'Host',
      }),
    );
  };
}

/**
 * Turns away writes that another site's page makes a browser send. Programs, which send no such headers, pass.
 * @param publicUrl what pages of ours are called where a proxy stands before the server
 */
export const onlySameOriginWrites =
  (publicUrl: string | undefined): RequestHandler =>
  (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next();
    const { origin } = request.headers;
    const site = request.headers['sec-fetch-site'];
    const foreignOrigin = origin !== undefined && origin !== publicUrl && !sameHost(origin, request.headers.host);
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    if (foreignOrigin || foreignSite) {
      return next(
        new CalqueError('forbidden-origin', 'Changes are only taken from Calque’s own pages.', { where: 'Origin' }),
      );
    }
    next();
  };

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
