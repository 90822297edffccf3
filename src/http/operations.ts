import type { RequestHandler, Router } from 'express';
import type { z } from 'zod';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Actor } from '../../memory/store/store.ts';
import type { CallAnswer } from '../contract/client.ts';
import type { Contract } from '../contract/contract.ts';
import { CONTRACT } from '../contract/contract.ts';
import type { Operation } from '../contract/operations/operation.ts';
import { RIGHTS } from '../contract/rights.ts';
import type { OperationName } from '../contract/routes.ts';
import { ROUTES } from '../contract/routes.ts';
import { readerOf, takesKey } from '../contract/traits.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { SpooledFile } from '../jobs/spool.ts';
import type { Access } from '../services/access.ts';
import { checkFirst } from '../services/access.ts';
import type { Caller } from '../services/caller.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { Once } from '../services/once.ts';
import { arrived } from './arriving.ts';
import { noteMade } from './audit-log.ts';
import { callerOf } from './identify.ts';
import { checkIfMatch } from './preconditions.ts';
import { bodyReaders, readInput } from './read-input.ts';
import { nameOperation } from './request-id.ts';
import { requestKey } from './request-key.ts';
import { type Download, sendAnswer } from './send-answer.ts';

type Parsed<O, K extends string, Name extends string> = K extends keyof O
  ? O[K] extends z.ZodType
    ? { readonly [P in Name]: z.output<O[K]> }
    : unknown
  : unknown;

/** Who asks, and asks now. */
interface Asker {
  readonly caller: Caller;
  readonly actor: Actor;
}

/** What a handler is given: who asks, and the parts of the request that the contract names, checked. */
export type HandlerInput<O extends OperationName> = Asker &
  Parsed<Contract[O], 'params', 'params'> &
  Parsed<Contract[O], 'query', 'query'> &
  Parsed<Contract[O], 'body', 'body'> &
  (Contract[O] extends { readonly streamed: true }
    ? { readonly spooled: SpooledFile }
    : Contract[O] extends { readonly accepts: readonly string[] }
      ? { readonly file: Uint8Array }
      : unknown);

type HandlerAnswer<O extends OperationName> = Contract[O] extends { readonly produces: readonly string[] }
  ? Download
  : CallAnswer<O>;

/** One handler an operation; the compiler sees to it that none is missing. */
export type Handlers = { readonly [O in OperationName]: (input: HandlerInput<O>) => Promise<HandlerAnswer<O>> };

/** What operations share. */
interface OperationParts {
  readonly access: Access;
  readonly once: Once;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, 'spool'>;
}

/** Puts every operation of the contract on a router: reads and checks the request, calls the handler, sends the answer. */
export function mountOperations(router: Router, parts: OperationParts, handlers: Handlers): void {
  const { access, once, clock, jobs } = parts;
  const handlerOf = (name: OperationName) => handlers[name] as (input: unknown) => Promise<unknown>;
  for (const name of Object.keys(ROUTES) as OperationName[]) {
    const { method, path } = ROUTES[name];
    const operation: Operation = CONTRACT[name];
    const handler = handlerOf(name);
    const reader = readerOf(name);
    const verb = method.toLowerCase() as Lowercase<typeof method>;
    const right = RIGHTS[name];
    const kept = (answer: unknown) => withoutToldOnce(operation, answer);
    // Who may not, is not read either.
    const begin: RequestHandler = (_request, response, next) => {
      nameOperation(response, name);
      checkFirst(callerOf(response), right);
      next();
    };
    router[verb](path, begin, ...bodyReaders(operation), async (request, response) => {
      const caller = callerOf(response);
      const asker: Asker = { caller, actor: actorAt(clock, caller.name) };
      const input = await access.check(caller, right, readInput(operation, request));
      const read = reader && (() => handlerOf(reader)({ ...readInput(CONTRACT[reader], request), ...asker }));
      await checkIfMatch(request, read);
      const key = takesKey(name, operation) ? requestKey(request) : undefined;
      const { given, asked, drop } = await arrived(jobs.spool, input);
      let done = false;
      const work = async () => {
        const answer = await handler({ ...given, ...asker });
        done = true;
        return answer;
      };
      let made: unknown;
      try {
        made = await (key === undefined ? work() : once.run(key, [name, ...asked], asker.actor, work, kept));
      } finally {
        if (!done) await drop();
      }
      if (operation.status === 201) noteMade(response, made);
      await sendAnswer(response, operation, made);
    });
  }
  refuseOtherMethods(router);
}

/** What of an answer is kept for when the request comes again. */
function withoutToldOnce({ toldOnce = [] }: Operation, answer: unknown): unknown {
  if (toldOnce.length === 0) return answer;
  return Object.fromEntries(Object.entries(answer as object).filter(([field]) => !toldOnce.includes(field)));
}

/** A path that exists with another method answers 405 and names the methods it has. */
function refuseOtherMethods(router: Router): void {
  const routes = Object.values(ROUTES);
  for (const path of new Set(routes.map((route) => route.path))) {
    const allowed = routes.filter((route) => route.path === path).map(({ method }) => method);
    router.all(path, (request, response) => {
      response.set('allow', allowed.join(', '));
      throw new CalqueError(
        'method-not-allowed',
        `${request.method} is not offered here; there is ${allowed.join(', ')}.`,
        {
          where: request.baseUrl + request.path,
        },
      );
    });
  }
}
