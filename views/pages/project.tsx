import type { VNode } from 'preact';
import { languageOf } from '../../memory/model/language.ts';
import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { Languages } from '../components/languages.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import {
  analysisPath,
  deleteDocumentPath,
  editorPath,
  exportPath,
  memoryPath,
  PATHS,
  projectDirectionPath,
  projectPath,
  projectSettingsPath,
} from '../paths.ts';
import { ExportProject } from './export-project.tsx';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';
import { DirectionChoice } from './new-project.tsx';
import { Pretranslate } from './pretranslate.tsx';
import { ReviseInWord } from './revision.tsx';
import { TextOrFile, TRANSLATABLE_FILES } from './text-fields.tsx';

interface ProjectPageProps {
  readonly context: PageContext;
  readonly project: Project;
  readonly documents: readonly ProjectDocument[];
  readonly memories: readonly Memory[];
  /** The form that adds a document. */
  readonly form: FormState;
}

/** One project: its documents, what it is exported as, the memories it uses. */
export function ProjectPage({ context, project, documents, memories, form }: ProjectPageProps): VNode {
  const { format, projects: said, shared } = context.messages;
  return (
    <Layout
      context={context}
      title={project.name}
      section="projects"
      breadcrumb={[{ label: said.title, href: PATHS.projects }]}
    >
      <PageHead
        title={project.name}
        lead={<Languages source={project.sourceLanguage} target={project.targetLanguage} />}
        actions={<Exports project={project} />}
      />
      <div class="stack-loose">
        <ProgressBar progress={project.progress} label={shared.progress.of(project.name)} />
        {documents.length === 0 && <NothingYet project={project} />}
        <section class="sheet sheet-flush" hidden={documents.length === 0}>
          <Table
            caption={said.documents}
            columns={[
              { label: said.document, kind: 'heading', cell: (document) => <DocumentCell document={document} /> },
              { label: said.segments, kind: 'number', cell: ({ progress }) => format.number(progress.segments) },
              {
                label: said.progress,
                cell: ({ name, progress }) => <ProgressBar progress={progress} label={shared.progress.of(name)} />,
              },
              { label: said.remove.document, cell: (document) => <DeleteDocument document={document} /> },
            ]}
            rows={documents}
            rowKey={({ id }) => id}
          />
        </section>
        <ProjectMemories project={project} memories={memories} />
        <Pretranslate project={project} />
        <ExportProject project={project} />
        <ReviseInWord project={project} form={form} />
        <AddDocument project={project} form={form} open={documents.length === 0} />
        <DeleteProject project={project} />
      </div>
    </Layout>
  );
}

function DocumentCell({ document }: { readonly document: ProjectDocument }): VNode {
  const { projects: said } = usePageMessages();
  return (
    <>
      <a href={editorPath(document.projectId, document.id)}>{document.name}</a>
      <ProvenanceLine provenance={document.provenance} />
      {document.file && (
        <p>
          <a href={exportPath('original', document.projectId, document.id)} download>
            {said.asOriginal}
          </a>
        </p>
      )}
    </>
  );
}

function Exports({ project }: { readonly project: Project }): VNode {
  const { analysis, projects: said, projectSettings } = usePageMessages();
  return (
    <>
      <LinkButton href={projectSettingsPath(project.id)}>{projectSettings.title}</LinkButton>
      <LinkButton href={analysisPath(project.id)}>{analysis.title}</LinkButton>
      <LinkButton href={exportPath('xliff', project.id)} icon="download" download>
        XLIFF
      </LinkButton>
      <LinkButton href={exportPath('tmx', project.id)} icon="download" download>
        TMX
      </LinkButton>
      <LinkButton href={exportPath('text', project.id)} icon="download" download>
        {said.asText}
      </LinkButton>
    </>
  );
}

function ProjectMemories({ project, memories }: Pick<ProjectPageProps, 'project' | 'memories'>): VNode {
  const { projects: said } = usePageMessages();
  const used = project.memories.flatMap(({ memoryId, write }) => {
    const memory = memories.find(({ id }) => id === memoryId);
    return memory ? [{ memory, write }] : [];
  });
  return (
    <section>
      <h2>{said.memories}</h2>
      <ul>
        {used.map(({ memory, write }) => (
          <li key={memory.id}>
            <a href={memoryPath(memory.id)}>{memory.name}</a>
            {write && said.writtenTo}
          </li>
        ))}
      </ul>
    </section>
  );
}

type AddDocumentProps = Pick<ProjectPageProps, 'project' | 'form'> & { readonly open: boolean };

function AddDocument({ project, form, open }: AddDocumentProps): VNode {
  const { add: said, fileHint } = usePageMessages().projects;
  return (
    <details open={open || form.faults.length > 0}>
      <summary>{said.title}</summary>
      <form
        class="form sheet"
        method="post"
        action={`${projectPath(project.id)}/documents`}
        encType="multipart/form-data"
      >
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'name')} name="name" label={said.name} maxLength={200} />
        <TextOrFile
          form={form}
          name="text"
          label={said.text}
          fileLabel={said.file}
          rows={8}
          lang={project.sourceLanguage}
          fileHint={fileHint}
          accept={TRANSLATABLE_FILES}
          multiple
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}

/** A project without documents can still be turned round. */
function NothingYet({ project }: Pick<ProjectPageProps, 'project'>): VNode {
  const said = usePageMessages().projects;
  return (
    <section class="sheet">
      <h2>{said.nothing.title}</h2>
      <p>{said.nothing.text}</p>
      <form class="form" method="post" action={projectDirectionPath(project.id)} encType="multipart/form-data">
        <DirectionChoice name="direction" chosen={languageOf(project.sourceLanguage)} />
        <div class="form-actions">
          <Button type="submit">{said.nothing.submit}</Button>
        </div>
      </form>
    </section>
  );
}

function DeleteDocument({ document }: { readonly document: ProjectDocument }): VNode {
  const said = usePageMessages().projects.remove;
  return (
    <details>
      <summary>{said.document}</summary>
      <form method="post" action={deleteDocumentPath(document.projectId, document.id)}>
        <p class="small">{said.documentText}</p>
        <Button small type="submit" look="danger" aria-label={said.submit(document.name)}>
          {said.document}
        </Button>
      </form>
    </details>
  );
}

function DeleteProject({ project }: Pick<ProjectPageProps, 'project'>): VNode {
  const said = usePageMessages().projects.remove;
  return (
    <details>
      <summary>{said.title}</summary>
      <form class="form sheet" method="post" action={`${projectPath(project.id)}/delete`}>
        <p>{said.text}</p>
        <div class="form-actions">
          <Button type="submit" look="danger">
            {said.submit(project.name)}
          </Button>
        </div>
      </form>
    </details>
  );
}
