import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Store } from '../../memory/store/store.ts';

/** A database of each released schema of SQLite, as SQL, with something in every table: `v1.sql`, `v2.sql` … */
export const SCHEMAS = new URL('sqlite/schemas/', import.meta.url);

export function schemaFile(version: number): string {
  return readFileSync(new URL(`v${version}.sql`, SCHEMAS), 'utf8');
}

/** What each of these databases holds is there. */
export async function expectKept(store: Store): Promise<void> {
  const [memory] = await store.listMemories();
  expect(memory).toMatchObject({ name: 'Presse', unitCount: 2 });
  const units = (await store.listUnits({}, { limit: 9 })).items;
  expect(units.map(({ fr, en }) => [fr.content, en.content])).toEqual([
    [['Le procès s’ouvre lundi.'], ['The trial begins on Monday.']],
    [[{ form: 'open', id: '1', type: 'bold' }, 'Oui', { form: 'close', id: '1' }], ['Yes']],
  ]);
  expect((await store.unitHistory(units[0]?.id ?? 0)).map(({ action }) => action)).toEqual(['create', 'change']);
  const [project] = await store.listProjects();
  expect(project).toMatchObject({ name: 'Affaire', progress: { segments: 1, doneSegments: 1 } });
  expect(await store.getSetting('keys')).toEqual({ preset: 'memoq' });
}
