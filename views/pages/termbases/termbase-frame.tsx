import type { ComponentChildren, VNode } from 'preact';
import type { Termbase } from '../../../memory/model/termbase.ts';
import type { PageContext } from '../../assets.ts';
import { PageHead } from '../../components/page-head.tsx';
import { Sections } from '../../components/sections.tsx';
import { Layout } from '../../layout.tsx';
import { PATHS, termbasePath, termbaseSettingsPath } from '../../paths.ts';

interface TermbaseFrameProps {
  readonly context: PageContext;
  readonly termbase: Termbase;
  readonly section: 'entries' | 'settings';
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** The frame of every page about one termbase: where one is, and the way to the other pages. */
export function TermbaseFrame(props: TermbaseFrameProps): VNode {
  const { context, termbase, section, title, lead, actions, children } = props;
  const { termbases: said } = context.messages;
  const home = termbasePath(termbase.id);
  const isHome = title === termbase.name;
  return (
    <Layout
      context={context}
      title={isHome ? title : `${title} – ${termbase.name}`}
      section="termbases"
      breadcrumb={[
        { label: said.title, href: PATHS.termbases },
        ...(isHome ? [] : [{ label: termbase.name, href: home }]),
      ]}
    >
      <PageHead title={title} lead={lead} actions={actions} />
      <Sections
        label={said.sections.label}
        links={[
          { label: said.sections.entries, href: home, isHere: section === 'entries' },
          { label: said.sections.settings, href: termbaseSettingsPath(termbase.id), isHere: section === 'settings' },
        ]}
      />
      <div class="stack-loose">{children}</div>
    </Layout>
  );
}
