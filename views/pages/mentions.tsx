import type { VNode } from 'preact';
import { type CommentId, commentPieces, type PlacedComment } from '../../memory/model/comment.ts';
import type { PageContext } from '../assets.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS, segmentPath } from '../paths.ts';

interface MentionsPageProps {
  readonly context: PageContext;
  /** Newest first. */
  readonly comments: readonly PlacedComment[];
  /** Those that they have not been shown here before. */
  readonly unseen: ReadonlySet<CommentId>;
}

/** Where whoever looks is spoken to in comments. */
export function MentionsPage({ context, comments, unseen }: MentionsPageProps): VNode {
  const { mentions: said, projects, format } = context.messages;
  return (
    <Layout
      context={context}
      title={said.title}
      section="projects"
      width="narrow"
      breadcrumb={[{ label: projects.title, href: PATHS.projects }]}
    >
      <PageHead title={said.title} lead={said.lead} />
      {comments.length === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <ol class="mentions">
          {comments.map(({ id, text, by, at, projectId, projectName, documentId, documentName, position }) => (
            <li key={id} class="sheet">
              <p class="small quiet">
                {unseen.has(id) && <strong class="comment-new">{said.unseen}</strong>}
                {by}, <time dateTime={at}>{format.moment(at)}</time>
              </p>
              <p class="comment-text" dir="auto">
                {commentPieces(text).map((piece) => (piece.mention ? <strong>{piece.text}</strong> : piece.text))}
              </p>
              <p>
                <a href={segmentPath(projectId, documentId, position + 1)}>
                  {said.place(projectName, documentName, position + 1)}
                </a>
              </p>
            </li>
          ))}
        </ol>
      )}
    </Layout>
  );
}
