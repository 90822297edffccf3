import type { Request, Router } from 'express';
import express from 'express';
import type { InterfaceLanguage } from '../../../views/messages/language.ts';
import { LANGUAGE_COOKIE, languageAccepted, readInterfaceLanguage } from '../../../views/messages/language.ts';
import { PAGE_MESSAGES, type PageMessages } from '../../../views/messages/pages.ts';
import { PATHS } from '../../../views/paths.ts';
import { pathWithin } from './page.ts';

/** How long a choice is kept, in seconds: a year. */
const KEPT_FOR = 365 * 24 * 60 * 60;

/** What pages say to whoever sent a request: in the language that was chosen, else in the one the browser asks for. */
export function messagesFor(request: Request): PageMessages {
  return PAGE_MESSAGES[chosenLanguage(request) ?? languageAccepted(request.headers['accept-language'])];
}

function chosenLanguage({ headers }: Request): InterfaceLanguage | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return readInterfaceLanguage(pairs.find(([name]) => name === LANGUAGE_COOKIE)?.[1]);
}

/** Keeps the language that was chosen, and goes back to where the choice was made. */
export function languageChoice(): Router {
  const router = express.Router();
  router.post(PATHS.language, express.urlencoded({ extended: false, limit: '16kb' }), (request, response) => {
    const { language, back } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const chosen = readInterfaceLanguage(String(language));
    if (chosen !== undefined) {
      response.append('set-cookie', `${LANGUAGE_COOKIE}=${chosen}; Path=/; Max-Age=${KEPT_FOR}; SameSite=Lax`);
    }
    response.redirect(303, pathWithin(String(back)));
  });
  return router;
}
