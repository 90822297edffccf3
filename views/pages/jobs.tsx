import type { VNode } from 'preact';
import type { Job } from '../../memory/model/job.ts';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { importArticlesJobPath, jobCancelPath } from '../paths.ts';

interface JobsPageProps {
  readonly context: PageContext;
  /** Newest first. */
  readonly jobs: readonly Job[];
}

/** Background work, newest first. */
export function JobsPage({ context, jobs }: JobsPageProps): VNode {
  const { format, jobs: said } = context.messages;
  const mayCancel = ({ createdBy }: Job) => context.may('translator') || context.person?.name === createdBy;
  return (
    <Layout context={context} title={said.title} section="jobs" scripts={['views/jobs/client.ts']}>
      <PageHead title={said.title} lead={said.lead} />
      <div id="jobs">
        {jobs.length === 0 ? (
          <EmptyState title={said.empty.title}>{said.empty.text}</EmptyState>
        ) : (
          <section class="sheet sheet-flush">
            <Table
              caption={said.title}
              captionHidden
              columns={[
                { label: said.job, kind: 'heading', cell: (job) => <Name job={job} /> },
                { label: said.state, cell: (job) => <State job={job} /> },
                { label: said.progress, cell: (job) => <Progress job={job} /> },
                {
                  label: said.asked,
                  cell: ({ createdAt }) => <time dateTime={createdAt}>{format.moment(createdAt)}</time>,
                },
                { label: said.action, cell: (job) => (mayCancel(job) ? <Cancel job={job} /> : '–') },
              ]}
              rows={jobs}
              rowKey={({ id }) => id}
            />
          </section>
        )}
      </div>
    </Layout>
  );
}

function Name({ job: { id, kind } }: { readonly job: Job }): VNode {
  const { jobs: said } = usePageMessages();
  const name = said.named(said.kinds[kind] ?? kind, id);
  return kind === 'import-articles' ? <a href={importArticlesJobPath(id)}>{name}</a> : <span>{name}</span>;
}

function State({ job: { state, error, cancelRequested } }: { readonly job: Job }): VNode {
  const { jobs: said, tellError } = usePageMessages();
  const ending = state === 'running' && cancelRequested;
  return (
    <>
      {ending ? said.ending : said.states[state]}
      {error && <p class="field-hint">{tellError(error.code, error.message)}</p>}
    </>
  );
}

function Progress({ job: { id, done, total, state } }: { readonly job: Job }): VNode {
  const { jobs: said, format } = usePageMessages();
  if (done === 0 && state !== 'running') return <>–</>;
  const figures = (
    <>
      <span data-figures={id}>{format.number(done)}</span>
      {total !== undefined && said.ofTotal(total)}
    </>
  );
  if (state !== 'running' || total === undefined) return figures;
  return (
    <>
      <progress data-job={id} max={total} value={done} aria-label={said.progressOf(id)} /> {figures}
    </>
  );
}

function Cancel({ job: { id, state, cancelRequested } }: { readonly job: Job }): VNode {
  const { jobs: said } = usePageMessages();
  if ((state !== 'queued' && state !== 'running') || cancelRequested) return <>–</>;
  return (
    <form method="post" action={jobCancelPath(id)}>
      <Button type="submit" id={`cancel-${id}`} aria-label={said.cancelJob(id)}>
        {said.cancel}
      </Button>
    </form>
  );
}
