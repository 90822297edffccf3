import type { Response, Router } from 'express';
import express from 'express';
import { type HouseRules, readHouseRules, STYLE_PARTS } from '../../../memory/checks/house-rules.ts';
import { CHECKS } from '../../../memory/checks/table.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { SettingsPage } from '../../../views/pages/settings.tsx';
import { PATHS } from '../../../views/paths.ts';
import { machineRules } from '../../contract/machine.ts';
import { wording } from '../../contract/wording.ts';
import { HOUSE_RULES, houseRules } from '../../services/house-rules.ts';
import type { MachineRules, MachineStanding } from '../../services/machine.ts';
import type { ApiParts } from '../api.ts';
import { faultyForm, fieldsOf, readForm } from './form.ts';
import type { SendPage } from './page.ts';

/** The settings: the house rules and those of the machine as forms; what is a person’s own is kept by the browser. */
export function settingsPages({ store, machine }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  async function show(response: Response, saved: boolean, given?: FormState, status?: number): Promise<void> {
    const [rules, standing] = await Promise.all([houseRules(store), machine.standing()]);
    const machineForm = given ?? { values: valuesOf(standing), faults: [] };
    send(
      response,
      (context) => (
        <SettingsPage context={context} rules={rules} saved={saved} cost={standing} machineForm={machineForm} />
      ),
      status,
    );
  }

  router.get(PATHS.settings, (request, response) => show(response, request.query['saved'] !== undefined));

  router.post(PATHS.settings, readForm, async (request, response) => {
    await store.setSetting(HOUSE_RULES, rulesOf(fieldsOf(request)));
    response.redirect(303, `${PATHS.settings}?saved=1`);
  });

  router.post(PATHS.machineSettings, readForm, async (request, response) => {
    try {
      await machine.change(machineRulesOf(fieldsOf(request)));
      response.redirect(303, `${PATHS.settings}?saved=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      await show(response, false, faultyForm(request, error, ['monthlyLimit', 'below']), error.status);
    }
  });

  return router;
}

function valuesOf({ monthlyLimit, below, formality, terms }: MachineStanding): Readonly<Record<string, string>> {
  return {
    monthlyLimit: String(monthlyLimit ?? ''),
    below: String(below ?? ''),
    formality,
    ...(terms && { terms: 'yes' }),
  };
}

/** @throws CalqueError `bad-request` with the fields that are wrong */
function machineRulesOf({
  monthlyLimit = '',
  below = '',
  formality,
  terms,
}: Readonly<Record<string, string>>): MachineRules {
  const given = {
    ...(monthlyLimit.trim() !== '' && { monthlyLimit: Number(monthlyLimit) }),
    ...(below.trim() !== '' && { below: Number(below) }),
    formality,
    terms: terms === 'yes',
  };
  const parsed = machineRules.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
  throw new CalqueError('bad-request', 'The settings are not of the expected form.', { issues });
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
