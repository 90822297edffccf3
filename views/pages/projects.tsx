import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { Card, CardList } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Languages } from '../components/languages.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { Layout } from '../layout.tsx';
import { PATHS, projectPath } from '../paths.ts';

interface ProjectsPageProps {
  readonly context: PageContext;
  readonly projects: readonly Project[];
  /** Units in all memories. */
  readonly unitCount: number;
  /** How many comments speak to whoever looks that they have not been shown yet. */
  readonly newMentions: number;
}

/** The first page: the work there is, and how to start more. */
export function ProjectsPage({ context, projects, unitCount, newMentions }: ProjectsPageProps): VNode {
  const { format, projects: said, shared } = context.messages;
  const may = context.may('translator');
  const start = may && (
    <LinkButton href={PATHS.newProject} look="primary" icon="add">
      {said.startNew}
    </LinkButton>
  );
  const bring = may && (
    <LinkButton href={PATHS.importArticle} icon="upload">
      {said.importArticle}
    </LinkButton>
  );
  return (
    <Layout context={context} title={said.title} section="projects">
      <PageHead
        title={said.title}
        lead={said.lead(unitCount)}
        actions={
          projects.length > 0 && (
            <>
              {start}
              {bring}
              <LinkButton href={PATHS.statistics}>{context.messages.statistics.title}</LinkButton>
              <LinkButton href={PATHS.mentions}>{context.messages.mentions.titleWith(newMentions)}</LinkButton>
            </>
          )
        }
      />
      {projects.length === 0 ? (
        <EmptyState
          title={said.empty.title}
          actions={
            <>
              {start}
              {bring}
            </>
          }
        >
          {said.empty.text}
        </EmptyState>
      ) : (
        <CardList>
          {projects.map((project) => (
            <Card
              key={project.id}
              title={project.name}
              href={projectPath(project.id)}
              foot={<time dateTime={project.createdAt}>{format.day(project.createdAt)}</time>}
            >
              <Languages source={project.sourceLanguage} target={project.targetLanguage} />
              <ProgressBar progress={project.progress} label={shared.progress.of(project.name)} />
            </Card>
          ))}
        </CardList>
      )}
    </Layout>
  );
}
