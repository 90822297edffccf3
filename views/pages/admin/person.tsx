import type { VNode } from 'preact';
import { ROLES } from '../../../src/contract/roles.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, SelectField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { adminInvitePath, adminPersonPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { AdminFrame } from './frame.tsx';
import { KeyTable } from './key-table.tsx';
import { RightTable } from './right-table.tsx';
import { SessionTable } from './session-table.tsx';
import type { NamedPlace, ShownKey, ShownPerson, ShownRight, ShownSession } from './shown.ts';
import { ToldOnce } from './told-once.tsx';

interface PersonPageProps {
  readonly context: PageContext;
  readonly person: ShownPerson;
  readonly rights: readonly ShownRight[];
  readonly places: readonly NamedPlace[];
  readonly keys: readonly ShownKey[];
  readonly sessions: readonly ShownSession[];
  readonly form: FormState;
  /** What happened a moment ago. */
  readonly done?: 'made' | 'saved';
  /** The link that was asked for a moment ago, whole. */
  readonly link?: { readonly url: string; readonly expiresAt: string };
}

/** One account: what its person may, and where they are signed in. */
export function PersonPage(props: PersonPageProps): VNode {
  const { context, person, rights, places, keys, sessions, form, done, link } = props;
  const { accounts, administration: said } = context.messages;
  const { one } = said;
  return (
    <AdminFrame context={context} section="people" title={person.name} lead={person.email}>
      {done !== undefined && <Notice tone="good" title={one[done]} />}
      {link && (
        <ToldOnce title={one.invited} text={one.invitedText(link.expiresAt)} label={one.link} value={link.url} />
      )}
      <form class="form sheet" method="post" action={adminPersonPath(person.id)}>
        <h2>{one.standing}</h2>
        <ErrorSummary title={one.failed} faults={form.faults} />
        <SelectField
          name="role"
          label={said.role}
          options={ROLES.map((value) => ({ value, label: accounts.roles[value] }))}
          value={form.values['role'] ?? person.role}
          error={fieldState(form, 'role').error}
        />
        <Choices
          legend={one.access}
          name="disabled"
          pick="any"
          options={[{ value: 'yes', label: one.out }]}
          chosen={[person.disabled ? 'yes' : '']}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {one.save}
          </Button>
        </div>
      </form>
      {!person.disabled && (
        <form class="form sheet" method="post" action={adminInvitePath(person.id)}>
          <h2>{one.invite}</h2>
          <p>{one.inviteText}</p>
          <div class="form-actions">
            <Button type="submit">{one.inviteSubmit}</Button>
          </div>
        </form>
      )}
      {rights.length > 0 && (
        <section>
          <h2>{said.rights.title}</h2>
          <RightTable rights={rights} people={[person]} places={places} />
        </section>
      )}
      <section>
        <h2>{said.keys.title}</h2>
        <KeyTable keys={keys} places={places} as="administrator" />
      </section>
      <section>
        <h2>{said.sessions.title}</h2>
        <SessionTable sessions={sessions} as="administrator" />
      </section>
    </AdminFrame>
  );
}
