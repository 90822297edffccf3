import type { Response, Router } from 'express';
import express from 'express';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { Project, ProjectId, ProjectMemory } from '../../../memory/model/project.ts';
import type { Memory } from '../../../memory/model/unit.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { ProjectSettingsPage } from '../../../views/pages/project-settings.tsx';
import { PATHS, projectSettingsPath } from '../../../views/paths.ts';
import { projectChange } from '../../contract/projects.ts';
import { RIGHTS } from '../../contract/rights.ts';
import { wording } from '../../contract/wording.ts';
import type { ApiParts } from '../api.ts';
import { callerOf } from '../identify.ts';
import { faultyForm, fieldsOf, readFields } from './form.ts';
import type { SendPage } from './page.ts';
import { identityIn } from './page.ts';

type Fields = Readonly<Record<string, string>>;

/** The memories and termbases of a project. Memories that whoever asks may not look into stay as they are. */
export function projectSettingsPages({ store, access }: ApiParts, send: SendPage): Router {
  const router = express.Router();

  async function show(response: Response, id: ProjectId, given?: FormState, saved = false, status = 200) {
    const [project, memories, termbases] = await Promise.all([
      store.getProject(id),
      access.memories(callerOf(response), 'reader'),
      store.listTermbases(),
    ]);
    const form = given ?? { values: valuesOf(project), faults: [] };
    send(
      response,
      (context) => <ProjectSettingsPage {...{ context, project, memories, termbases, form, saved }} />,
      status,
    );
  }

  router.get(PATHS.projectSettings, (request, response) =>
    show(response, identityIn(request.params['id']), undefined, request.query['saved'] !== undefined),
  );

  router.post(PATHS.projectSettings, readFields, async (request, response) => {
    const id = identityIn(request.params['id']);
    const caller = callerOf(response);
    const fields = fieldsOf(request);
    const seen = await access.memories(caller, 'reader');
    try {
      const project = await store.getProject(id);
      const { memories = [], ...change } = changeIn(fields, seen, project);
      await access.check(caller, RIGHTS.changeProject, { params: { id }, body: { memories } });
      const unseen = project.memories.filter(({ memoryId }) => !seen.some((memory) => memory.id === memoryId));
      await store.changeProject(id, { ...change, memories: [...memories, ...unseen] });
      response.redirect(303, `${projectSettingsPath(id)}?saved=1`);
    } catch (error) {
      if (!(error instanceof CalqueError) || error.code === 'not-found') throw error;
      const form = faultyForm(request, error, ['name', 'write', ...namesOf(seen)]);
      await show(response, id, form, false, error.status);
    }
  });

  return router;
}

function namesOf(memories: readonly Memory[]): readonly string[] {
  return memories.flatMap(({ id }) => [`memory.${id}.priority`, `memory.${id}.penalty`]);
}

function valuesOf({ name, memories, termbases }: Project): Fields {
  const used = memories.flatMap(({ memoryId, priority, penalty }) => [
    [`memory.${memoryId}.use`, 'yes'],
    [`memory.${memoryId}.priority`, String(priority ?? '')],
    [`memory.${memoryId}.penalty`, String(penalty ?? '')],
  ]);
  return {
    name,
    write: String(memories.find(({ write }) => write)?.memoryId ?? ''),
    termbases: termbases === undefined ? 'all' : 'some',
    ...Object.fromEntries(used),
    ...Object.fromEntries((termbases ?? []).map((id) => [`termbase.${id}`, 'yes'])),
  };
}

/** @throws CalqueError `bad-request` with the fields that are wrong */
function changeIn(fields: Fields, seen: readonly Memory[], project: Project) {
  const written = Number(fields['write'] ?? '');
  const wanted = inOrder(seen, project).filter(
    ({ id }) => fields[`memory.${id}.use`] === 'yes' || (written > 0 && id === written),
  );
  const given = {
    name: (fields['name'] ?? '').trim(),
    memories: wanted.map(({ id }) => ({
      memoryId: id,
      write: id === written,
      ...pointsIn(fields, id, 'priority'),
      ...pointsIn(fields, id, 'penalty'),
    })),
    termbases: fields['termbases'] === 'some' ? termbasesIn(fields) : 'all',
  };
  const parsed = projectChange.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path: [first, place, part], message }) => {
    const memory = first === 'memories' ? wanted[Number(place)] : undefined;
    return { where: memory ? `memory.${memory.id}.${String(part)}` : String(first), message };
  });
  throw new CalqueError('bad-request', 'The settings are not of the expected form.', { issues });
}

/** Those that the project has, in its order, then the others. */
function inOrder(seen: readonly Memory[], { memories }: Project): readonly Memory[] {
  const placeOf = ({ id }: Memory) => {
    const place = memories.findIndex((one: ProjectMemory) => one.memoryId === id);
    return place < 0 ? memories.length : place;
  };
  return seen.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function pointsIn(fields: Fields, id: number, part: 'priority' | 'penalty'): Partial<Record<typeof part, number>> {
  const text = (fields[`memory.${id}.${part}`] ?? '').trim();
  return text === '' ? {} : { [part]: Number(text) };
}

function termbasesIn(fields: Fields): readonly number[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const id = /^termbase\.(\d{1,15})$/.exec(name)?.[1];
    return id !== undefined && value === 'yes' ? [Number(id)] : [];
  });
}
