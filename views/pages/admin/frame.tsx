import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from '../../assets.ts';
import { PageHead } from '../../components/page-head.tsx';
import { Sections } from '../../components/sections.tsx';
import { Layout } from '../../layout.tsx';
import { PATHS } from '../../paths.ts';

/** The parts of the administration, in the order of their links. */
const SECTIONS = [
  ['overview', PATHS.administration],
  ['people', PATHS.adminPeople],
  ['keys', PATHS.adminKeys],
  ['rights', PATHS.adminRights],
  ['audit', PATHS.adminAudit],
] as const;

interface AdminFrameProps {
  readonly context: PageContext;
  readonly section: (typeof SECTIONS)[number][0];
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page of administrators: where one is, and the way to the other pages. */
export function AdminFrame({ context, section, title, lead, children }: AdminFrameProps): VNode {
  const { administration: said } = context.messages;
  return (
    <Layout
      context={context}
      title={title}
      section="administration"
      breadcrumb={section === 'overview' ? [] : [{ label: said.title, href: PATHS.administration }]}
    >
      <PageHead title={title} lead={lead} />
      <Sections
        label={said.sections.label}
        links={SECTIONS.map(([one, href]) => ({ label: said.sections[one], href, isHere: one === section }))}
      />
      <div class="stack-loose">{children}</div>
    </Layout>
  );
}
