import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';

interface ErrorPageProps {
  readonly context: PageContext;
  readonly title: string;
  /** Told in the language of the page. */
  readonly message: string;
}

/** What went wrong, in place of the page that was asked for. */
export function ErrorPage({ context, title, message }: ErrorPageProps): VNode {
  const { toProjects } = context.messages.site;
  return (
    <Layout context={context} title={title} width="narrow">
      <PageHead title={title} lead={message} actions={<LinkButton href={PATHS.projects}>{toProjects}</LinkButton>} />
    </Layout>
  );
}
