import type { Memory } from '../../../memory/model/unit.ts';
import type { NamedPlace } from '../../../views/pages/admin/shown.ts';
import type { Place } from '../../contract/roles.ts';
import { placeKey } from '../../contract/roles.ts';
import type { Access } from '../../services/access.ts';
import type { Caller } from '../../services/caller.ts';

/** The memories and projects that a caller may look into. */
export async function placesOf(access: Access, caller: Caller): Promise<readonly NamedPlace[]> {
  const [memories, projects] = await Promise.all([access.memories(caller, 'reader'), access.projects(caller)]);
  return [...memories.map(memoryPlace), ...projects.map(({ id, name }) => placeNamed({ project: id }, name))];
}

function memoryPlace({ id, name }: Memory): NamedPlace {
  return placeNamed({ memory: id }, name);
}

function placeNamed(place: Place, name: string): NamedPlace {
  return { key: placeKey(place), kind: 'memory' in place ? 'memory' : 'project', name };
}

/** The place that a field of a form says, as {@link placeKey} writes it; as it came where it is none, for the schema to refuse. */
export function placeIn(field: string): unknown {
  const [, kind, id] = /^(memory|project) (\d{1,15})$/.exec(field) ?? [];
  return kind === undefined ? field : { [kind]: Number(id) };
}
