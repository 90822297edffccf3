import { isUtf8 } from 'node:buffer';
import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { contentFromText } from '../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { languageOf } from '../../../memory/model/language.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';
import type { LookupRequest } from '../../contract/lookup.ts';
import { RIGHTS } from '../../contract/rights.ts';
import type { Jobs } from '../../jobs/jobs.ts';
import type { Access } from '../../services/access.ts';
import { checkFirst } from '../../services/access.ts';
import type { Clock } from '../../services/clock.ts';
import { actorAt } from '../../services/clock.ts';
import type { Lookup } from '../../services/lookup.ts';
import { directionOf } from '../../services/lookup.ts';
import { HOUSE_MEMORY, memoryNamed } from '../../services/memories.ts';
import { requireWhole } from '../../services/missing.ts';
import type { Threads } from '../../services/threads.ts';
import type { Units } from '../../services/units.ts';
import { callerOf } from '../identify.ts';
import type { Address } from './address.ts';
import { readAddress } from './address.ts';
import { candidateOf, candidatesJson } from './candidates.ts';
import { keepFile } from './stored-files.ts';

/** Where the two servers that spoke the protocol had it: Translate Toolkit's tmserver, and amaGama. */
export const TMSERVER_BASES = ['/tmserver', '/amagama/api/v1'] as const;

/** What clients get that ask for nothing else. */
const DEFAULTS = { min_similarity: 70, max_candidates: 5 } as const;

/** The largest file that a store takes. */
const LARGEST_FILE = '64mb';

/** Rows at most, whatever a client asks for. */
const MOST_CANDIDATES = 50;

/** A client may ask for less than the memory can tell; it gets what there is. */
const LOWEST_RATE = 50;

export interface TmserverParts {
  readonly store: Store;
  readonly access: Access;
  readonly lookup: Lookup;
  readonly units: Units;
  readonly jobs: Jobs;
  readonly threads: Threads;
  readonly clock: Clock;
}

/**
 * The lookup protocol of tmserver and amaGama, for the clients that still speak it (Weblate, Virtaal, Okapi's connector).
 * JSONP is answered to programs alone: a page of another site is not let read the memory that way.
 */
export function tmserverRouter(parts: TmserverParts): Router {
  const router = express.Router();
  const body = express.raw({ limit: LARGEST_FILE, type: () => true });
  router.use((request, response, next) => {
    const address = readAddress(request.url.split('?', 1)[0] ?? '');
    if (address === undefined) return next();
    checkFirst(callerOf(response), RIGHTS.lookup);
    const done = (work: Promise<void>): void => void work.catch(next);
    if (request.method === 'GET') return done(answer(parts, address, request, response));
    if (request.method !== 'PUT' && request.method !== 'POST') return next(notOffered(request));
    body(request, response, (error?: unknown) =>
      error ? next(error) : done(keep(parts, address, request, response, next)),
    );
  });
  return router;
}

/** What a client asks for beyond what there is, is taken as the most there is: the servers before refused none of them. */
function within(least: number, most: number): (value: number) => number {
  return (value) => Math.min(most, Math.max(least, Math.trunc(value)));
}

const query = z.object({
  source: z.string().max(20_000).exactOptional(),
  min_similarity: z.coerce.number().transform(within(0, 100)).default(DEFAULTS.min_similarity),
  max_candidates: z.coerce.number().transform(within(1, MOST_CANDIDATES)).default(DEFAULTS.max_candidates),
  jsoncallback: z.string().exactOptional(),
  callback: z.string().exactOptional(),
});

async function answer(
  { access, lookup }: TmserverParts,
  address: Address,
  request: Request,
  response: Response,
): Promise<void> {
  const asked = query.safeParse(request.query);
  if (!asked.success) throw new CalqueError('bad-request', z.prettifyError(asked.error).split('\n')[0] ?? '');
  const wrap = wrapperOf(asked.data.jsoncallback ?? asked.data.callback);
  if (address.kind === 'languages') {
    send(response, wrap, JSON.stringify({ sourceLanguages: ['en', 'fr'], targetLanguages: ['en', 'fr'] }));
    return;
  }
  const text = address.kind === 'unit' ? (address.text ?? asked.data.source) : undefined;
  if (text === undefined || text.trim() === '')
    throw new CalqueError('not-found', 'There is no text to look up.', { where: 'source' });
  const wanted: LookupRequest = {
    text: contentFromText(text),
    sourceLanguage: address.source,
    targetLanguage: address.target,
    minimumRate: Math.max(LOWEST_RATE, Math.ceil(asked.data.min_similarity)),
    limit: asked.data.max_candidates,
    tiers: ['matches'],
  };
  const { body } = await access.check(callerOf(response), RIGHTS.lookup, { body: wanted });
  // Their answers have no place to say what is missing.
  const { matches } = requireWhole(await lookup.lookup(body as LookupRequest));
  send(response, wrap, candidatesJson(matches.map(candidateOf)));
}

const pair = z.object({ source: z.string().min(1).max(20_000), target: z.string().min(1).max(20_000) });

async function keep(
  parts: TmserverParts,
  address: Address,
  request: Request,
  response: Response,
  next: NextFunction,
): Promise<void> {
  if (address.kind === 'languages') return next(notOffered(request));
  const caller = callerOf(response);
  const actor = actorAt(parts.clock, caller.name);
  await parts.access.check(caller, RIGHTS.importArticle, { body: { memory: HOUSE_MEMORY } });
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  if (address.kind === 'store' && !isJson(bytes)) {
    directionOf(address.source, address.target);
    await keepFile(parts, address.name, bytes, actor);
    response.status(200).type('application/json').send('""');
    return;
  }
  const sent = parseJson(bytes);
  const given = address.kind === 'unit' ? z.tuple([pair]).safeParse([sent]) : z.array(pair).max(10_000).safeParse(sent);
  if (!given.success)
    throw new CalqueError('bad-request', 'Send {"source", "target"}, or a list of them to a store.', { where: 'body' });
  await store(parts, address.source, address.target, given.data, actor);
  response.status(200).type('application/json').send('""');
}

/** Whether a body is a list of pairs, and not a file: neither PO nor XML begins so. */
function isJson(bytes: Buffer): boolean {
  return /^\s*\[/.test(bytes.toString('latin1', 0, 1_000));
}

/** @throws CalqueError `not-utf8`, `not-json` */
function parseJson(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw new CalqueError('not-utf8', 'The body is not in UTF-8.', { where: 'body' });
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new CalqueError('not-json', 'The body is not well-formed JSON.', { where: 'body' }, { cause: error });
  }
}

async function store(
  { store: memories, units }: TmserverParts,
  source: LanguageTag,
  target: LanguageTag,
  pairs: readonly z.output<typeof pair>[],
  actor: Actor,
): Promise<void> {
  directionOf(source, target);
  const { id } = await memoryNamed(memories, HOUSE_MEMORY, actor);
  const given = pairs.map((one) => {
    const from = { language: source, content: contentFromText(one.source) };
    const to = { language: target, content: contentFromText(one.target) };
    return languageOf(source) === 'fr' ? { fr: from, en: to } : { fr: to, en: from };
  });
  await units.add(id, given, actor);
}

function notOffered(request: Request): CalqueError {
  return new CalqueError('method-not-allowed', `${request.method} is not offered here.`, { where: request.path });
}

type Wrap = (json: string) => string;

/** JSONP for a name that is one of JavaScript's, and nothing that could be more than a name. */
function wrapperOf(callback: string | undefined): Wrap | undefined {
  if (callback === undefined) return undefined;
  if (/^[A-Za-z_$][\w$.]{0,99}$/.test(callback)) return (json) => `${callback}(${json})`;
  throw new CalqueError('bad-request', 'The callback is not a name.', { where: 'callback' });
}

function send(response: Response, wrap: Wrap | undefined, json: string): void {
  if (wrap) response.type('application/javascript').send(wrap(json));
  else response.type('application/json').send(json);
}
