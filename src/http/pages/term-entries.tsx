import type { Request, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { EntryId, Termbase } from '../../../memory/model/termbase.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { EntryPage, NewEntryPage } from '../../../views/pages/termbases/entry.tsx';
import { entryPath, PATHS } from '../../../views/paths.ts';
import type { ReadableEntry } from '../../services/term-entries.ts';
import { readable } from '../../services/term-entries.ts';
import type { ApiParts } from '../api.ts';
import { entryIn, fieldsOfEntry, inRows, NEW_ENTRY, namesIn, withRow } from './entry-fields.ts';
import { faultyForm, fieldsOf } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

/** An entry has up to a hundred terms, each with all that can be said of it. */
const readEntry = express.urlencoded({ extended: false, limit: '4mb', parameterLimit: 1_100 });

interface Subject {
  readonly termbase: Termbase;
  readonly id: EntryId;
  readonly entry: ReadableEntry | undefined;
}

interface Shown {
  readonly form?: FormState;
  readonly conflict?: ReadableEntry;
  readonly saved?: boolean;
}

/** Entries of a termbase: a new one, and one that is looked at, changed, deleted, taken back. */
export function termEntryPages({ store, termEntries, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  /** The termbase and entry of an address; the entry may be deleted. */
  async function subjectOf(request: Request): Promise<Subject> {
    const termbase = await store.getTermbase(identityIn(request.params['id']));
    const id = identityIn(request.params['entryId']);
    const [entry] = (await store.getEntries([id])).map(readable);
    if (entry === undefined || entry.termbaseId === termbase.id) return { termbase, id, entry };
    throw new CalqueError('not-found', `The termbase “${termbase.name}” has no entry ${id}.`);
  }

  async function show(response: Response, { termbase, id, entry }: Subject, shown: Shown = {}, status = 200) {
    const history = await termEntries.history(id);
    const form = shown.form ?? { values: entry ? fieldsOfEntry(entry) : {}, faults: [] };
    send(
      response,
      (context) => (
        <EntryPage
          {...{ context, termbase, history, form }}
          {...(entry && { entry })}
          entryId={id}
          {...(shown.conflict && { conflict: shown.conflict })}
          saved={shown.saved ?? false}
        />
      ),
      status,
    );
  }

  /** Shows what went wrong over the entry as it is, with what was written in the fields. */
  async function showFault(request: Request, response: Response, error: unknown): Promise<void> {
    if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
    const fields = fieldsOf(request);
    const subject = await subjectOf(request);
    const conflict = error.code === 'version-conflict' ? (error.details.current as ReadableEntry) : undefined;
    const { faults } = faultyForm(request, inRows(error, fields), namesIn(fields));
    const values = 'terms' in fields || !subject.entry ? fields : fieldsOfEntry(subject.entry);
    await show(response, subject, { form: { values, faults }, ...(conflict && { conflict }) }, error.status);
  }

  router.get(PATHS.newEntry, async (request, response) => {
    const termbase = await store.getTermbase(identityIn(request.params['id']));
    send(response, (context) => <NewEntryPage {...{ context, termbase }} form={NEW_ENTRY} />);
  });

  router.post(PATHS.newEntry, readEntry, async (request, response) => {
    const termbase = await store.getTermbase(identityIn(request.params['id']));
    const fields = fieldsOf(request);
    const again = (form: FormState, status?: number) =>
      send(response, (context) => <NewEntryPage {...{ context, termbase, form }} />, status);
    if (fields['another'] !== undefined) return again(withRow(fields));
    try {
      const { id } = await termEntries.add(termbase.id, entryIn(fields), actorOf(response, clock));
      response.redirect(303, `${entryPath(termbase.id, id)}?saved=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      again(faultyForm(request, inRows(error, fields), namesIn(fields)), error.status);
    }
  });

  router.get(PATHS.entry, async (request, response) =>
    show(response, await subjectOf(request), { saved: request.query['saved'] !== undefined }),
  );

  router.post(PATHS.entry, readEntry, async (request, response) => {
    const subject = await subjectOf(request);
    const { termbase, id } = subject;
    const fields = fieldsOf(request);
    if (fields['another'] !== undefined) return show(response, subject, { form: withRow(fields) });
    try {
      await termEntries.change(id, versionIn(fields), entryIn(fields), actorOf(response, clock));
      response.redirect(303, `${entryPath(termbase.id, id)}?saved=1`);
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  router.post(PATHS.entryDelete, readEntry, async (request, response) => {
    const { termbase, id } = await subjectOf(request);
    try {
      await termEntries.remove(id, versionIn(fieldsOf(request)), actorOf(response, clock));
      response.redirect(303, entryPath(termbase.id, id));
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  router.post(PATHS.entryUndo, readEntry, async (request, response) => {
    const { termbase, id } = await subjectOf(request);
    try {
      await termEntries.undo(id, actorOf(response, clock));
      response.redirect(303, `${entryPath(termbase.id, id)}?saved=1`);
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  return router;
}

function versionIn(fields: Readonly<Record<string, string>>): number {
  const version = Number(fields['version']);
  if (Number.isSafeInteger(version) && version > 0) return version;
  throw new CalqueError('bad-request', 'The form does not say which version of the entry it was made on.', {
    where: 'version',
  });
}
