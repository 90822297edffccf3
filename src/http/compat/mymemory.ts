import type { Request, Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { contentFromText, contentText } from '../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { canonicalTag, languageOf } from '../../../memory/model/language.ts';
import type { Match } from '../../../memory/model/match.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { LookupRequest } from '../../contract/lookup.ts';
import { RIGHTS } from '../../contract/rights.ts';
import type { Access } from '../../services/access.ts';
import { checkFirst } from '../../services/access.ts';
import type { Caller } from '../../services/caller.ts';
import type { Clock } from '../../services/clock.ts';
import { actorAt } from '../../services/clock.ts';
import type { Lookup } from '../../services/lookup.ts';
import { directionOf } from '../../services/lookup.ts';
import { HOUSE_MEMORY, memoryNamed } from '../../services/memories.ts';
import { requireWhole } from '../../services/missing.ts';
import type { Units } from '../../services/units.ts';
import { callerOf } from '../identify.ts';

interface Parts {
  readonly store: Store;
  readonly access: Access;
  readonly lookup: Lookup;
  readonly units: Units;
  readonly clock: Clock;
}

/** MyMemory itself gives little that is farther off. */
const LOWEST_RATE = 50;
const MOST_MATCHES = 10;

const langpair = z.string().transform((pair, context) => {
  const [source, target, ...more] = pair.split('|').map((tag) => canonicalTag(tag));
  if (source !== undefined && target !== undefined && more.length === 0) return { source, target };
  context.addIssue({ code: 'custom', message: 'must be two of en and fr with | between' });
  return z.NEVER;
});
const getQuery = z.object({ q: z.string().min(1).max(20_000), langpair });
const setQuery = z.object({ seg: z.string().min(1).max(20_000), tra: z.string().min(1).max(20_000), langpair });

/** The `get` and `set` of MyMemory's protocol, for the clients that speak it. */
export function myMemoryRouter({ store, access, lookup, units, clock }: Parts): Router {
  const router = express.Router();
  router.use((_request, response, next) => {
    checkFirst(callerOf(response), RIGHTS.lookup);
    next();
  });

  router.get('/get', async (request, response) => {
    const { q, langpair: pair } = read(getQuery, request.query);
    const wanted: LookupRequest = {
      text: contentFromText(q),
      sourceLanguage: pair.source,
      targetLanguage: pair.target,
      minimumRate: LOWEST_RATE,
      limit: MOST_MATCHES,
      tiers: ['matches'],
    };
    const { body } = await access.check(callerOf(response), RIGHTS.lookup, { body: wanted });
    // Their answers have no place to say what is missing.
    const { matches } = requireWhole(await lookup.lookup(body as LookupRequest));
    const rows = matches.map((match) => rowOf(match, pair.source, pair.target));
    const [best] = rows;
    response.json({
      responseData: { translatedText: best?.translation ?? '', match: best?.match ?? 0 },
      quotaFinished: false,
      mtLangSupported: null,
      responseDetails: '',
      responseStatus: 200,
      responderId: null,
      exception_code: null,
      matches: rows,
    });
  });

  const set = async (request: Request, caller: Caller, given: unknown) => {
    refuseBrowsers(request);
    await access.check(caller, RIGHTS.importArticle, { body: { memory: HOUSE_MEMORY } });
    const { seg, tra, langpair: pair } = read(setQuery, given);
    directionOf(pair.source, pair.target);
    const source = { language: pair.source, content: contentFromText(seg) };
    const target = { language: pair.target, content: contentFromText(tra) };
    const unit = languageOf(pair.source) === 'fr' ? { fr: source, en: target } : { fr: target, en: source };
    const actor = actorAt(clock, caller.name);
    const { id } = await memoryNamed(store, HOUSE_MEMORY, actor);
    const { unitIds } = await units.add(id, [unit], actor);
    return { responseData: 'OK', responseStatus: 200, responseDetails: unitIds };
  };
  router.get(
    '/set',
    async (request, response) => void response.json(await set(request, callerOf(response), request.query)),
  );
  router.post('/set', express.urlencoded({ limit: '100kb', extended: false }), async (request, response) => {
    response.json(await set(request, callerOf(response), { ...request.query, ...request.body }));
  });
  return router;
}

/** `set` writes by GET: a page of another site could make a browser ask for its address, which programs alone may. */
function refuseBrowsers({ headers }: Request): void {
  if (headers['sec-fetch-site'] === undefined && headers.origin === undefined) return;
  throw new CalqueError('forbidden-origin', 'This address is for programs, not for pages.', { where: 'Origin' });
}

function read<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join('.') ?? '';
  throw new CalqueError('bad-request', `${where}: ${issue?.message}.`, { where });
}

/** A match as MyMemory writes one. Its quality is what it says of a translation, from 0 to 100 as text. */
function rowOf(match: Match, source: LanguageTag, target: LanguageTag) {
  const by = match.provenance.translator ?? match.provenance.publication ?? 'Calque';
  return {
    id: String(match.unitId),
    segment: contentText(match.source),
    translation: contentText(match.target),
    source,
    target,
    quality: match.status === 'draft' ? '50' : '74',
    reference: match.provenance.url ?? null,
    'usage-count': 1,
    subject: 'All',
    'created-by': by,
    'last-updated-by': by,
    'create-date': moment(match.createdAt),
    'last-update-date': moment(match.changedAt),
    match: Math.min(match.rate, 100) / 100,
  };
}

function moment(instant: string): string {
  return instant.slice(0, 19).replace('T', ' ');
}
