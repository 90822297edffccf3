import type { VNode } from 'preact';
import type { Saying } from '../../memory/checks/check.ts';
import { type Amount, type Analysis, BANDS, type Band } from '../../memory/model/analysis.ts';
import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { BarChart } from '../components/bar-chart.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { sayFinding } from '../messages/say-finding.ts';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { analysisPath, PATHS, projectPath, segmentPath } from '../paths.ts';

interface AnalysisPageProps {
  readonly context: PageContext;
  readonly project: Project;
  readonly documents: readonly ProjectDocument[];
  /** The last one; absent where none was made. */
  readonly analysis: Analysis | undefined;
  /** A new one was asked for and is not there yet. */
  readonly underWay: boolean;
}

/** A project measured: what the memories know of it, what the checks find, what was confirmed when. */
export function AnalysisPage({ context, project, documents, analysis, underWay }: AnalysisPageProps): VNode {
  const { analysis: said, projects, format, site } = context.messages;
  return (
    <Layout
      context={context}
      title={said.of(project.name)}
      section="projects"
      breadcrumb={[
        { label: projects.title, href: PATHS.projects },
        { label: project.name, href: projectPath(project.id) },
      ]}
    >
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          context.may('translator', { project: project.id }) && (
            <form method="post" action={analysisPath(project.id)}>
              <Button type="submit" look="primary">
                {analysis === undefined ? said.run : said.again}
              </Button>
            </form>
          )
        }
      />
      <div class="stack-loose">
        {underWay && (
          <Notice title={said.underWay}>
            <p>{said.underWayText}</p>
            <p>
              <LinkButton small href={PATHS.jobs}>
                {site.sections.jobs}
              </LinkButton>
            </p>
          </Notice>
        )}
        {analysis === undefined ? (
          !underWay && <EmptyState title={said.none}>{said.noneText}</EmptyState>
        ) : (
          <>
            <p class="small quiet">{said.asOf(`${format.day(analysis.at)}, ${analysis.at.slice(11, 16)}`)}</p>
            <Bands bands={analysis.bands} />
            <Issues analysis={analysis} project={project} documents={documents} />
            <Days days={analysis.days} />
          </>
        )}
      </div>
    </Layout>
  );
}

const TONES: Readonly<Record<Band, string>> = {
  context: 'tone-101',
  '100': 'tone-100',
  '95': 'tone-95',
  '85': 'tone-85',
  '75': 'tone-75',
  '50': 'tone-50',
  related: 'tone-related',
  repetition: 'tone-95',
  new: 'tone-new',
};

function Bands({ bands }: Pick<Analysis, 'bands'>): VNode {
  const { analysis: said, format } = usePageMessages();
  const words = BANDS.reduce((sum, band) => sum + bands[band].words, 0);
  const rows: readonly (Amount & { readonly name: string })[] = [
    ...BANDS.map((band) => ({ name: said.names[band], ...bands[band] })),
    { name: said.total, segments: BANDS.reduce((sum, band) => sum + bands[band].segments, 0), words },
  ];
  return (
    <section class="sheet">
      <BarChart
        title={said.bandsChart}
        label={said.bandsChart}
        bars={BANDS.map((band) => ({ label: said.names[band], value: bands[band].words, tone: TONES[band] }))}
      />
      <Table
        caption={said.bands}
        columns={[
          { label: said.band, kind: 'heading', cell: ({ name }) => name },
          { label: said.segments, kind: 'number', cell: ({ segments }) => format.number(segments) },
          { label: said.words, kind: 'number', cell: (row) => format.number(row.words) },
          {
            label: said.share,
            kind: 'number',
            cell: (row) => format.percent(words === 0 ? 0 : Math.round((row.words / words) * 100)),
          },
        ]}
        rows={rows}
        rowKey={({ name }) => name}
      />
    </section>
  );
}

type IssuesProps = Pick<AnalysisPageProps, 'project' | 'documents'> & { readonly analysis: Analysis };

function Issues({ analysis: { issues, issueCount }, project, documents }: IssuesProps): VNode {
  const messages = usePageMessages();
  const { analysis: said, projects, checks } = messages;
  const nameOf = (id: number) => documents.find((document) => document.id === id)?.name ?? '';
  if (issueCount === 0) return <p>{said.noIssues}</p>;
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={`${said.issues(issueCount)}${issues.length < issueCount ? ` – ${said.firstIssues(issues.length)}` : ''}`}
        columns={[
          { label: projects.document, kind: 'heading', cell: ({ documentId }) => nameOf(documentId) },
          {
            label: said.segment,
            kind: 'number',
            cell: ({ documentId, number }) => <a href={segmentPath(project.id, documentId, number)}>{number}</a>,
          },
          {
            label: said.issue,
            cell: ({ severity, says, about, has }) =>
              `${checks.severities[severity]} – ${sayFinding(
                { says: says as Saying, ...(about && { about }), ...(has !== undefined && { has }) },
                messages,
              )}`,
          },
        ]}
        rows={issues.map((issue, place) => ({ ...issue, place }))}
        rowKey={({ place }) => place}
      />
    </section>
  );
}

function Days({ days }: Pick<Analysis, 'days'>): VNode {
  const { analysis: said, format } = usePageMessages();
  if (days.length === 0) return <p>{said.noDays}</p>;
  const words = days.reduce((sum, day) => sum + day.words, 0);
  return (
    <section class="sheet">
      <BarChart
        ofTime
        title={said.days}
        label={said.chart(days.length, words)}
        bars={days.map(({ day, words: value }) => ({ label: format.partialDate(day), value }))}
      />
      <Table
        caption={said.days}
        columns={[
          { label: said.day, kind: 'heading', cell: ({ day }) => format.partialDate(day) },
          { label: said.segments, kind: 'number', cell: ({ segments }) => format.number(segments) },
          { label: said.words, kind: 'number', cell: (row) => format.number(row.words) },
        ]}
        rows={days}
        rowKey={({ day }) => day}
      />
    </section>
  );
}
