import type { SegmentComment } from '../../model/comment.ts';
import type { Store } from '../store.ts';
import { notFound } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';
import type { ProjectDocumentTable } from './project-documents.ts';
import type { SegmentTable } from './segment-table.ts';

type CommentMethods = Pick<Store, 'addComment' | 'getComment' | 'listComments' | 'deleteComment'>;

interface CommentRow {
  readonly id: number;
  readonly segment_id: number;
  readonly text: string;
  readonly created_at: number;
  readonly created_by: string;
}

export function commentMethods(
  connection: Connection,
  segments: SegmentTable,
  documents: ProjectDocumentTable,
): CommentMethods {
  const insert = connection.prepare<[number, string, number, string], CommentRow>(
    'INSERT INTO segment_comments (segment_id, text, created_at, created_by) VALUES (?, ?, ?, ?) RETURNING *',
  );
  const ofDocument = connection.prepare<[number], CommentRow>(
    `SELECT segment_comments.* FROM segment_comments JOIN segments ON segments.id = segment_id
     WHERE document_id = ? ORDER BY position, segment_comments.id`,
  );
  const byId = connection.prepare<[number], CommentRow>('SELECT * FROM segment_comments WHERE id = ?');
  const remove = connection.prepare<[number]>('DELETE FROM segment_comments WHERE id = ?');

  return {
    addComment: (segmentId, text, actor) =>
      connection.write(async () => {
        await segments.require(segmentId);
        const row = await insert.get(segmentId, text, toMilliseconds(actor.at), actor.by);
        if (row === undefined) throw notFound('segment', segmentId);
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

    deleteComment: (id) =>
      connection.write(async () => {
        if ((await remove.run(id)) === 0) throw notFound('comment', id);
      }),
  };
}

function commentOf({ id, segment_id: segmentId, text, created_at, created_by: by }: CommentRow): SegmentComment {
  return { id, segmentId, text, at: toInstant(created_at), by };
}
