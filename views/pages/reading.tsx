import type { VNode } from 'preact';
import { contentText } from '../../memory/model/inline.ts';
import type { Project, ProjectDocument, Segment } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { Languages } from '../components/languages.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { editorPath, PATHS, projectPath, readingPath, segmentPath } from '../paths.ts';

interface ReadingPageProps {
  readonly context: PageContext;
  readonly project: Project;
  readonly document: ProjectDocument;
  readonly segments: readonly Segment[];
  /** Leaves the original out. */
  readonly alone: boolean;
}

/** A document as it reads, paragraph by paragraph, original beside translation; each sentence leads to its segment. */
export function ReadingPage({ context, project, document, segments, alone }: ReadingPageProps): VNode {
  const { reading: said, projects } = context.messages;
  const path = readingPath(project.id, document.id);
  return (
    <Layout
      context={context}
      title={said.title(document.name)}
      section="projects"
      breadcrumb={[
        { label: projects.title, href: PATHS.projects },
        { label: project.name, href: projectPath(project.id) },
      ]}
    >
      <PageHead
        title={document.name}
        lead={<Languages source={project.sourceLanguage} target={project.targetLanguage} />}
        actions={
          <>
            <LinkButton href={alone ? path : `${path}?alone=1`}>{alone ? said.both : said.translation}</LinkButton>
            <LinkButton href={editorPath(project.id, document.id)} look="primary" icon="pencil">
              {said.back}
            </LinkButton>
          </>
        }
      />
      <article class={alone ? 'reading reading-alone' : 'reading'}>
        {paragraphsOf(segments).map((paragraph) => (
          <div class="reading-paragraph" key={paragraph[0]?.id}>
            {!alone && (
              <p class="text" lang={project.sourceLanguage} dir="auto">
                {paragraph.map((segment, place) => (
                  <Sentence key={segment.id} segment={segment} side="source" project={project} first={place === 0} />
                ))}
              </p>
            )}
            <p class="text" lang={project.targetLanguage} dir="auto">
              {paragraph.map((segment, place) => (
                <Sentence key={segment.id} segment={segment} side="target" project={project} first={place === 0} />
              ))}
            </p>
          </div>
        ))}
      </article>
      <p class="reading-hint small quiet">{said.print}</p>
    </Layout>
  );
}

interface SentenceProps {
  readonly segment: Segment;
  readonly side: 'source' | 'target';
  readonly project: Project;
  /** Nothing of its paragraph stands before it. */
  readonly first: boolean;
}

/** One side of a segment, which leads to it in the editor. */
function Sentence({ segment, side, project, first }: SentenceProps): VNode {
  const { reading: said, language } = usePageMessages();
  const number = segment.position + 1;
  const text = contentText(segment[side]);
  const open = side === 'target' && text === '';
  const draft = side === 'target' && !open && segment.status === 'draft';
  return (
    <>
      {!first && ' '}
      <a
        class={['reading-sentence', open && 'reading-open', draft && 'reading-draft'].filter(Boolean).join(' ')}
        href={segmentPath(project.id, segment.documentId, number)}
        title={draft ? `${said.goTo(number)} – ${said.draft}` : said.goTo(number)}
      >
        {open ? <span lang={language}>{said.untranslated}</span> : text}
      </a>
    </>
  );
}

function paragraphsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const paragraphs: Segment[][] = [];
  for (const segment of segments) {
    if (paragraphs.at(-1)?.[0]?.paragraph === segment.paragraph) paragraphs.at(-1)?.push(segment);
    else paragraphs.push([segment]);
  }
  return paragraphs;
}
