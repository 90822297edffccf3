import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { sessionEndPath } from '../../paths.ts';
import type { ShownSession } from './shown.ts';

interface SessionTableProps {
  readonly sessions: readonly ShownSession[];
  /** As whom they are ended. */
  readonly as: 'own' | 'administrator';
}

/** Where somebody is signed in, with the way to end each. */
export function SessionTable({ sessions, as }: SessionTableProps): VNode {
  const { administration, format } = usePageMessages();
  const said = administration.sessions;
  const whereOf = ({ userAgent, address }: ShownSession) =>
    [programOf(userAgent) ?? said.unknown, address].filter(Boolean).join(', ');
  if (sessions.length === 0) return <p class="field-hint">{`${said.none}.`}</p>;
  return (
    <div class="sheet sheet-flush">
      <Table
        caption={said.title}
        captionHidden
        columns={[
          {
            label: said.where,
            kind: 'heading',
            cell: (session) => (session.current ? `${whereOf(session)} (${said.current})` : whereOf(session)),
          },
          { label: said.begun, cell: ({ createdAt }) => format.moment(createdAt) },
          { label: said.renewed, cell: ({ renewedAt }) => format.day(renewedAt) },
          {
            label: administration.action,
            cell: (session) => (
              <form method="post" action={sessionEndPath(session.id, as)}>
                <Button type="submit" small aria-label={said.endOne(whereOf(session))}>
                  {said.end}
                </Button>
              </form>
            ),
          },
        ]}
        rows={sessions}
        rowKey={({ id }) => id}
      />
    </div>
  );
}

/** The browser by its name, as the end of what it says of itself has it; Chromium's kin say more names than one. */
function programOf(userAgent = ''): string | undefined {
  return (
    ['Edg', 'Firefox', 'Chrome', 'Safari'].find((name) => userAgent.includes(`${name}/`)) ?? userAgent.split('/')[0]
  );
}
