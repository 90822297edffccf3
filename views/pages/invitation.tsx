import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import { type FormState, fieldState } from './form.ts';

interface InvitationPageProps {
  readonly context: PageContext;
  readonly name: string;
  readonly email: string;
  readonly token: string;
  readonly form: FormState;
  /** The fewest characters of a password. */
  readonly least: number;
}

/** Where somebody who was invited chooses their password. */
export function InvitationPage({ context, name, email, token, form, least }: InvitationPageProps): VNode {
  const { accounts, administration } = context.messages;
  const said = administration.invitation;
  return (
    <Layout context={context} title={said.title} width="narrow">
      <PageHead title={said.title} lead={said.lead(name)} />
      <div class="stack-loose">
        <ErrorSummary title={said.failed} faults={form.faults} />
        <form class="form" method="post" action={PATHS.invitation}>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <TextField
            name="password"
            type="password"
            label={accounts.newPassword}
            hint={accounts.passwordHint(least)}
            error={fieldState(form, 'password').error}
            autocomplete="new-password"
            required
          />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.submit}
            </Button>
          </div>
        </form>
      </div>
    </Layout>
  );
}

/** In answer to a link that was used, or is too old. */
export function InvitationOverPage({ context }: { readonly context: PageContext }): VNode {
  const said = context.messages.administration.invitation;
  return (
    <Layout context={context} title={said.over} width="narrow">
      <PageHead title={said.over} lead={said.overText} />
    </Layout>
  );
}
