import type { CommentId } from '../../../memory/model/comment.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { Session } from '../session.ts';
import type { ReadComments } from '../state/comments.ts';

/** Keeps up to where comments were read in this browser, and follows what is read in its other tabs. */
export function keepReadComments(session: Session): void {
  const key = `calque-comments-read-${session.state().place.documentId}`;
  session.dispatch({ type: 'commentsSeenBefore', read: readFrom(key) });
  let kept = session.state().readComments;
  session.subscribe(() => {
    const { readComments } = session.state();
    if (readComments === kept) return;
    kept = readComments;
    try {
      localStorage.setItem(key, JSON.stringify([...kept]));
    } catch {
      // They are marked as unread again at the next visit.
    }
  });
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    kept = readFrom(key);
    session.dispatch({ type: 'commentsSeenBefore', read: kept });
  });
}

function readFrom(key: string): ReadComments {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return new Map(Array.isArray(kept) ? kept.filter(isPair) : []);
  } catch {
    return new Map();
  }
}

function isPair(given: unknown): given is readonly [SegmentId, CommentId] {
  return Array.isArray(given) && given.length === 2 && given.every(Number.isInteger);
}
