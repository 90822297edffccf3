import type { VNode } from 'preact';
import type { BitextReview } from '../../memory/model/review.ts';
import type { PageContext } from '../assets.ts';
import { Languages } from '../components/languages.tsx';
import { Notice } from '../components/notice.tsx';
import { ReadingWarnings } from '../components/reading-warnings.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';

interface ReviewPageProps {
  readonly context: PageContext;
  readonly review: Pick<BitextReview, 'id' | 'provenance' | 'warnings'>;
}

/** The shell of a review: all that stands before its script runs. */
export function ReviewPage({ context, review }: ReviewPageProps): VNode {
  const { reviews, workplace } = context.messages;
  const title = review.provenance.title ?? reviews.untitled(review.id);
  return (
    <Layout
      context={context}
      title={title}
      section="import"
      width="wide"
      styles={['views/styles/review.css']}
      scripts={['views/review/client.tsx']}
    >
      <div class="editor-head">
        <div class="editor-title">
          <p class="breadcrumb">
            <a href={PATHS.reviews}>{reviews.title}</a>
          </p>
          <h1>{title}</h1>
        </div>
        <Languages source="fr" target="en" />
      </div>
      {review.warnings.length > 0 && (
        <div class="review-notes">
          <ReadingWarnings warnings={review.warnings} />
        </div>
      )}
      <div id="review" data-review-id={review.id}>
        <p class="review-loading" role="status">
          {reviews.opening}
        </p>
        <noscript>
          <div class="page page-narrow">
            <Notice tone="warn" title={workplace.noScript}>
              <p>{reviews.noScript}</p>
            </Notice>
          </div>
        </noscript>
      </div>
    </Layout>
  );
}
