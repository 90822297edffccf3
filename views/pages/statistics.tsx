import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { PATHS, projectPath, statisticsPath } from '../paths.ts';

const SPANS = ['day', 'week', 'month'] as const;

interface Amount {
  readonly segments: number;
  readonly words: number;
}

interface StatisticsPageProps {
  readonly context: PageContext;
  readonly statistics: {
    readonly span: (typeof SPANS)[number];
    /** In order, also where nothing was done; `from` is the first day. */
    readonly spans: readonly (Amount & { readonly from: string })[];
    readonly projects: readonly (Amount & { readonly project: Project })[];
  };
}

/** What was confirmed over time, across projects. */
export function StatisticsPage({ context, statistics: { span, spans, projects } }: StatisticsPageProps): VNode {
  const { statistics: said, projects: named, shared, format } = context.messages;
  const words = spans.reduce((sum, one) => sum + one.words, 0);
  return (
    <Layout
      context={context}
      title={said.title}
      section="projects"
      breadcrumb={[{ label: named.title, href: PATHS.projects }]}
    >
      <PageHead title={said.title} lead={said.lead} />
      <nav class="sections" aria-label={said.by}>
        <ul>
          {SPANS.map((one) => (
            <li key={one}>
              <a href={statisticsPath(one)} {...(one === span && { 'aria-current': 'page' as const })}>
                {said.spans[one]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {words === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <div class="stack-loose">
          <section class="sheet">
            <BarChart
              ofTime
              title={said.charts[span]}
              label={said.chart(spans.length, words)[span]}
              bars={spans.map(({ from, words: value }) => ({ label: format.shortDay(from), value }))}
            />
            <details>
              <summary>{said.figures}</summary>
              <Table
                caption={said.charts[span]}
                columns={[
                  { label: said.from[span], kind: 'heading', cell: ({ from }) => format.partialDate(from) },
                  { label: said.segments, kind: 'number', cell: (row) => format.number(row.segments) },
                  { label: said.words, kind: 'number', cell: (row) => format.number(row.words) },
                ]}
                rows={spans.filter((row) => row.segments > 0)}
                rowKey={({ from }) => from}
              />
            </details>
          </section>
          <section class="sheet sheet-flush">
            <Table
              caption={said.projects}
              columns={[
                {
                  label: said.project,
                  kind: 'heading',
                  cell: ({ project }) => <a href={projectPath(project.id)}>{project.name}</a>,
                },
                { label: said.segments, kind: 'number', cell: (row) => format.number(row.segments) },
                { label: said.words, kind: 'number', cell: (row) => format.number(row.words) },
                {
                  label: named.progress,
                  cell: ({ project }) => (
                    <ProgressBar progress={project.progress} label={shared.progress.of(project.name)} />
                  ),
                },
              ]}
              rows={projects}
              rowKey={({ project }) => project.id}
            />
          </section>
        </div>
      )}
    </Layout>
  );
}
