import type { VNode } from 'preact';
import { placeKey } from '../../../src/contract/roles.ts';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { keyRevokePath } from '../../paths.ts';
import { usePlaceNames } from './place-names.ts';
import type { NamedPlace, ShownKey, ShownPerson } from './shown.ts';

interface KeyTableProps {
  readonly keys: readonly ShownKey[];
  readonly places: readonly NamedPlace[];
  /** As whom they are revoked. */
  readonly as: 'own' | 'administrator';
  /** Whose they may be, where they are not all of one person. */
  readonly people?: readonly ShownPerson[];
}

/** API keys, with the way to revoke each. */
export function KeyTable({ keys, places, as, people }: KeyTableProps): VNode {
  const { accounts, administration, format } = usePageMessages();
  const said = administration.keys;
  const nameOf = usePlaceNames(places);
  const whose = new Map(people?.map(({ id, name }) => [id, name]));
  if (keys.length === 0) return <p class="field-hint">{`${said.none}. ${said.noneText}`}</p>;
  return (
    <div class="sheet sheet-flush">
      <Table
        caption={said.title}
        captionHidden
        columns={[
          { label: administration.name, kind: 'heading', cell: ({ name }) => name },
          ...(people === undefined
            ? []
            : [{ label: administration.person, cell: ({ personId }: ShownKey) => whose.get(personId) ?? '–' }]),
          { label: said.start, cell: ({ start }) => <code>{start}…</code> },
          { label: administration.role, cell: ({ role }) => accounts.roles[role] },
          {
            label: said.places,
            cell: (key) =>
              key.places === undefined ? said.noLimit : format.list(key.places.map((place) => nameOf(placeKey(place)))),
          },
          { label: said.expires, cell: ({ expiresAt }) => (expiresAt === undefined ? '–' : format.moment(expiresAt)) },
          {
            label: said.used,
            cell: ({ lastUsedAt }) => (lastUsedAt === undefined ? said.unused : format.moment(lastUsedAt)),
          },
          {
            label: administration.action,
            cell: ({ id, name, revokedAt }) =>
              revokedAt === undefined ? (
                <form method="post" action={keyRevokePath(id, as)}>
                  <Button type="submit" small aria-label={said.revokeOne(name)}>
                    {said.revoke}
                  </Button>
                </form>
              ) : (
                said.revoked
              ),
          },
        ]}
        rows={keys}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
