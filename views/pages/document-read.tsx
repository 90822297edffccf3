import type { VNode } from 'preact';
import type { ReadingWarning } from '../../memory/model/document.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ReadingWarnings } from '../components/reading-warnings.tsx';
import { Layout } from '../layout.tsx';
import { editorPath } from '../paths.ts';

interface DocumentReadPageProps {
  readonly context: PageContext;
  readonly projectId: number;
  readonly document: { readonly id: number; readonly name: string };
  readonly warnings: readonly ReadingWarning[];
}

/** Stands before the editor where something was decided while a file was read that whoever translates it must know. */
export function DocumentReadPage({ context, projectId, document, warnings }: DocumentReadPageProps): VNode {
  const { read } = context.messages.projects;
  return (
    <Layout context={context} title={read.title} section="projects" width="narrow">
      <PageHead title={document.name} lead={read.lead} />
      <div class="stack-loose">
        <ReadingWarnings warnings={warnings} />
        <div class="form-actions">
          <LinkButton href={editorPath(projectId, document.id)} look="primary">
            {read.open}
          </LinkButton>
        </div>
      </div>
    </Layout>
  );
}
