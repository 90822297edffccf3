import type { Request, Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { MemoryId } from '../../../memory/model/unit.ts';
import type { FormState } from '../../../views/pages/form.ts';
import type { TmxReport } from '../../../views/pages/memories.tsx';
import { MemoriesPage } from '../../../views/pages/memories.tsx';
import { MemoryPage } from '../../../views/pages/memory/memory.tsx';
import { memoryPath, PATHS } from '../../../views/paths.ts';
import { filterOf, unitFilterFields, unitQuery } from '../../contract/management.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { wording } from '../../contract/wording.ts';
import { IMPORT_MODES } from '../../services/imports/arrival.ts';
import { browseUnits } from '../../services/management/browsing.ts';
import { HOUSE_MEMORY } from '../../services/memories.ts';
import type { ApiParts } from '../api.ts';
import { isLarge } from '../deletions.ts';
import { callerOf } from '../identify.ts';
import { importInThread } from '../import-handlers.ts';
import { faultyForm, fieldsOf, fileOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

const PAGE = 100;
const FIELDS = Object.keys(unitFilterFields);
const UNSENT: FormState = { values: { memory: HOUSE_MEMORY }, faults: [] };
const NEW: FormState = { values: {}, faults: [] };

interface ListState {
  readonly create?: FormState;
  readonly form?: FormState;
  readonly report?: TmxReport;
}

/** Memories: the list with the import of TMX, and one with its documents and units. */
export function memoryPages({ store, access, jobs, threads, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  const sendList = async (response: Response, state: ListState = {}, status?: number): Promise<void> => {
    const [memories, away] = await Promise.all([access.memories(callerOf(response), 'reader'), store.away()]);
    const { create = NEW, form = UNSENT, report } = state;
    send(
      response,
      (context) => <MemoriesPage {...{ context, memories, away, create, form }} {...(report && { report })} />,
      status,
    );
  };

  router.get(PATHS.memories, (_request, response) => sendList(response));

  router.post(PATHS.newMemory, readForm, async (request, response) => {
    try {
      const name = (fieldsOf(request)['name'] ?? '').trim();
      const { id } = await store.createMemory({ name }, actorOf(response, clock));
      response.redirect(303, memoryPath(id));
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      await sendList(response, { create: faultyForm(request, error, ['name']) }, error.status);
    }
  });

  router.post(PATHS.memoryDelete, async (request, response) => {
    const { id } = await store.getMemory(identityIn(request.params['id']));
    const large = await isLarge(store, id);
    if (large) await jobs.add('delete-memory', { memory: id }, actorOf(response, clock));
    else await store.deleteMemory(id);
    response.redirect(303, large ? PATHS.jobs : PATHS.memories);
  });

  router.post(PATHS.memories, readForm, async (request, response) => {
    const { memory: named = '', mode, dryRun, columns = '' } = fieldsOf(request);
    const memory = named.trim() || HOUSE_MEMORY;
    try {
      const file = fileOf(request, 'tmxFile');
      if (file === undefined) throw new CalqueError('empty-text', 'No file was chosen.', { where: 'tmxFile' });
      await access.check(callerOf(response), RIGHTS.importTmx, { query: { memory } });
      const wish = {
        name: file.name,
        memory,
        mode: IMPORT_MODES.find((one) => one === mode) ?? 'add',
        dryRun: dryRun === 'yes',
        ...(columns.trim() !== '' && { columns }),
      };
      const imported = await inField('tmxFile', file, () =>
        importInThread({ jobs, threads }, file.bytes, wish, actorOf(response, clock)),
      );
      await sendList(response, { report: { ...imported, file: file.name, memory } }, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form = faultyForm(request, error, ['tmxFile', 'memory', 'columns']);
      await sendList(response, { form }, error.status);
    }
  });

  router.get(PATHS.memory, async (request, response) => {
    const memory = await store.getMemory(identityIn(request.params['id']));
    const { document: wanted, ...given } = givenIn(request);
    const [{ items: documents }, document] = await Promise.all([
      store.listDocuments(memory.id, { limit: 1_000 }),
      wanted === undefined ? undefined : store.getDocument(identityIn(wanted)),
    ]);
    if (document !== undefined && document.memoryId !== memory.id) {
      throw new CalqueError('not-found', 'There is no page at this address.');
    }
    const { cursor: _, ...values } = given;
    const { units, next, faults, status } =
      document === undefined
        ? await filtered(request, memory.id, given)
        : { units: await store.documentUnits(document.id), next: undefined, faults: [], status: 200 };
    const more = next && `${memoryPath(memory.id)}?${new URLSearchParams({ ...values, cursor: next })}`;
    send(
      response,
      (context) => (
        <MemoryPage
          context={context}
          memory={memory}
          documents={documents}
          units={units}
          form={{ values, faults }}
          {...(document && { document })}
          {...(more && { next: more })}
        />
      ),
      status,
    );
  });

  /** The units that the filters in an address ask for; none where these are wrong. */
  async function filtered(request: Request, memoryId: MemoryId, given: Readonly<Record<string, string>>) {
    const parsed = unitQuery.safeParse({ ...given, limit: PAGE }, { error: wording });
    if (parsed.success) {
      const { cursor, limit, memory: _, ...fields } = parsed.data;
      const wanted = { ...filterOf(fields), memoryId };
      const { items, next } = await browseUnits(store, wanted, { limit, ...(cursor !== undefined && { cursor }) });
      return { units: items, next, faults: [], status: 200 };
    }
    const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
    const error = new CalqueError('bad-request', 'The filters are not of the expected form.', { issues });
    const { faults } = faultyForm(request, error, FIELDS);
    return { units: [], next: undefined, faults, status: 400 };
  }

  return router;
}

/** The filters that stand in an address. Those a person left empty are none. */
function givenIn({ query }: Request): Readonly<Record<string, string>> {
  const fields = [...FIELDS, 'cursor'].map((name) => [name, query[name]] as const);
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string' && field[1].trim() !== ''),
  );
}
