import type { VNode } from 'preact';
import { KEY_ROLES } from '../../../src/contract/roles.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { type FormState, fieldState } from '../form.ts';
import type { NamedPlace, ShownPerson } from './shown.ts';

interface KeyFormProps {
  readonly action: string;
  readonly places: readonly NamedPlace[];
  /** Whose it can be; one's own where absent. */
  readonly people?: readonly ShownPerson[];
  readonly form: FormState;
}

/** How a program gets a key. */
export function KeyForm({ action, places, people, form }: KeyFormProps): VNode {
  const { accounts, administration } = usePageMessages();
  const { keys: said, rights } = administration;
  return (
    <form class="form sheet" method="post" action={action}>
      <h2>{said.make}</h2>
      <ErrorSummary title={said.failed} faults={form.faults} />
      {people && (
        <SelectField
          {...fieldState(form, 'person')}
          name="person"
          label={administration.person}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <TextField
        {...fieldState(form, 'name')}
        name="name"
        label={administration.name}
        hint={said.nameHint}
        maxLength={200}
        required
      />
      <SelectField
        {...fieldState(form, 'role')}
        name="role"
        label={administration.role}
        options={KEY_ROLES.map((value) => ({ value, label: accounts.roles[value] }))}
      />
      <SelectField
        {...fieldState(form, 'place')}
        name="place"
        label={said.place}
        options={[
          { value: '', label: said.everywhere },
          ...places.map(({ key, kind, name }) => ({ value: key, label: rights[kind](name) })),
        ]}
      />
      <TextField
        {...fieldState(form, 'expires')}
        name="expires"
        label={said.expiresOn}
        hint={said.expiresHint}
        maxLength={10}
      />
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.submit}
        </Button>
      </div>
    </form>
  );
}
