import type { VNode } from 'preact';
import type { Job, JobState } from '../../memory/model/job.ts';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatNumber, formatTime } from '../components/format.ts';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { jobCancelPath } from '../paths.ts';

interface JobsPageProps {
  readonly context: PageContext;
  /** Newest first. */
  readonly jobs: readonly Job[];
}

/** What each kind of job does, for people. A kind without a name here is shown by its own. */
const KIND_NAMES: Readonly<Record<string, string>> = {
  reindex: 'Build the index anew',
};

const STATE_NAMES: Readonly<Record<JobState, string>> = {
  queued: 'Waiting',
  running: 'Running',
  done: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** Background work, newest first. */
export function JobsPage({ context, jobs }: JobsPageProps): VNode {
  return (
    <Layout context={context} title="Jobs" section="jobs">
      <PageHead title="Jobs" lead="Work that goes on in the background, and what came of it in the last 30 days." />
      {jobs.length === 0 ? (
        <EmptyState title="No jobs">
          Long work, such as building the index anew, shows here while it goes on.
        </EmptyState>
      ) : (
        <section class="sheet sheet-flush">
          <Table
            caption="Jobs"
            captionHidden
            columns={[
              { label: 'Job', kind: 'heading', cell: ({ id, kind }) => `${KIND_NAMES[kind] ?? kind} (${id})` },
              { label: 'State', cell: (job) => <State job={job} /> },
              { label: 'Progress', cell: (job) => <Progress job={job} /> },
              {
                label: 'Asked for',
                cell: ({ createdAt }) => <time dateTime={createdAt}>{formatTime(createdAt)}</time>,
              },
              { label: 'Action', cell: (job) => <Cancel job={job} /> },
            ]}
            rows={jobs}
            rowKey={({ id }) => id}
          />
        </section>
      )}
    </Layout>
  );
}

function State({ job: { state, error, cancelRequested } }: { readonly job: Job }): VNode {
  const ending = state === 'running' && cancelRequested;
  return (
    <>
      {ending ? 'Being cancelled' : STATE_NAMES[state]}
      {error && <p class="field-hint">{error.message}</p>}
    </>
  );
}

function Progress({ job: { id, done, total, state } }: { readonly job: Job }): VNode {
  const figures = total === undefined ? formatNumber(done) : `${formatNumber(done)} of ${formatNumber(total)}`;
  if (state !== 'running' || total === undefined) return <>{done > 0 ? figures : '–'}</>;
  return (
    <>
      <progress max={total} value={done} aria-label={`Progress of job ${id}`} /> {figures}
    </>
  );
}

function Cancel({ job: { id, state, cancelRequested } }: { readonly job: Job }): VNode {
  if ((state !== 'queued' && state !== 'running') || cancelRequested) return <>–</>;
  return (
    <form method="post" action={jobCancelPath(id)}>
      <Button type="submit" aria-label={`Cancel job ${id}`}>
        Cancel
      </Button>
    </form>
  );
}
