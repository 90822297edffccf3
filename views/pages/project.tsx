import type { VNode } from 'preact';
import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { formatNumber } from '../components/format.ts';
import { Languages } from '../components/languages.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProgressBar } from '../components/progress-bar.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { editorPath, exportPath, memoryPath, PATHS, projectPath } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';
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
  return (
    <Layout
      context={context}
      title={project.name}
      section="projects"
      breadcrumb={[{ label: 'Projects', href: PATHS.projects }]}
    >
      <PageHead
        title={project.name}
        lead={<Languages source={project.sourceLanguage} target={project.targetLanguage} />}
        actions={<Exports project={project} />}
      />
      <div class="stack-loose">
        <ProgressBar progress={project.progress} label={`Progress of ${project.name}`} />
        <section class="sheet sheet-flush">
          <Table
            caption="Documents"
            columns={[
              { label: 'Document', kind: 'heading', cell: (document) => <DocumentCell document={document} /> },
              { label: 'Segments', kind: 'number', cell: ({ progress }) => formatNumber(progress.segments) },
              {
                label: 'Progress',
                cell: ({ name, progress }) => <ProgressBar progress={progress} label={`Progress of ${name}`} />,
              },
            ]}
            rows={documents}
            rowKey={({ id }) => id}
          />
        </section>
        <ProjectMemories project={project} memories={memories} />
        <AddDocument project={project} form={form} />
        <DeleteProject project={project} />
      </div>
    </Layout>
  );
}

function DocumentCell({ document }: { readonly document: ProjectDocument }): VNode {
  return (
    <>
      <a href={editorPath(document.projectId, document.id)}>{document.name}</a>
      <ProvenanceLine provenance={document.provenance} />
      {document.file && (
        <p>
          <a href={exportPath('original', document.projectId, document.id)} download>
            The file as it came, with its targets
          </a>
        </p>
      )}
    </>
  );
}

function Exports({ project }: { readonly project: Project }): VNode {
  return (
    <>
      <LinkButton href={exportPath('xliff', project.id)} icon="download" download>
        XLIFF
      </LinkButton>
      <LinkButton href={exportPath('tmx', project.id)} icon="download" download>
        TMX
      </LinkButton>
      <LinkButton href={exportPath('text', project.id)} icon="download" download>
        Text
      </LinkButton>
    </>
  );
}

function ProjectMemories({ project, memories }: Pick<ProjectPageProps, 'project' | 'memories'>): VNode {
  const used = project.memories.flatMap(({ memoryId, write }) => {
    const memory = memories.find(({ id }) => id === memoryId);
    return memory ? [{ memory, write }] : [];
  });
  return (
    <section>
      <h2>Memories</h2>
      <ul>
        {used.map(({ memory, write }) => (
          <li key={memory.id}>
            <a href={memoryPath(memory.id)}>{memory.name}</a>
            {write && ', which confirmed segments go to'}
          </li>
        ))}
      </ul>
    </section>
  );
}

function AddDocument({ project, form }: Pick<ProjectPageProps, 'project' | 'form'>): VNode {
  return (
    <details open={form.faults.length > 0}>
      <summary>Add a document</summary>
      <form
        class="form sheet"
        method="post"
        action={`${projectPath(project.id)}/documents`}
        encType="multipart/form-data"
      >
        <ErrorSummary title="The document was not added" faults={form.faults} />
        <TextField {...fieldState(form, 'name')} name="name" label="Name" maxLength={200} />
        <TextOrFile
          form={form}
          name="text"
          label="Text"
          fileLabel="Or a file"
          rows={8}
          lang={project.sourceLanguage}
          {...TRANSLATABLE_FILES}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            Add
          </Button>
        </div>
      </form>
    </details>
  );
}

function DeleteProject({ project }: Pick<ProjectPageProps, 'project'>): VNode {
  return (
    <details>
      <summary>Delete this project</summary>
      <form class="form sheet" method="post" action={`${projectPath(project.id)}/delete`}>
        <p>Its documents and drafts are deleted. What was confirmed stays in the memory.</p>
        <div class="form-actions">
          <Button type="submit" look="danger">
            Delete “{project.name}”
          </Button>
        </div>
      </form>
    </details>
  );
}
