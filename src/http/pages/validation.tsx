import type { Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import { ValidationPage } from '../../../views/pages/validation.tsx';
import { PATHS } from '../../../views/paths.ts';
import type { ApiParts } from '../api.ts';
import { faultyForm, fileOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';

const FIELDS = ['checkedFile'];

/** The check of a file of XLIFF, TMX or TBX; it stores nothing. */
export function validationPages({ validation }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  router.get(PATHS.validate, (_request, response) => {
    send(response, (context) => <ValidationPage context={context} form={UNSENT} />);
  });

  router.post(PATHS.validate, readForm, async (request, response) => {
    try {
      const file = fileOf(request, 'checkedFile');
      if (file === undefined) throw new CalqueError('empty-text', 'No file was chosen.', { where: 'checkedFile' });
      const faults = await inField('checkedFile', file, () => validation.faults(file.bytes, file.name));
      const report = { file: file.name, faults };
      send(response, (context) => <ValidationPage context={context} form={UNSENT} report={report} />);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, FIELDS);
      send(response, (context) => <ValidationPage context={context} form={form} />, error.status);
    }
  });

  return router;
}
