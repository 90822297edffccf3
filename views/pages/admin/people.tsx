import type { VNode } from 'preact';
import { ROLES } from '../../../src/contract/roles.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { adminPersonPath, PATHS } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { AdminFrame } from './frame.tsx';
import type { ShownPerson } from './shown.ts';

interface PeoplePageProps {
  readonly context: PageContext;
  readonly people: readonly ShownPerson[];
  readonly form: FormState;
}

/** Everybody who has an account, and how others get one. */
export function PeoplePage({ context, people, form }: PeoplePageProps): VNode {
  const { accounts, administration: said, format } = context.messages;
  return (
    <AdminFrame context={context} section="people" title={said.people.title} lead={said.people.lead}>
      {people.length === 0 ? (
        <Notice tone="warn" title={said.open.title}>
          <p>{said.open.text}</p>
        </Notice>
      ) : (
        <section class="sheet sheet-flush">
          <Table
            caption={said.people.title}
            captionHidden
            columns={[
              { label: said.name, kind: 'heading', cell: ({ id, name }) => <a href={adminPersonPath(id)}>{name}</a> },
              { label: said.email, cell: ({ email }) => email },
              {
                label: said.role,
                cell: ({ role, disabled }) => (disabled ? said.keptOut : accounts.roles[role]),
              },
              { label: said.since, cell: ({ createdAt }) => format.day(createdAt) },
            ]}
            rows={people}
            rowKey={({ id }) => id}
          />
        </section>
      )}
      <NewPerson form={form} first={people.length === 0} />
    </AdminFrame>
  );
}

function NewPerson({ form, first }: { readonly form: FormState; readonly first: boolean }): VNode {
  const { accounts, administration: said } = usePageMessages();
  const roles = first ? (['administrator'] as const) : ROLES;
  return (
    <form class="form sheet" method="post" action={PATHS.adminPeople}>
      <h2>{said.people.make}</h2>
      <ErrorSummary title={said.people.failed} faults={form.faults} />
      <TextField
        {...fieldState(form, 'name')}
        name="name"
        label={said.name}
        hint={said.people.nameHint}
        maxLength={100}
        required
      />
      <TextField {...fieldState(form, 'email')} name="email" type="email" label={said.email} maxLength={255} required />
      <SelectField
        name="role"
        label={said.role}
        options={roles.map((value) => ({ value, label: accounts.roles[value] }))}
        value={form.values['role'] ?? 'translator'}
        error={fieldState(form, 'role').error}
      />
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.people.submit}
        </Button>
      </div>
    </form>
  );
}
