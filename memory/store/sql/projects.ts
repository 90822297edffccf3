import { CalqueError } from '../../model/errors.ts';
import { type LanguageTag, languageOf } from '../../model/language.ts';
import type { Project, ProjectId, ProjectMemory } from '../../model/project.ts';
import type { TermbaseId } from '../../model/termbase.ts';
import type { ProjectChange, Store } from '../store.ts';
import { notFound, requireName } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import { insertion } from './insertion.ts';
import type { MemoryTable } from './memories.ts';
import { requirePenalty, requirePriority } from './memories.ts';
import type { ProgressCount } from './progress.ts';
import type { TermbaseTable } from './termbases.ts';

type ProjectMethods = Pick<Store, 'createProject' | 'listProjects' | 'getProject' | 'changeProject' | 'deleteProject'>;

/** What the other tables ask of projects, inside a transaction of theirs. */
export interface ProjectTable {
  /** @throws CalqueError `not-found` */
  require(id: ProjectId): Promise<Project>;
}

interface ProjectRow {
  readonly id: number;
  readonly name: string;
  readonly source_language: LanguageTag;
  readonly target_language: LanguageTag;
  readonly all_termbases: number;
  readonly created_at: number;
}

interface ProjectMemoryRow {
  readonly memory_id: number;
  readonly writable: number;
  readonly priority: number | null;
  readonly penalty: number | null;
}

export function projectTable(connection: Connection, progress: ProgressCount): ProjectTable {
  const byId = connection.prepare<[number], ProjectRow>('SELECT * FROM projects WHERE id = ?');
  const memoriesOf = connection.prepare<[number], ProjectMemoryRow>(
    'SELECT memory_id, writable, priority, penalty FROM project_memories WHERE project_id = ? ORDER BY place',
  );
  const termbasesOf = connection
    .prepare<[number], TermbaseId>(
      'SELECT termbase_id FROM project_termbases WHERE project_id = ? ORDER BY termbase_id',
    )
    .pluck();

  return {
    async require(id) {
      const row = await byId.get(id);
      if (row === undefined) throw notFound('project', id);
      return {
        id: row.id,
        name: row.name,
        sourceLanguage: row.source_language,
        targetLanguage: row.target_language,
        memories: (await memoriesOf.all(id)).map(projectMemoryOf),
        ...(row.all_termbases === 0 && { termbases: await termbasesOf.all(id) }),
        createdAt: toInstant(row.created_at),
        progress: await progress.ofProject(id),
      };
    },
  };
}

export function projectMethods(
  connection: Connection,
  projects: ProjectTable,
  memories: MemoryTable,
  termbases: TermbaseTable,
): ProjectMethods {
  const insert = insertion<[string, string, string, number, string]>(
    connection,
    `INSERT INTO projects (name, source_language, target_language, created_at, created_by) VALUES (?, ?, ?, ?, ?)`,
  );
  const newest = connection.prepare<[], { readonly id: number }>('SELECT id FROM projects ORDER BY id DESC');
  const rename = connection.prepare<[string, number]>('UPDATE projects SET name = ? WHERE id = ?');
  const turn = connection.prepare<[string, string, number]>(
    'UPDATE projects SET source_language = ?, target_language = ? WHERE id = ?',
  );
  const hasDocument = connection.prepare<[number], { readonly id: number }>(
    'SELECT id FROM project_documents WHERE project_id = ? LIMIT 1',
  );
  const remove = connection.prepare<[number]>('DELETE FROM projects WHERE id = ?');
  const forgetMemories = connection.prepare<[number]>('DELETE FROM project_memories WHERE project_id = ?');
  const addMemory = connection.prepare<[number, number, number, number, number | null, number | null]>(
    'INSERT INTO project_memories (project_id, place, memory_id, writable, priority, penalty) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const useAll = connection.prepare<[number, number]>('UPDATE projects SET all_termbases = ? WHERE id = ?');
  const forgetTermbases = connection.prepare<[number]>('DELETE FROM project_termbases WHERE project_id = ?');
  const addTermbase = connection.prepare<[number, number]>(
    'INSERT INTO project_termbases (project_id, termbase_id) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );

  async function setTermbases(id: ProjectId, used: readonly TermbaseId[] | 'all'): Promise<void> {
    await useAll.run(Number(used === 'all'), id);
    await forgetTermbases.run(id);
    if (used !== 'all') for (const one of used) await addTermbase.run(id, (await termbases.require(one)).id);
  }

  async function setMemories(id: ProjectId, used: readonly ProjectMemory[]): Promise<void> {
    if (new Set(used.map((one) => one.memoryId)).size < used.length) {
      throw new CalqueError('bad-request', 'A memory is named twice.', { where: 'memories' });
    }
    await forgetMemories.run(id);
    for (const [place, { memoryId, write, priority, penalty }] of used.entries()) {
      const { id: memory } = await memories.require(memoryId);
      const rank = priority === undefined ? null : requirePriority(priority);
      const points = penalty === undefined ? null : requirePenalty(penalty);
      await addMemory.run(id, place, memory, Number(write), rank, points);
    }
  }

  async function setDirection(project: Project, { sourceLanguage, targetLanguage }: ProjectChange): Promise<void> {
    if (sourceLanguage === undefined && targetLanguage === undefined) return;
    const [source, target] = [sourceLanguage ?? project.sourceLanguage, targetLanguage ?? project.targetLanguage];
    requireDirection(source, target);
    if (source === project.sourceLanguage && target === project.targetLanguage) return;
    if ((await hasDocument.get(project.id)) !== undefined) {
      const message = `The project “${project.name}” has documents: its direction stays.`;
      throw new CalqueError('impossible-step', message, { where: 'sourceLanguage' });
    }
    await turn.run(source, target, project.id);
  }

  return {
    createProject: ({ name, sourceLanguage, targetLanguage, memories: used, termbases: terms }, actor) =>
      connection.write(async () => {
        requireDirection(sourceLanguage, targetLanguage);
        const created = toMilliseconds(actor.at);
        const id = await insert(requireName(name), sourceLanguage, targetLanguage, created, actor.by);
        await setMemories(id, used);
        if (terms) await setTermbases(id, terms);
        return projects.require(id);
      }),

    listProjects: () => connection.read(async () => inOrder(await newest.all(), ({ id }) => projects.require(id))),

    getProject: (id) => connection.read(() => projects.require(id)),

    changeProject: (id, change) =>
      connection.write(async () => {
        const project = await projects.require(id);
        await setDirection(project, change);
        if (change.name !== undefined) await rename.run(requireName(change.name), id);
        if (change.memories !== undefined) await setMemories(id, change.memories);
        if (change.termbases !== undefined) await setTermbases(id, change.termbases);
        return projects.require(id);
      }),

    deleteProject: (id) =>
      connection.write(async () => {
        await projects.require(id);
        await remove.run(id);
      }),
  };
}

function requireDirection(source: LanguageTag, target: LanguageTag): void {
  if (languageOf(source) !== languageOf(target)) return;
  const message = 'A project translates from French to English or from English to French.';
  throw new CalqueError('same-language', message, { where: 'targetLanguage' });
}

function projectMemoryOf({ memory_id: memoryId, writable, priority, penalty }: ProjectMemoryRow): ProjectMemory {
  return {
    memoryId,
    write: writable === 1,
    ...(priority !== null && { priority }),
    ...(penalty !== null && { penalty }),
  };
}
