import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import { CalqueError } from '../../model/errors.ts';
import type { DocumentFormat, NewSegment, ProjectDocument, ProjectDocumentId } from '../../model/project.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { Actor, Store } from '../store.ts';
import { notFound, requireName } from './arguments.ts';
import { contentColumns, toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import { inOrder } from './in-order.ts';
import { insertion } from './insertion.ts';
import type { ProgressCount } from './progress.ts';
import type { ProjectTable } from './projects.ts';

const deflate = promisify<Uint8Array, Buffer>(deflateRaw);
const inflate = promisify<Uint8Array, Buffer>(inflateRaw);

type ProjectDocumentMethods = Pick<
  Store,
  | 'addProjectDocument'
  | 'addProjectDocuments'
  | 'listProjectDocuments'
  | 'getProjectDocument'
  | 'projectDocumentFile'
  | 'deleteProjectDocument'
>;

/** What the other tables ask of project documents, inside a transaction of theirs. */
export interface ProjectDocumentTable {
  /** @throws CalqueError `not-found` */
  require(id: ProjectDocumentId): Promise<ProjectDocument>;
}

interface ProjectDocumentRow {
  readonly id: number;
  readonly project_id: number;
  readonly name: string;
  readonly provenance: string;
  readonly created_at: number;
  readonly format: DocumentFormat | null;
  readonly size: number | null;
}

export function projectDocumentTable(connection: Connection, progress: ProgressCount): ProjectDocumentTable {
  const byId = connection.prepare<[number], ProjectDocumentRow>(
    `SELECT d.*, f.format, f.size FROM project_documents AS d
     LEFT JOIN project_document_files AS f ON f.document_id = d.id WHERE d.id = ?`,
  );

  return {
    async require(id) {
      const row = await byId.get(id);
      if (row === undefined) throw notFound('document', id);
      return {
        id: row.id,
        projectId: row.project_id,
        name: row.name,
        provenance: JSON.parse(row.provenance) as Provenance,
        ...(row.format !== null && { file: { format: row.format, size: row.size ?? 0 } }),
        createdAt: toInstant(row.created_at),
        progress: await progress.ofDocument(id),
      };
    },
  };
}

export function projectDocumentMethods(
  connection: Connection,
  documents: ProjectDocumentTable,
  projects: ProjectTable,
): ProjectDocumentMethods {
  const insert = insertion<[number, string, string, number, string]>(
    connection,
    'INSERT INTO project_documents (project_id, name, provenance, created_at, created_by) VALUES (?, ?, ?, ?, ?)',
  );
  const insertSegment = connection.prepare<(string | number | null)[]>(
    `INSERT INTO segments (
       document_id, position, version, status, locked, words, paragraph, changed_at, changed_by,
       before, after, source_text, source_content, target_text, target_content, origin, file_segment, block
     ) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertFile = connection.prepare<[number, string, number, Buffer]>(
    'INSERT INTO project_document_files (document_id, format, size, deflated) VALUES (?, ?, ?, ?)',
  );
  const fileOf = connection
    .prepare<[number], Buffer>('SELECT deflated FROM project_document_files WHERE document_id = ?')
    .pluck();
  const ofProject = connection.prepare<[number], { readonly id: number }>(
    'SELECT id FROM project_documents WHERE project_id = ? ORDER BY id',
  );
  const remove = connection.prepare<[number]>('DELETE FROM project_documents WHERE id = ?');

  async function addSegment(
    documentId: ProjectDocumentId,
    position: number,
    segment: NewSegment,
    actor: Actor,
  ): Promise<void> {
    const source = contentColumns(segment.source);
    const target = contentColumns(segment.target ?? []);
    const translated = target.text !== '' || target.content !== null;
    await insertSegment.run(
      documentId,
      position,
      segment.status ?? (translated ? 'draft' : 'untranslated'),
      Number(segment.locked ?? false),
      segment.words,
      segment.paragraph,
      toMilliseconds(actor.at),
      actor.by,
      segment.before,
      segment.after,
      source.text,
      source.content,
      target.text,
      target.content,
      segment.origin === undefined ? null : JSON.stringify(segment.origin),
      segment.fileSegment ?? null,
      segment.block ?? null,
    );
  }

  const addAll: Store['addProjectDocuments'] = async (projectId, given, actor) => {
    const packed = await Promise.all(given.map(({ file }) => file && deflate(file.bytes)));
    return connection.write(async () => {
      await projects.require(projectId);
      const created = toMilliseconds(actor.at);
      return inOrder([...given.entries()], async ([place, { name, provenance, segments, file }]) => {
        const id = await insert(projectId, requireName(name), JSON.stringify(provenance), created, actor.by);
        for (const [position, segment] of segments.entries()) await addSegment(id, position, segment, actor);
        const deflated = packed[place];
        if (file && deflated) await insertFile.run(id, file.format, file.bytes.length, deflated);
        return documents.require(id);
      });
    });
  };

  return {
    addProjectDocuments: addAll,

    addProjectDocument: async (projectId, document, actor) => {
      const [added] = await addAll(projectId, [document], actor);
      if (added === undefined) throw notFound('project', projectId);
      return added;
    },

    listProjectDocuments: (projectId) =>
      connection.read(async () => {
        await projects.require(projectId);
        return inOrder(await ofProject.all(projectId), ({ id }) => documents.require(id));
      }),

    getProjectDocument: (id) => connection.read(() => documents.require(id)),

    projectDocumentFile: async (id) => {
      const deflated = await connection.read(async () => {
        const { name } = await documents.require(id);
        const found = await fileOf.get(id);
        if (found) return found;
        throw new CalqueError('not-found', `The document “${name}” came as text: there is no file of it.`, {
          where: 'document',
        });
      });
      return inflate(deflated);
    },

    deleteProjectDocument: (id) =>
      connection.write(async () => {
        await documents.require(id);
        await remove.run(id);
      }),
  };
}
