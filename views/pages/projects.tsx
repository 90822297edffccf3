import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { Card, CardList } from '../components/card.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { counted, formatDay } from '../components/format.ts';
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
}

/** The first page: the work there is, and how to start more. */
export function ProjectsPage({ context, projects, unitCount }: ProjectsPageProps): VNode {
  const start = (
    <LinkButton href={PATHS.newProject} look="primary" icon="add">
      New translation
    </LinkButton>
  );
  const bring = (
    <LinkButton href={PATHS.importArticle} icon="upload">
      Import an article
    </LinkButton>
  );
  return (
    <Layout context={context} title="Projects" section="projects">
      <PageHead
        title="Projects"
        lead={`The memories hold ${counted(unitCount, 'unit')} to translate with.`}
        actions={
          projects.length > 0 && (
            <>
              {start}
              {bring}
            </>
          )
        }
      />
      {projects.length === 0 ? (
        <EmptyState
          title="Nothing to translate yet"
          actions={
            <>
              {start}
              {bring}
            </>
          }
        >
          Paste a French or English text: it is cut into segments, and what the memories know of each is shown beside
          it. Articles that are out in both languages can be imported first, so that there is more to know.
        </EmptyState>
      ) : (
        <CardList>
          {projects.map((project) => (
            <Card
              key={project.id}
              title={project.name}
              href={projectPath(project.id)}
              foot={<time dateTime={project.createdAt}>{formatDay(project.createdAt)}</time>}
            >
              <Languages source={project.sourceLanguage} target={project.targetLanguage} />
              <ProgressBar progress={project.progress} label={`Progress of ${project.name}`} />
            </Card>
          ))}
        </CardList>
      )}
    </Layout>
  );
}
