import type { VNode } from 'preact';
import type { Project } from '../../memory/model/project.ts';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { FileField } from '../components/field.tsx';
import { useMay } from '../components/may.ts';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { exportPath, PATHS, projectPath, segmentPath } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

interface RevisionPageProps {
  readonly context: PageContext;
  readonly project: Project;
  readonly file: string;
  /** What the file changed. */
  readonly report: {
    readonly changed: readonly unknown[];
    readonly unchanged: number;
    readonly conflicts: readonly {
      readonly segmentId: number;
      readonly documentId: number;
      readonly number: number;
      readonly revised: string;
      readonly present: string;
    }[];
    readonly refused: readonly { readonly row: number; readonly reason: string }[];
  };
}

/** What became of the rows of a file that a reviser gave back. */
export function RevisionPage({ context, project, file, report }: RevisionPageProps): VNode {
  const { projects, revision: said } = context.messages;
  const { changed, unchanged, conflicts, refused } = report;
  return (
    <Layout
      context={context}
      title={said.title}
      section="projects"
      breadcrumb={[
        { label: projects.title, href: PATHS.projects },
        { label: project.name, href: projectPath(project.id) },
      ]}
    >
      <PageHead title={said.title} lead={said.lead(file, changed.length, unchanged)} />
      <div class="stack-loose">
        {conflicts.length > 0 && (
          <section class="sheet sheet-flush">
            <Table
              caption={said.conflicts}
              columns={[
                {
                  label: said.segment,
                  kind: 'heading',
                  cell: ({ documentId, number }) => <a href={segmentPath(project.id, documentId, number)}>{number}</a>,
                },
                { label: said.revised, cell: ({ revised }) => <span lang={project.targetLanguage}>{revised}</span> },
                { label: said.present, cell: ({ present }) => <span lang={project.targetLanguage}>{present}</span> },
              ]}
              rows={conflicts}
              rowKey={({ segmentId }) => segmentId}
            />
          </section>
        )}
        {refused.length > 0 && (
          <section>
            <h2>{said.refused}</h2>
            <ul>
              {refused.map(({ row, reason }) => (
                <li key={row}>
                  {said.row(row)} {reason}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Layout>
  );
}

/** Gives a project out as a bilingual Word file, and takes it back. */
export function ReviseInWord({ project, form }: { readonly project: Project; readonly form: FormState }): VNode {
  const { revision: said } = usePageMessages();
  const { error } = fieldState(form, 'revisionFile');
  const may = useMay();
  return (
    <details open={error !== undefined}>
      <summary>{said.word}</summary>
      <form
        class="form sheet"
        method="post"
        action={`${projectPath(project.id)}/revisions`}
        encType="multipart/form-data"
      >
        <p>
          {said.explained}{' '}
          <a href={exportPath('revision', project.id)} download>
            {said.download}
          </a>
        </p>
        {may('translator', { project: project.id }) && (
          <>
            <FileField name="revisionFile" label={said.file} accept=".docx" error={error} required />
            <div class="form-actions">
              <Button type="submit" look="primary">
                {said.submit}
              </Button>
            </div>
          </>
        )}
      </form>
    </details>
  );
}
