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
}

/** A person’s own account. */
export function AccountPage({ context, name, role, form, changed, least }: AccountPageProps): VNode {
  const { accounts: said } = context.messages;
  return (
    <Layout context={context} title={said.account} width="narrow">
      <PageHead title={said.account} lead={said.accountLead(name, role)} />
      <div class="stack-loose">
        {changed && <Notice tone="good" title={said.passwordChanged} />}
        <ErrorSummary title={said.passwordUnchanged} faults={form.faults} />
        <form class="form" method="post" action={PATHS.account}>
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
      </div>
    </Layout>
  );
}
