import type { Request, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { MemoryChangesPage } from '../../../views/pages/memory/changes.tsx';
import { MemoryHealthPage } from '../../../views/pages/memory/health.tsx';
import { PromotePage } from '../../../views/pages/memory/promote.tsx';
import { ReplacePage } from '../../../views/pages/memory/replace.tsx';
import { MemorySettingsPage } from '../../../views/pages/memory/settings.tsx';
import { memoryWorkPath, PATHS } from '../../../views/paths.ts';
import { filterOf } from '../../contract/management.ts';
import { memoryChange } from '../../contract/memories.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { wording } from '../../contract/wording.ts';
import { lastHealth } from '../../services/management/health.ts';
import type { PromotionMode } from '../../services/management/promotion.ts';
import { comparePromotion, PROMOTION_MODES } from '../../services/management/promotion.ts';
import type { Repair } from '../../services/management/repairs.ts';
import { REPAIRS, repairUnits } from '../../services/management/repairs.ts';
import type { Replacement } from '../../services/management/replacement.ts';
import { previewReplacement } from '../../services/management/replacement.ts';
import { undoWhole } from '../../services/management/undoing.ts';
import type { ApiParts } from '../api.ts';
import { beginDeletion } from '../deletions.ts';
import { callerOf } from '../identify.ts';
import { faultyForm, fieldsOf, readForm } from './form.ts';
import { healthShown } from './health-shown.ts';
import type { SendPage } from './page.ts';
import { actorOf, identityIn } from './page.ts';
import { comparedUnit, replacedUnit } from './shown-differences.ts';
import { FILTER_FIELDS, filtersIn, readFilters } from './unit-filter-form.ts';

/** Rows of a preview. */
const PAGE = 50;
/** A batch of as many units is taken back while whoever asked waits; a larger one as a job. */
const UNDONE_AT_ONCE = 500;

/** The work on many units of a memory, and the memory's own settings. */
export function memoryWorkPages(parts: ApiParts, send: SendPage): Router {
  const { store, access, retrieval, jobs, clock } = parts;
  const router = express.Router();
  const memoryOf = (request: Request) => store.getMemory(identityIn(request.params['id']));

  router.get(PATHS.memoryReplace, async (request, response) => {
    const memory = await memoryOf(request);
    const { cursor, ...values } = textsOf(request.query);
    const wanted = replacementIn(values);
    const { filter, faults } = filterAsked(request, values);
    const found =
      wanted && filter && (await previewReplacement(store, { ...filter, memoryId: memory.id }, wanted, pageAt(cursor)));
    send(
      response,
      (context) => (
        <ReplacePage
          context={context}
          memory={memory}
          form={{ values, faults }}
          {...(found && { found: { ...found, items: found.items.map(replacedUnit) } })}
          asked={request.query['job'] !== undefined}
        />
      ),
      faults.length > 0 ? 400 : 200,
    );
  });

  router.post(PATHS.memoryReplace, readForm, async (request, response) => {
    const memory = await memoryOf(request);
    const fields = fieldsOf(request);
    const wanted = replacementIn(fields);
    if (wanted === undefined) {
      throw new CalqueError('empty-text', 'There is nothing to look for.', { where: 'find' });
    }
    const filters = filtersIn(fields);
    const { find, replacement, side, matchCase, wholeWords } = wanted;
    const about = { find, replacement, side };
    const batch = await store.openBatch({ memoryId: memory.id, kind: 'replace', about }, actorOf(response, clock));
    const options = { matchCase: yesOrNo(matchCase), wholeWords: yesOrNo(wholeWords) };
    await jobs.add(
      'replace',
      { memory: memory.id, batch: batch.id, ...about, side, ...options, ...filters },
      actorOf(response, clock),
    );
    response.redirect(303, `${memoryWorkPath(memory.id, 'changes')}?job=1`);
  });

  router.get(PATHS.memoryPromote, async (request, response) => {
    const memory = await memoryOf(request);
    const { cursor, ...values } = textsOf(request.query);
    const others = (await access.memories(callerOf(response), 'reader')).filter(({ id }) => id !== memory.id);
    const master = others.find(({ id }) => String(id) === values['into']);
    const { filter, faults } = filterAsked(request, values);
    const wanted = filter && { ...filter, memoryId: memory.id };
    const found = master && wanted && (await comparePromotion(store, retrieval, wanted, master.id, pageAt(cursor)));
    send(
      response,
      (context) => (
        <PromotePage
          context={context}
          memory={memory}
          others={others}
          form={{ values, faults }}
          {...(master && found && { found: { ...found, items: found.items.map(comparedUnit), master } })}
        />
      ),
      faults.length > 0 ? 400 : 200,
    );
  });

  router.post(PATHS.memoryPromote, readForm, async (request, response) => {
    const memory = await memoryOf(request);
    const fields = fieldsOf(request);
    const into = identityIn(fields['into']);
    const asked = { params: { id: memory.id }, body: { into } };
    await access.check(callerOf(response), RIGHTS.promoteUnits, asked);
    const master = await store.getMemory(into);
    if (master.id === memory.id) {
      throw new CalqueError('bad-request', 'A memory is not promoted into itself.', { where: 'into' });
    }
    const filters = filtersIn(fields);
    const mode: PromotionMode = PROMOTION_MODES.find((one) => one === fields['mode']) ?? 'add';
    const about = { from: memory.name, mode };
    const batch = await store.openBatch({ memoryId: master.id, kind: 'promote', about }, actorOf(response, clock));
    await jobs.add('promote', { memory: memory.id, batch: batch.id, mode, ...filters }, actorOf(response, clock));
    response.redirect(303, `${memoryWorkPath(master.id, 'changes')}?job=1`);
  });

  router.post(PATHS.memoryDeletion, readForm, async (request, response) => {
    const { id } = await memoryOf(request);
    const filters = filtersIn(fieldsOf(request));
    if (Object.keys(filters).length === 0) {
      throw new CalqueError('bad-request', 'The form does not say which units are meant.', { where: 'text' });
    }
    await beginDeletion({ store, jobs }, id, filters, actorOf(response, clock));
    response.redirect(303, `${memoryWorkPath(id, 'changes')}?job=1`);
  });

  router.get(PATHS.memoryHealth, async (request, response) => {
    const memory = await memoryOf(request);
    const health = await lastHealth(store, memory.id);
    const shown = health && (await healthShown(store, health));
    const [last] = (await store.listBatches(memory.id, { limit: 1 })).items;
    const undo = last?.kind === 'repair' && last.undone + last.kept < last.units ? last : undefined;
    send(response, (context) => (
      <MemoryHealthPage
        context={context}
        memory={memory}
        {...(shown && { health: shown })}
        {...(undo && { undo })}
        asked={request.query['job'] !== undefined}
      />
    ));
  });

  router.post(PATHS.memoryHealth, async (request, response) => {
    const { id: memory } = await memoryOf(request);
    await jobs.add('check-memory', { memory }, actorOf(response, clock));
    response.redirect(303, `${memoryWorkPath(memory, 'health')}?job=1`);
  });

  router.post(PATHS.memoryRepair, readForm, async (request, response) => {
    const { id } = await memoryOf(request);
    await repairUnits(store, id, repairIn(fieldsOf(request)), actorOf(response, clock));
    response.redirect(303, memoryWorkPath(id, 'health'));
  });

  router.get(PATHS.memoryChanges, async (request, response) => {
    const memory = await memoryOf(request);
    const { cursor } = textsOf(request.query);
    const { items, next } = await store.listBatches(memory.id, pageAt(cursor));
    send(response, (context) => (
      <MemoryChangesPage
        context={context}
        memory={memory}
        batches={items}
        {...(next !== undefined && { next })}
        asked={request.query['job'] !== undefined}
      />
    ));
  });

  router.post(PATHS.undoBatch, readForm, async (request, response) => {
    const { id, memoryId, units } = await store.getBatch(identityIn(request.params['id']));
    const isJob = units > UNDONE_AT_ONCE;
    if (isJob) await jobs.add('undo-batch', { batch: id }, actorOf(response, clock));
    else await undoWhole(store, id, () => actorOf(response, clock));
    const from = fieldsOf(request)['from'] === 'health' ? 'health' : 'changes';
    response.redirect(303, `${memoryWorkPath(memoryId, from)}${isJob ? '?job=1' : ''}`);
  });

  router.get(PATHS.memorySettings, async (request, response) => {
    const memory = await memoryOf(request);
    const { name, priority, penalty, readOnly } = memory;
    const values = { name, priority: String(priority), penalty: String(penalty), ...(readOnly && { readOnly: 'yes' }) };
    const saved = request.query['saved'] !== undefined;
    send(response, (context) => (
      <MemorySettingsPage context={context} memory={memory} form={{ values, faults: [] }} saved={saved} />
    ));
  });

  router.post(PATHS.memorySettings, readForm, async (request, response) => {
    const memory = await memoryOf(request);
    try {
      await store.changeMemory(memory.id, settingsIn(fieldsOf(request)));
      response.redirect(303, `${memoryWorkPath(memory.id, 'settings')}?saved=1`);
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      const form: FormState = faultyForm(request, error, ['name', 'priority', 'penalty']);
      send(
        response,
        (context) => <MemorySettingsPage context={context} memory={memory} form={form} saved={false} />,
        error.status,
      );
    }
  });

  return router;
}

/** The filter that an address asks for; where it is none, what is wrong with it. */
function filterAsked(
  request: Request,
  values: Readonly<Record<string, string>>,
): { readonly filter?: UnitFilter; readonly faults: FormState['faults'] } {
  try {
    return { filter: filterOf(readFilters(filtersIn(values))), faults: [] };
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    return { faults: faultyForm(request, error, FILTER_FIELDS).faults };
  }
}

function pageAt(cursor: string | undefined) {
  return { limit: PAGE, ...(cursor !== undefined && { cursor }) };
}

function textsOf(query: Request['query']): Partial<Record<string, string>> & Record<string, string> {
  const given = Object.entries(query).filter((one): one is [string, string] => typeof one[1] === 'string');
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

function replacementIn(fields: Readonly<Record<string, string>>): Replacement | undefined {
  const { find = '', replacement = '', side } = fields;
  if (find === '') return undefined;
  return {
    find: find.slice(0, 500),
    replacement: replacement.slice(0, 2_000),
    side: side === 'fr' || side === 'en' ? side : 'both',
    matchCase: fields['matchCase'] === 'yes',
    wholeWords: fields['wholeWords'] === 'yes',
  };
}

function yesOrNo(value: boolean): 'yes' | 'no' {
  return value ? 'yes' : 'no';
}

/** A button of the health page: the repair, the unit that is left, and each unit as `id.version`. */
function repairIn({ repair, keep, units = '' }: Readonly<Record<string, string>>) {
  const wanted: Repair | undefined = REPAIRS.find((one) => one === repair);
  if (wanted === undefined || !/^\d{1,15}\.\d{1,9}( \d{1,15}\.\d{1,9}){0,999}$/.test(units)) {
    throw new CalqueError('bad-request', 'The form does not say what is to be repaired.', { where: 'repair' });
  }
  const versions = units.split(' ').map((one) => {
    const [id, version] = one.split('.').map(Number);
    return { id: id ?? 0, version: version ?? 0 };
  });
  return { repair: wanted, units: versions, ...(wanted === 'merge' && { keep: identityIn(keep) }) };
}

function settingsIn({ name = '', priority = '', penalty = '', readOnly }: Readonly<Record<string, string>>) {
  const given = {
    name,
    priority: Number(priority || Number.NaN),
    penalty: Number(penalty || Number.NaN),
    readOnly: readOnly === 'yes',
  };
  const parsed = memoryChange.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
  throw new CalqueError('bad-request', 'The settings are not of the expected form.', { issues });
}
