import type { CommentId, PlacedComment, SegmentComment } from '../model/comment.ts';
import type { ProjectDocumentId, SegmentId } from '../model/project.ts';
import type { Actor } from './calls.ts';

/** What is said about segments. Who looks at the document elsewhere is told by an event. */
export interface CommentStore {
  addComment(segmentId: SegmentId, text: string, actor: Actor): Promise<SegmentComment>;
  getComment(id: CommentId): Promise<SegmentComment>;
  /** The comments on a document, in the order of its segments, then as they came. */
  listComments(documentId: ProjectDocumentId): Promise<readonly SegmentComment[]>;
  deleteComment(id: CommentId, actor: Actor): Promise<void>;
  /** The comments with an `@` in them, in any project, newest first. @param limit 1–1000 */
  listSpeakingComments(limit: number): Promise<readonly PlacedComment[]>;
}
