import type { Response } from 'express';
import type { VNode } from 'preact';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Actor } from '../../../memory/store/store.ts';
import type { PageContext } from '../../../views/assets.ts';
import { PATHS } from '../../../views/paths.ts';
import type { Clock } from '../../services/clock.ts';
import { actorAt } from '../../services/clock.ts';
import { callerOf } from '../identify.ts';

/** Sends a page that is given what every page needs. */
export type SendPage = (response: Response, page: (context: PageContext) => VNode, status?: number) => void;

/**
 * The identity in a page's address.
 * @throws CalqueError `not-found` when it is none
 */
export function identityIn(text: string | string[] | undefined): number {
  const id = Number(text);
  if (/^\d{1,15}$/.test(String(text)) && id > 0) return id;
  throw new CalqueError('not-found', 'There is no page at this address.');
}

/** A path on this server; anything else leads to the first page. */
export function pathWithin(address: string): string {
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(address) ? address : PATHS.projects;
}

/** The present moment with whoever sent a form. */
export function actorOf(response: Response, clock: Clock): Actor {
  return actorAt(clock, callerOf(response).name);
}
