import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { FormState } from '../../../views/pages/form.ts';
import type { TmxReport } from '../../../views/pages/memories.tsx';
import { MemoriesPage } from '../../../views/pages/memories.tsx';
import { MemoryPage } from '../../../views/pages/memory.tsx';
import { memoryPath, PATHS } from '../../../views/paths.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { IMPORT_MODES } from '../../services/imports/arrival.ts';
import { HOUSE_MEMORY } from '../../services/memories.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { importInThread } from '../import-handlers.ts';
import { faultyForm, fieldsOf, fileOf, inField, readForm } from './form.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';

const PAGE = 100;
const UNSENT: FormState = { values: { memory: HOUSE_MEMORY }, faults: [] };

/** Memories: the list with the import of TMX, and one with its documents and units. */
export function memoryPages({ store, access, jobs, threads, clock }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  const sendList = async (response: Response, form: FormState, report?: TmxReport, status?: number): Promise<void> => {
    const memories = await access.memories(callerOf(response), 'reader');
    send(
      response,
      (context) => <MemoriesPage context={context} memories={memories} form={form} {...(report && { report })} />,
      status,
    );
  };

  router.get(PATHS.memories, (_request, response) => sendList(response, UNSENT));

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
      await sendList(response, UNSENT, { ...imported, file: file.name, memory }, 201);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      await sendList(response, faultyForm(request, error, ['tmxFile', 'memory', 'columns']), undefined, error.status);
    }
  });

  router.get(PATHS.memory, async (request, response) => {
    const memory = await store.getMemory(identityIn(request.params['id']));
    const { text = '', cursor, document: wanted } = queryOf(request.query);
    const [{ items: documents }, document] = await Promise.all([
      store.listDocuments(memory.id, { limit: 1_000 }),
      wanted === undefined ? undefined : store.getDocument(identityIn(wanted)),
    ]);
    if (document !== undefined && document.memoryId !== memory.id) {
      throw new CalqueError('not-found', 'There is no page at this address.');
    }
    const { items: units, next } =
      document === undefined
        ? await store.listUnits(
            { memoryId: memory.id, ...(text !== '' && { text }) },
            { limit: PAGE, ...(cursor !== undefined && { cursor }) },
          )
        : { items: await store.documentUnits(document.id), next: undefined };
    const more = next && `${memoryPath(memory.id)}?${new URLSearchParams({ text, cursor: next })}`;
    send(response, (context) => (
      <MemoryPage
        context={context}
        memory={memory}
        documents={documents}
        units={units}
        text={text}
        {...(document && { document })}
        {...(more && { next: more })}
      />
    ));
  });

  return router;
}

function queryOf(query: Readonly<Record<string, unknown>>): Partial<Record<'text' | 'cursor' | 'document', string>> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => typeof value === 'string' && value !== ''));
}
