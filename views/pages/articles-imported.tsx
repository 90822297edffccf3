import type { VNode } from 'preact';
import type { ReadingWarning } from '../../memory/model/document.ts';
import type { ErrorCode } from '../../memory/model/errors.ts';
import type { Job } from '../../memory/model/job.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { importArticlesJobPath, jobCancelPath, PATHS } from '../paths.ts';

/** What became of one pair of files, or of a file without a partner. */
type Outcome =
  | {
      readonly outcome: 'taken' | 'known';
      readonly name: string;
      readonly added: number;
      readonly merged: number;
      readonly alone: number;
      /** Beads that were not stored; not told of what was imported before they were counted. */
      readonly leftOut?: number;
      readonly warnings: readonly ReadingWarning[];
    }
  | { readonly outcome: 'refused'; readonly name: string; readonly code: ErrorCode; readonly message: string };

interface ArticlesImportedPageProps {
  readonly context: PageContext;
  readonly job: Job;
  /** Once the job is done. */
  readonly outcomes?: readonly Outcome[];
}

/** How far the import of many articles is, and what became of each pair. */
export function ArticlesImportedPage({ context, job, outcomes }: ArticlesImportedPageProps): VNode {
  const { importing, jobs } = context.messages;
  const { batch } = importing;
  return (
    <Layout
      context={context}
      title={batch.title}
      section="import"
      breadcrumb={[{ label: importing.section, href: PATHS.importArticle }]}
    >
      <PageHead
        title={batch.title}
        lead={jobs.states[job.state]}
        actions={
          <LinkButton href={PATHS.importArticles} icon="upload">
            {batch.another}
          </LinkButton>
        }
      />
      <div class="stack-loose">
        {job.error && (
          <Notice tone="danger" title={batch.failed}>
            <p>{context.messages.tellError(job.error.code, job.error.message)}</p>
          </Notice>
        )}
        {(job.state === 'queued' || job.state === 'running') && <Running job={job} />}
        {outcomes && <Outcomes outcomes={outcomes} />}
      </div>
    </Layout>
  );
}

function Running({ job: { id, done, total } }: { readonly job: Job }): VNode {
  const { importing, jobs, format } = usePageMessages();
  return (
    <section class="sheet stack">
      <p>
        {total !== undefined && (
          <>
            <progress max={total} value={done} aria-label={jobs.progressOf(id)} /> {format.number(done)}
            {jobs.ofTotal(total)}
          </>
        )}
      </p>
      <form class="form-actions" method="post" action={jobCancelPath(id)}>
        <LinkButton href={importArticlesJobPath(id)}>{importing.batch.reload}</LinkButton>
        <Button type="submit">{jobs.cancel}</Button>
      </form>
    </section>
  );
}

function Outcomes({ outcomes }: { readonly outcomes: readonly Outcome[] }): VNode {
  const { importing } = usePageMessages();
  const { batch } = importing;
  const count = (kind: Outcome['outcome']) => outcomes.filter(({ outcome }) => outcome === kind).length;
  return (
    <>
      <Notice
        tone={count('refused') > 0 ? 'warn' : 'good'}
        title={batch.summary(count('taken'), count('known'), count('refused'))}
      />
      <section class="sheet sheet-flush">
        <Table
          caption={batch.outcomes}
          captionHidden
          columns={[
            { label: batch.article, kind: 'heading', cell: ({ name }) => name },
            { label: batch.outcome, cell: ({ outcome }) => batch.outcomeNames[outcome] },
            { label: batch.what, cell: (outcome) => <What outcome={outcome} /> },
          ]}
          rows={outcomes.map((outcome, place) => ({ ...outcome, place }))}
          rowKey={({ place }) => place}
        />
      </section>
    </>
  );
}

function What({ outcome }: { readonly outcome: Outcome }): VNode {
  const { importing, tellError } = usePageMessages();
  if (outcome.outcome === 'refused') return <>{tellError(outcome.code, outcome.message)}</>;
  const { added, merged, alone, leftOut = 0, warnings } = outcome;
  return (
    <>
      {importing.batch.counts(added, merged, alone, leftOut)}
      {warnings.map(({ code, message }) => (
        <p key={message} class="field-hint">
          {importing.warning(code, message)}
        </p>
      ))}
    </>
  );
}
