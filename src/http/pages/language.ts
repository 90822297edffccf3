import type { Request, Router } from 'express';
import express from 'express';
import type { InterfaceLanguage } from '../../../views/messages/language.ts';
import { LANGUAGE_COOKIE, languageAccepted, readInterfaceLanguage } from '../../../views/messages/language.ts';
import { PAGE_MESSAGES, type PageMessages } from '../../../views/messages/pages.ts';
import { PATHS } from '../../../views/paths.ts';
import { cookieOf, keepCookie } from '../cookies.ts';
import { pathWithin } from './page.ts';

/** What pages say to whoever sent a request: in the language that was chosen, else in the one the browser asks for. */
export function messagesFor(request: Request): PageMessages {
  return PAGE_MESSAGES[chosenLanguage(request) ?? languageAccepted(request.headers['accept-language'])];
}

function chosenLanguage(request: Request): InterfaceLanguage | undefined {
  return readInterfaceLanguage(cookieOf(request, LANGUAGE_COOKIE));
}

/** Keeps the language that was chosen, and goes back to where the choice was made. */
export function languageChoice(): Router {
  const router = express.Router();
  router.post(PATHS.language, express.urlencoded({ extended: false, limit: '16kb' }), (request, response) => {
    const { language, back } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const chosen = readInterfaceLanguage(String(language));
    if (chosen !== undefined) keepCookie(response, LANGUAGE_COOKIE, chosen);
    response.redirect(303, pathWithin(String(back)));
  });
  return router;
}
