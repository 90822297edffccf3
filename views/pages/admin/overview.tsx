import type { VNode } from 'preact';
import type { PageContext } from '../../assets.ts';
import { LinkButton } from '../../components/button.tsx';
import { Card, CardList } from '../../components/card.tsx';
import { Notice } from '../../components/notice.tsx';
import { PATHS } from '../../paths.ts';
import { AuditTable } from './audit.tsx';
import { AdminFrame } from './frame.tsx';
import type { ShownAuditEntry } from './shown.ts';

interface AdministrationPageProps {
  readonly context: PageContext;
  readonly people: number;
  readonly keptOut: number;
  readonly keys: number;
  readonly rights: number;
  readonly memories: number;
  readonly units: number;
  /** Jobs that run or wait. */
  readonly jobs: number;
  /** The last entries of the audit log. */
  readonly audit: readonly ShownAuditEntry[];
}

/** What there is to administer, each with the way to it. */
export function AdministrationPage(props: AdministrationPageProps): VNode {
  const { context, people, keptOut, keys, rights, memories, units, jobs, audit } = props;
  const { administration: said, site } = context.messages;
  const { overview } = said;
  return (
    <AdminFrame context={context} section="overview" title={said.title} lead={said.lead}>
      {people === 0 && (
        <Notice tone="warn" title={said.open.title}>
          <p>{said.open.text}</p>
          <LinkButton href={PATHS.adminPeople}>{said.open.make}</LinkButton>
        </Notice>
      )}
      <CardList>
        <Card title={said.people.title} href={PATHS.adminPeople} foot={overview.people(people, keptOut)} />
        <Card title={said.keys.title} href={PATHS.adminKeys} foot={overview.keys(keys)} />
        <Card title={said.rights.title} href={PATHS.adminRights} foot={overview.rights(rights)} />
        <Card title={site.sections.memories} href={PATHS.memories} foot={overview.memories(memories, units)} />
        <Card title={site.sections.jobs} href={PATHS.jobs} foot={overview.jobs(jobs)} />
        <Card title={said.audit.title} href={PATHS.adminAudit} foot={overview.audit} />
      </CardList>
      {audit.length > 0 && <AuditTable entries={audit} />}
    </AdminFrame>
  );
}
