import type { Router } from 'express';
import express from 'express';
import { type HouseRules, readHouseRules, STYLE_PARTS } from '../../../memory/checks/house-rules.ts';
import { CHECKS } from '../../../memory/checks/table.ts';
import { SettingsPage } from '../../../views/pages/settings.tsx';
import { PATHS } from '../../../views/paths.ts';
import { HOUSE_RULES, houseRules } from '../../services/house-rules.ts';
import type { ApiParts } from '../api.ts';
import { fieldsOf, readForm } from './form.ts';
import type { SendPage } from './page.ts';

/** The settings: the house rules as a form; what is a person’s own is kept by the browser. */
export function settingsPages({ store }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.settings, async (request, response) => {
    const rules = await houseRules(store);
    const saved = request.query['saved'] !== undefined;
    send(response, (context) => <SettingsPage context={context} rules={rules} saved={saved} />);
  });

  router.post(PATHS.settings, readForm, async (request, response) => {
    await store.setSetting(HOUSE_RULES, rulesOf(fieldsOf(request)));
    response.redirect(303, `${PATHS.settings}?saved=1`);
  });

  return router;
}

/** The rules that a form states; `usual` and what is not known state nothing. */
function rulesOf(fields: Readonly<Record<string, string>>): HouseRules {
  const styleOf = (language: string) =>
    Object.fromEntries(STYLE_PARTS.map((part) => [part, fields[`style.${language}.${part}`]]));
  const changed = CHECKS.flatMap(({ code, severity }) => {
    const chosen = fields[`check.${code}`];
    return chosen === severity ? [] : [[code, chosen] as const];
  });
  return readHouseRules({ checks: Object.fromEntries(changed), style: { fr: styleOf('fr'), en: styleOf('en') } });
}
