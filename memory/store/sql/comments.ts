import type { PlacedComment, SegmentComment } from '../../model/comment.ts';
import type { CommentStore } from '../comment-store.ts';
import { notFound, requireInteger } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { EventTable } from './events.ts';
import type { ProjectDocumentTable } from './project-documents.ts';
import type { SegmentTable } from './segment-table.ts';

interface CommentRow {
  readonly id: number;
  readonly segment_id: number;
  readonly text: string;
  readonly created_at: number;
  readonly created_by: string;
}

interface PlacedRow extends CommentRow {
  readonly position: number;
  readonly document_id: number;
  readonly document_name: string;
  readonly project_id: number;
  readonly project_name: string;
}

export function commentMethods(
  connection: Connection,
  segments: SegmentTable,
  documents: ProjectDocumentTable,
  events: EventTable,
): CommentStore {
  const insert = connection.prepare<[number, string, number, string], CommentRow>(
    'INSERT INTO segment_comments (segment_id, text, created_at, created_by) VALUES (?, ?, ?, ?) RETURNING *',
  );
  const ofDocument = connection.prepare<[number], CommentRow>(
    `SELECT segment_comments.* FROM segment_comments JOIN segments ON segments.id = segment_id
     WHERE document_id = ? ORDER BY position, segment_comments.id`,
  );
  const byId = connection.prepare<[number], CommentRow>('SELECT * FROM segment_comments WHERE id = ?');
  const remove = connection.prepare<[number]>('DELETE FROM segment_comments WHERE id = ?');

  const speaking = connection.prepare<[number], PlacedRow>(
    `SELECT c.*, s.position, d.id AS document_id, d.name AS document_name, p.id AS project_id, p.name AS project_name
     FROM segment_comments AS c
     JOIN segments AS s ON s.id = c.segment_id
     JOIN project_documents AS d ON d.id = s.document_id
     JOIN projects AS p ON p.id = d.project_id
     WHERE c.text LIKE '%@%' ORDER BY c.id DESC LIMIT ?`,
  );

  return {
    addComment: (segmentId, text, actor) =>
      connection.write(async () => {
        const { document_id: documentId } = await segments.require(segmentId);
        const row = await insert.get(segmentId, text, toMilliseconds(actor.at), actor.by);
        if (row === undefined) throw notFound('segment', segmentId);
        await events.add({ kind: 'comment', documentId, segmentId }, actor);
        return commentOf(row);
      }),

    getComment: (id) =>
      connection.read(async () => {
        const row = await byId.get(id);
        if (row === undefined) throw notFound('comment', id);
        return commentOf(row);
      }),

    listComments: (documentId) =>
      connection.read(async () => {
        await documents.require(documentId);
        return (await ofDocument.all(documentId)).map(commentOf);
      }),

    deleteComment: (id, actor) =>
      connection.write(async () => {
        const row = await byId.get(id);
        if (row === undefined) throw notFound('comment', id);
        await remove.run(id);
        const { document_id: documentId, id: segmentId } = await segments.require(row.segment_id);
        await events.add({ kind: 'comment', documentId, segmentId }, actor);
      }),

    listSpeakingComments: (limit) =>
      connection.read(async () => {
        requireInteger(limit, 1, 1000, 'limit');
        return (await speaking.all(limit)).map(placedOf);
      }),
  };
}

function placedOf(row: PlacedRow): PlacedComment {
  const { position, document_id: documentId, document_name: documentName } = row;
  const { project_id: projectId, project_name: projectName } = row;
  return { ...commentOf(row), position, documentId, documentName, projectId, projectName };
}

function commentOf({ id, segment_id: segmentId, text, created_at, created_by: by }: CommentRow): SegmentComment {
  return { id, segmentId, text, at: toInstant(created_at), by };
}
