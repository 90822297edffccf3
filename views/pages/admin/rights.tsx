import type { VNode } from 'preact';
import { PART_ROLES } from '../../../src/contract/roles.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField } from '../../components/field.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { PATHS } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { AdminFrame } from './frame.tsx';
import { RightTable } from './right-table.tsx';
import type { NamedPlace, ShownPerson, ShownRight } from './shown.ts';

interface RightsPageProps {
  readonly context: PageContext;
  readonly rights: readonly ShownRight[];
  readonly people: readonly ShownPerson[];
  readonly places: readonly NamedPlace[];
  readonly form: FormState;
}

/** What is said of single memories and projects. */
export function RightsPage({ context, rights, people, places, form }: RightsPageProps): VNode {
  const said = context.messages.administration.rights;
  return (
    <AdminFrame context={context} section="rights" title={said.title} lead={said.lead}>
      {rights.length === 0 ? (
        <EmptyState title={said.none}>{said.noneText}</EmptyState>
      ) : (
        <RightTable rights={rights} people={people} places={places} />
      )}
      {places.length > 0 && <NewRight people={people} places={places} form={form} />}
    </AdminFrame>
  );
}

function NewRight({ people, places, form }: Pick<RightsPageProps, 'people' | 'places' | 'form'>): VNode {
  const { accounts, administration } = usePageMessages();
  const said = administration.rights;
  return (
    <form class="form sheet" method="post" action={PATHS.adminRights}>
      <h2>{said.set}</h2>
      <ErrorSummary title={said.failed} faults={form.faults} />
      <SelectField
        {...fieldState(form, 'person')}
        name="person"
        label={administration.person}
        options={[
          { value: '', label: administration.everybody },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <SelectField
        {...fieldState(form, 'place')}
        name="place"
        label={said.place}
        options={places.map(({ key, kind, name }) => ({ value: key, label: said[kind](name) }))}
      />
      <SelectField
        {...fieldState(form, 'role')}
        name="role"
        label={administration.role}
        options={PART_ROLES.map((value) => ({ value, label: accounts.roles[value] }))}
      />
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.submit}
        </Button>
      </div>
    </form>
  );
}
