import type { VNode } from 'preact';
import type { ReviewSummary } from '../../memory/model/review.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { deleteReviewPath, PATHS, reviewPath } from '../paths.ts';

interface ReviewsPageProps {
  readonly context: PageContext;
  readonly reviews: readonly ReviewSummary[];
}

/** The reviews there are, each with how far it has come. */
export function ReviewsPage({ context, reviews }: ReviewsPageProps): VNode {
  const { format, reviews: said, importing } = context.messages;
  const bring = context.may('translator') && (
    <LinkButton href={PATHS.importArticle} look="primary" icon="upload">
      {importing.title}
    </LinkButton>
  );
  return (
    <Layout context={context} title={said.title} section="import">
      <PageHead title={said.title} lead={said.lead} actions={reviews.length > 0 && bring} />
      {reviews.length === 0 ? (
        <EmptyState title={said.empty} actions={bring}>
          {said.emptyText}
        </EmptyState>
      ) : (
        <section class="sheet sheet-flush">
          <Table
            caption={said.title}
            captionHidden
            columns={[
              {
                label: said.article,
                kind: 'heading',
                cell: ({ id, provenance }) => <a href={reviewPath(id)}>{provenance.title ?? said.untitled(id)}</a>,
              },
              { label: said.memory, cell: ({ memory }) => memory },
              { label: said.decided, cell: ({ progress }) => said.progress(decidedOf(progress), progress.beads) },
              { label: said.state, cell: ({ state }) => said.states[state] },
              {
                label: said.changed,
                cell: ({ changedAt }) => <time dateTime={changedAt}>{format.day(changedAt)}</time>,
              },
              ...(context.may('translator')
                ? [{ label: said.remove, cell: ({ id }: ReviewSummary) => <DeleteReview id={id} context={context} /> }]
                : []),
            ]}
            rows={reviews}
            rowKey={({ id }) => id}
          />
        </section>
      )}
    </Layout>
  );
}

function decidedOf({ accepted, passed, deleted }: ReviewSummary['progress']): number {
  return accepted + passed + deleted;
}

/** A form that is opened first, so that nothing is deleted by one click. */
function DeleteReview({ id, context }: { readonly id: number; readonly context: PageContext }): VNode {
  const said = context.messages.reviews;
  return (
    <details>
      <summary>{said.remove}</summary>
      <form method="post" action={deleteReviewPath(id)} class="stack">
        <p class="small">{said.removeText}</p>
        <Button type="submit" look="danger" small>
          {said.removeDo}
        </Button>
      </form>
    </details>
  );
}
