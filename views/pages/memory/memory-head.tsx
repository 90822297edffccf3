import type { ComponentChildren, VNode } from 'preact';
import type { Memory } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Notice } from '../../components/notice.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Sections } from '../../components/sections.tsx';
import { Layout } from '../../layout.tsx';
import { memoryPath, memoryWorkPath, PATHS } from '../../paths.ts';

/** The parts of a memory's pages, in the order of their links. */
const SECTIONS = ['units', 'replace', 'promote', 'health', 'changes', 'settings'] as const;
export type MemorySection = (typeof SECTIONS)[number];

interface MemoryFrameProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly section: MemorySection;
  readonly title: string;
  readonly lead: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** The frame of every page about one memory: where one is, and the way to the other pages. */
export function MemoryFrame(props: MemoryFrameProps): VNode {
  const { context, memory, section, title, lead, actions, scripts = [], children } = props;
  const { memories, managing } = context.messages;
  return (
    <Layout
      context={context}
      title={section === 'units' ? title : `${title} – ${memory.name}`}
      section="memories"
      scripts={scripts}
      breadcrumb={[
        { label: memories.title, href: PATHS.memories },
        ...(section === 'units' ? [] : [{ label: memory.name, href: memoryPath(memory.id) }]),
      ]}
    >
      <PageHead title={title} lead={lead} actions={actions} />
      <Sections
        label={managing.sections.label}
        links={SECTIONS.map((one) => ({
          label: managing.sections[one],
          href: one === 'units' ? memoryPath(memory.id) : memoryWorkPath(memory.id, one),
          isHere: one === section,
        }))}
      />
      <div class="stack-loose">
        {memory.readOnly && section !== 'settings' && (
          <Notice tone="info" title={managing.readOnly}>
            <p>{managing.readOnlyText}</p>
          </Notice>
        )}
        {children}
      </div>
    </Layout>
  );
}
