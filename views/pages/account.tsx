import type { VNode } from 'preact';
import type { Role } from '../../src/contract/roles.ts';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import { KeyForm } from './admin/key-form.tsx';
import { KeyTable } from './admin/key-table.tsx';
import { SessionTable } from './admin/session-table.tsx';
import type { NamedPlace, ShownKey, ShownSession } from './admin/shown.ts';
import { ToldOnce } from './admin/told-once.tsx';
import { type FormState, fieldState } from './form.ts';

interface AccountPageProps {
  readonly context: PageContext;
  readonly name: string;
  readonly role: Role;
  readonly form: FormState;
  /** The password was changed a moment ago. */
  readonly changed: boolean;
  /** The fewest characters of a password. */
  readonly least: number;
  readonly keys: readonly ShownKey[];
  readonly keyForm: FormState;
  /** What a key can be limited to. */
  readonly places: readonly NamedPlace[];
  /** The key that was made a moment ago. */
  readonly made?: string;
  readonly sessions: readonly ShownSession[];
}

/** A person’s own account. */
export function AccountPage(props: AccountPageProps): VNode {
  const { context, name, role, form, changed, least, keys, keyForm, places, made, sessions } = props;
  const { accounts: said, administration } = context.messages;
  return (
    <Layout context={context} title={said.account}>
      <PageHead title={said.account} lead={said.accountLead(name, role)} />
      <div class="stack-loose">
        {made !== undefined && (
          <ToldOnce
            title={administration.keys.made}
            text={administration.keys.madeText}
            label={administration.keys.key}
            value={made}
          />
        )}
        {changed && <Notice tone="good" title={said.passwordChanged} />}
        <ErrorSummary title={said.passwordUnchanged} faults={form.faults} />
        <form class="form sheet" method="post" action={PATHS.account}>
          <h2>{said.changePassword}</h2>
          <TextField
            name="current"
            type="password"
            label={said.currentPassword}
            autocomplete="current-password"
            required
          />
          <TextField
            name="password"
            type="password"
            label={said.newPassword}
            hint={said.passwordHint(least)}
            error={fieldState(form, 'password').error}
            autocomplete="new-password"
            required
          />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.changePassword}
            </Button>
          </div>
        </form>
        <section>
          <h2>{administration.keys.title}</h2>
          <p>{administration.keys.lead}</p>
          <KeyTable keys={keys} places={places} as="own" />
        </section>
        <KeyForm action={PATHS.accountKeys} places={places} form={keyForm} />
        <section>
          <h2>{administration.sessions.title}</h2>
          <SessionTable sessions={sessions} as="own" />
        </section>
      </div>
    </Layout>
  );
}
