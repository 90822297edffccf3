import type { Request, Response, Router } from 'express';
import express from 'express';
import { taggedText, withoutTags } from '../../../memory/formats/revision/tags.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { STATUSES } from '../../../memory/model/origin.ts';
import type { Memory, TranslationUnit, UnitChange, UnitId } from '../../../memory/model/unit.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { UnitPage } from '../../../views/pages/memory/unit.tsx';
import { memoryPath, PATHS, unitPagePath } from '../../../views/paths.ts';
import type { ApiParts } from '../api.ts';
import { faultyForm, fieldsOf, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

interface Subject {
  readonly memory: Memory;
  readonly id: UnitId;
  readonly unit: TranslationUnit | undefined;
}

const FIELDS = ['fr', 'en', 'status', 'note'] as const;

/** One unit: looked at, changed, flagged, deleted, taken back. */
export function unitPages({ store, units, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();
  /** The memory and unit of an address; the unit may be deleted. */
  async function subjectOf(request: Request): Promise<Subject> {
    const memory = await store.getMemory(identityIn(request.params['id']));
    const id = identityIn(request.params['unitId']);
    const unit = await liveUnit(id);
    if (unit === undefined || unit.memoryId === memory.id) return { memory, id, unit };
    throw new CalqueError('not-found', `The memory “${memory.name}” has no unit ${id}.`);
  }

  async function show(
    response: Response,
    { memory, id, unit }: Subject,
    state: { readonly form?: FormState; readonly conflict?: TranslationUnit; readonly saved?: boolean } = {},
    status = 200,
  ): Promise<void> {
    const history = await store.unitHistory(id);
    const inDocuments = [...new Set(unit?.occurrences.map(({ documentId }) => documentId) ?? [])];
    const documents = await Promise.all(inDocuments.slice(0, 50).map((one) => store.getDocument(one)));
    send(
      response,
      (context) => (
        <UnitPage
          context={context}
          memory={memory}
          {...(unit && { unit })}
          history={history}
          unitId={id}
          documents={documents}
          form={state.form ?? { values: unit ? valuesOf(unit) : {}, faults: [] }}
          {...(state.conflict && { conflict: state.conflict })}
          saved={state.saved ?? false}
        />
      ),
      status,
    );
  }

  async function liveUnit(id: UnitId): Promise<TranslationUnit | undefined> {
    try {
      return (await store.getUnit(id)).unit;
    } catch (error) {
      if (error instanceof CalqueError && error.code === 'not-found') return undefined;
      throw error;
    }
  }

  /** Shows what went wrong over the unit as it is, with what was written in the fields. */
  async function showFault(request: Request, response: Response, error: unknown): Promise<void> {
    if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
    const conflict = error.code === 'version-conflict' ? (error.details.current as TranslationUnit) : undefined;
    const form = faultyForm(request, byField(error), FIELDS);
    const values = 'fr' in form.values ? form.values : ((conflict && valuesOf(conflict)) ?? form.values);
    await show(
      response,
      await subjectOf(request),
      { form: { ...form, values }, ...(conflict && { conflict }) },
      error.status,
    );
  }

  router.get(PATHS.unit, async (request, response) =>
    show(response, await subjectOf(request), { saved: request.query['saved'] !== undefined }),
  );

  router.post(PATHS.unit, readForm, async (request, response) => {
    const { id, memory } = await subjectOf(request);
    try {
      const { unit } = await store.getUnit(id);
      await units.change(id, versionIn(request), changeIn(fieldsOf(request), unit), actorOf(response, clock));
      response.redirect(303, `${unitPagePath(memory.id, id)}?saved=1`);
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  router.post(PATHS.unitFlag, readForm, async (request, response) => {
    const { id, memory } = await subjectOf(request);
    const { flagged, back = '' } = fieldsOf(request);
    try {
      await store.changeUnit(id, versionIn(request), { flagged: flagged === 'yes' }, actorOf(response, clock));
      const home = memoryPath(memory.id);
      response.redirect(303, back === home || back.startsWith(`${home}?`) ? back : home);
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  router.post(PATHS.unitDelete, readForm, async (request, response) => {
    const { id, memory } = await subjectOf(request);
    try {
      await store.deleteUnit(id, versionIn(request), actorOf(response, clock));
      response.redirect(303, unitPagePath(memory.id, id));
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  router.post(PATHS.unitUndo, readForm, async (request, response) => {
    const { id, memory } = await subjectOf(request);
    try {
      await store.undoUnit(id, actorOf(response, clock));
      response.redirect(303, `${unitPagePath(memory.id, id)}?saved=1`);
    } catch (error) {
      await showFault(request, response, error);
    }
  });

  return router;
}

/** A side’s content is one field of the form. */
function byField(error: CalqueError): CalqueError {
  const { where, ...details } = error.details;
  if (where === undefined) return error;
  return new CalqueError(error.code, error.message, { ...details, where: where.replace(/\.content$/, '') });
}

function valuesOf(unit: TranslationUnit): Readonly<Record<string, string>> {
  return {
    fr: taggedText(unit.fr.content),
    en: taggedText(unit.en.content),
    status: unit.status,
    note: unit.note ?? '',
    ...(unit.flagged && { flagged: 'yes' }),
  };
}

/** What a form says of a unit. Codes stand in it as tags. */
function changeIn(fields: Readonly<Record<string, string>>, unit: TranslationUnit): UnitChange {
  const side = (name: 'fr' | 'en') => {
    const text = (fields[name] ?? '').replaceAll('\r\n', '\n');
    return { language: unit[name].language, content: withoutTags(text, [unit.fr.content, unit.en.content]) };
  };
  const status = STATUSES.find((one) => one === fields['status']);
  return {
    fr: side('fr'),
    en: side('en'),
    note: (fields['note'] ?? '').replaceAll('\r\n', '\n').slice(0, 5_000),
    flagged: fields['flagged'] === 'yes',
    ...(status && { status }),
  };
}

function versionIn(request: Request): number {
  const version = Number(fieldsOf(request)['version']);
  if (Number.isSafeInteger(version) && version > 0) return version;
  throw new CalqueError('bad-request', 'The form does not say which version of the unit it was made on.', {
    where: 'version',
  });
}
