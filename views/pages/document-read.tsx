import type { VNode } from 'preact';
import type { ReadingWarning } from '../../memory/model/document.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ReadingWarnings } from '../components/reading-warnings.tsx';
import { Layout } from '../layout.tsx';

interface DocumentReadPageProps {
  readonly context: PageContext;
  /** What was read. */
  readonly title: string;
  readonly section: 'projects' | 'import';
  /** Where the work with it goes on, and how that is called. */
  readonly href: string;
  readonly goOn: string;
  readonly warnings: readonly ReadingWarning[];
}

/** Stands before the work on a document where something was decided while it was read that whoever does it must know. */
export function DocumentReadPage({ context, title, section, href, goOn, warnings }: DocumentReadPageProps): VNode {
  const { read } = context.messages.importing;
  return (
    <Layout context={context} title={title} section={section} width="narrow">
      <PageHead title={title} lead={read.lead} />
      <div class="stack-loose">
        <ReadingWarnings warnings={warnings} />
        <div class="form-actions">
          <LinkButton href={href} look="primary">
            {goOn}
          </LinkButton>
        </div>
      </div>
    </Layout>
  );
}
