import type { CommentId, SegmentComment } from '../../../memory/model/comment.ts';
import type { SegmentId } from '../../../memory/model/project.ts';

/** What is said about each segment that something is said about, oldest first. */
export type Comments = ReadonlyMap<SegmentId, readonly SegmentComment[]>;

/** Up to which comment those of each segment were read in this browser. */
export type ReadComments = ReadonlyMap<SegmentId, CommentId>;

/** How many comments of others on a segment were not read yet. */
export function countUnread(comments: readonly SegmentComment[], upTo: CommentId = 0, me: string): number {
  return comments.filter(({ id, by }) => id > upTo && by !== me).length;
}

export function commentsOf(all: readonly SegmentComment[]): Comments {
  return all.reduce<Comments>(withComment, new Map());
}

export function withComment(comments: Comments, comment: SegmentComment): Comments {
  const there = (comments.get(comment.segmentId) ?? []).filter(({ id }) => id !== comment.id);
  return new Map([...comments, [comment.segmentId, [...there, comment]]]);
}

export function withoutComment(comments: Comments, id: CommentId): Comments {
  const left = [...comments].map(([segmentId, list]) => [segmentId, list.filter((one) => one.id !== id)] as const);
  return new Map(left.filter(([, list]) => list.length > 0));
}
