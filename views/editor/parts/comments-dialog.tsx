import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { commentPieces, type SegmentComment } from '../../../memory/model/comment.ts';
import { createClient, ProblemError } from '../../../src/contract/client.ts';
import { Button } from '../../components/button.tsx';
import { countUnread } from '../state/comments.ts';
import type { Row } from '../state/row.ts';
import { useSurroundings } from './context.ts';
import { MentionField } from './mention-field.tsx';
import { Modal } from './modal.tsx';

interface CommentsDialogProps {
  readonly row: Row;
  readonly comments: readonly SegmentComment[];
  readonly onClose: () => void;
}

/** What was said about a segment, and saying something. */
export function CommentsDialog({ row, comments, onClose }: CommentsDialogProps): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.comments;
  const [fault, setFault] = useState<string>();
  const { readComments, place } = session.state();
  // What was new when the dialog was opened stays marked while it is read.
  const [readBefore] = useState(readComments.get(row.segment.id));
  const last = comments.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined) session.dispatch({ type: 'commentsSeen', segmentId: row.segment.id, upTo: last });
  }, [last]);
  const tell = (error: unknown) =>
    setFault(
      error instanceof ProblemError
        ? messages.tellError(error.problem.code, error.problem.detail)
        : messages.news.noAnswer,
    );
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const text = String(new FormData(form).get('text') ?? '').trim();
    if (text === '') return;
    try {
      const comment = await createClient()('addComment', { params: { id: row.segment.id }, body: { text } });
      session.dispatch({ type: 'commented', comment });
      session.announce(said.added);
      form.reset();
      setFault(undefined);
    } catch (error) {
      tell(error);
    }
  };
  const remove = async ({ id }: SegmentComment) => {
    try {
      await createClient()('deleteComment', { params: { id } });
      session.dispatch({ type: 'commentDeleted', id });
      session.announce(said.removed);
    } catch (error) {
      tell(error);
    }
  };
  return (
    <Modal title={said.title(row.index + 1)} onClose={onClose}>
      {comments.length === 0 && <p class="quiet">{said.none}</p>}
      <ul class="versions">
        {comments.map((comment) => (
          <li key={comment.id} class="version">
            <p class="small quiet">
              {countUnread([comment], readBefore, place.person) > 0 && (
                <strong class="comment-new">{said.unread}</strong>
              )}
              {said.by(comment.by, messages.format.moment(comment.at))}
            </p>
            <p class="comment-text" dir="auto">
              {commentPieces(comment.text).map(({ text, mention }) => (mention ? <strong>{text}</strong> : text))}
            </p>
            <Button small look="quiet" onClick={() => void remove(comment)}>
              {said.remove}
            </Button>
          </li>
        ))}
      </ul>
      <form class="form" onSubmit={(event) => void add(event)}>
        <div class="field">
          <label for="comment-text">{said.write}</label>
          <p class="field-hint" id="comment-hint">
            {said.hint}
          </p>
          <MentionField id="comment-text" name="text" describedBy="comment-hint" people={place.people} />
          {fault !== undefined && (
            <p class="field-error" role="alert">
              {fault}
            </p>
          )}
        </div>
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
