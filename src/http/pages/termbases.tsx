import type { Request, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { UNSENT } from '../../../views/pages/form.ts';
import type { TermReport } from '../../../views/pages/termbases/import-terms.tsx';
import { TermbaseSettingsPage } from '../../../views/pages/termbases/settings.tsx';
import { TermbasePage } from '../../../views/pages/termbases/termbase.tsx';
import { TermbasesPage } from '../../../views/pages/termbases/termbases.tsx';
import { PATHS, termbasePath, termbaseSettingsPath } from '../../../views/paths.ts';
import { termQuery } from '../../contract/termbases.ts';
import { wording } from '../../contract/wording.ts';
import { IMPORT_MODES } from '../../services/imports/arrival.ts';
import { readable } from '../../services/term-entries.ts';
import { deleteTermbase, HOUSE_TERMBASE } from '../../services/termbases.ts';
import type { ApiParts } from '../api.ts';
import { importTermsInThread } from '../import-handlers.ts';
import { faultyForm, fieldsOf, fileOf, inField, readFields, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

const PAGE = 100;
const SEARCH = ['text', 'language', 'status'] as const;
const NEW_FILE: FormState = { values: { termbase: HOUSE_TERMBASE }, faults: [] };

interface ListState {
  readonly create?: FormState;
  readonly upload?: FormState;
  readonly report?: TermReport;
}

/** Termbases: the list with the import of files, one with its entries, and its settings. */
export function termbasePages({ store, jobs, threads, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();
  const termbaseOf = (request: Request) => store.getTermbase(identityIn(request.params['id']));

  async function sendList(response: Response, state: ListState = {}, status?: number): Promise<void> {
    const termbases = await store.listTermbases();
    const { create = UNSENT, upload = NEW_FILE, report } = state;
    send(
      response,
      (context) => <TermbasesPage {...{ context, termbases, create, upload }} {...(report && { report })} />,
      status,
    );
  }

  router.get(PATHS.termbases, (_request, response) => sendList(response));

  router.post(PATHS.termbases, readFields, async (request, response) => {
    try {
      const { id } = await store.createTermbase((fieldsOf(request)['name'] ?? '').trim(), actorOf(response, clock));
      response.redirect(303, termbasePath(id));
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      await sendList(response, { create: faultyForm(request, error, ['name']) }, error.status);
    }
  });

  router.post(PATHS.termbaseImport, readForm, async (request, response) => {
    const { termbase: named = '', mode, dryRun, columns = '' } = fieldsOf(request);
    const termbase = named.trim() || HOUSE_TERMBASE;
    try {
      const file = fileOf(request, 'termFile');
      if (file === undefined) throw new CalqueError('empty-text', 'No file was chosen.', { where: 'termFile' });
      const wish = {
        name: file.name,
        termbase,
        mode: IMPORT_MODES.find((one) => one === mode) ?? 'add',
        dryRun: dryRun === 'yes',
        ...(columns.trim() !== '' && { columns }),
      };
      const imported = await inField('termFile', file, () =>
        importTermsInThread({ jobs, threads }, file.bytes, wish, actorOf(response, clock)),
      );
      await sendList(response, { report: { ...imported, file: file.name, termbase } }, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const upload = faultyForm(request, error, ['termFile', 'termbase', 'columns']);
      await sendList(response, { upload }, error.status);
    }
  });

  router.get(PATHS.termbase, async (request, response) => {
    const termbase = await termbaseOf(request);
    const { cursor, ...values } = searchIn(request);
    const parsed = termQuery.safeParse({ ...values, ...(cursor && { cursor }), limit: PAGE }, { error: wording });
    if (!parsed.success) {
      const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
      const error = new CalqueError('bad-request', 'The search is not of the expected form.', { issues });
      const form = { values, faults: faultyForm(request, error, SEARCH).faults };
      return send(response, (context) => <TermbasePage {...{ context, termbase, form }} entries={[]} />, 400);
    }
    const { text, language, status } = parsed.data;
    const filter = { termbaseId: termbase.id, ...(text && { text }), ...(language && { language }) };
    const found = await store.listEntries(
      { ...filter, ...(status && { status }) },
      { limit: PAGE, ...(cursor !== undefined && { cursor }) },
    );
    const more = found.next && `${termbasePath(termbase.id)}?${new URLSearchParams({ ...values, cursor: found.next })}`;
    send(response, (context) => (
      <TermbasePage
        context={context}
        termbase={termbase}
        entries={found.items.map(readable)}
        form={{ values, faults: [] }}
        {...(more && { next: more })}
      />
    ));
  });

  router.get(PATHS.termbaseSettings, async (request, response) => {
    const termbase = await termbaseOf(request);
    const form = { values: { name: termbase.name }, faults: [] };
    const saved = request.query['saved'] !== undefined;
    send(response, (context) => <TermbaseSettingsPage {...{ context, termbase, form, saved }} />);
  });

  router.post(PATHS.termbaseSettings, readFields, async (request, response) => {
    const termbase = await termbaseOf(request);
    try {
      await store.renameTermbase(termbase.id, (fieldsOf(request)['name'] ?? '').trim());
      response.redirect(303, `${termbaseSettingsPath(termbase.id)}?saved=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, ['name']);
      send(
        response,
        (context) => <TermbaseSettingsPage {...{ context, termbase, form }} saved={false} />,
        error.status,
      );
    }
  });

  router.post(PATHS.termbaseDelete, async (request, response) => {
    await deleteTermbase(store, identityIn(request.params['id']));
    response.redirect(303, PATHS.termbases);
  });

  return router;
}

/** The search that stands in an address. What a person left empty is none. */
function searchIn({ query }: Request): Partial<Record<string, string>> & Record<string, string> {
  const fields = [...SEARCH, 'cursor'].map((name) => [name, query[name]] as const);
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string' && field[1].trim() !== ''),
  );
}
