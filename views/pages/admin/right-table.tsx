import type { VNode } from 'preact';
import { placeKey } from '../../../src/contract/roles.ts';
import { Button } from '../../components/button.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { rightRemovePath } from '../../paths.ts';
import { usePlaceNames } from './place-names.ts';
import type { NamedPlace, ShownPerson, ShownRight } from './shown.ts';

interface RightTableProps {
  readonly rights: readonly ShownRight[];
  readonly people: readonly ShownPerson[];
  readonly places: readonly NamedPlace[];
}

/** What is said of single memories and projects, with the way to take each back. */
export function RightTable({ rights, people, places }: RightTableProps): VNode {
  const { accounts, administration } = usePageMessages();
  const said = administration.rights;
  const nameOf = usePlaceNames(places);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const whoOf = ({ personId }: ShownRight) =>
    personId === undefined ? administration.everybody : (names.get(personId) ?? '–');
  return (
    <div class="sheet sheet-flush">
      <Table
        caption={said.title}
        captionHidden
        columns={[
          { label: said.place, kind: 'heading', cell: ({ place }) => nameOf(placeKey(place)) },
          { label: administration.person, cell: whoOf },
          { label: administration.role, cell: ({ role }) => accounts.roles[role] },
          {
            label: administration.action,
            cell: (right) => (
              <form method="post" action={rightRemovePath(right.id)}>
                <Button type="submit" small aria-label={said.removeOne(whoOf(right), nameOf(placeKey(right.place)))}>
                  {said.remove}
                </Button>
              </form>
            ),
          },
        ]}
        rows={rights}
        rowKey={({ id }) => id}
      />
    </div>
  );
}
