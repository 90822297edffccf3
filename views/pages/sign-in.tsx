import type { VNode } from 'preact';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { PATHS } from '../paths.ts';
import type { FormState } from './form.ts';

interface SignInPageProps {
  readonly context: PageContext;
  readonly form: FormState;
  /** Where the way goes on. */
  readonly back: string;
  /** What single sign-on is called, where there is any. */
  readonly provider: string | undefined;
  /** A password was chosen a moment ago. */
  readonly chosen: boolean;
}

export function SignInPage({ context, form, back, provider, chosen }: SignInPageProps): VNode {
  const { accounts: said, administration } = context.messages;
  return (
    <Layout context={context} title={said.signIn} width="narrow">
      <PageHead title={said.signIn} lead={said.signInLead} />
      <div class="stack-loose">
        {chosen && <Notice tone="good" title={administration.invitation.done} />}
        <ErrorSummary title={said.notSignedIn} faults={form.faults} />
        <form class="form" method="post" action={PATHS.signIn}>
          <input type="hidden" name="back" value={back} />
          <TextField
            name="email"
            type="email"
            label={said.email}
            value={form.values['email'] ?? ''}
            autocomplete="username"
            required
          />
          <TextField
            name="password"
            type="password"
            label={said.password}
            autocomplete="current-password"
            maxLength={200}
            required
          />
          <div class="form-actions">
            <Button type="submit" look="primary">
              {said.signIn}
            </Button>
            {provider !== undefined && (
              <LinkButton href={`${PATHS.signInElsewhere}?${new URLSearchParams({ back })}`}>
                {said.elsewhere(provider)}
              </LinkButton>
            )}
          </div>
        </form>
      </div>
    </Layout>
  );
}

/** In answer to a form that was sent when nobody was signed in any more. */
export function SignInAgainPage({ context }: { readonly context: PageContext }): VNode {
  const { accounts: said } = context.messages;
  return (
    <Layout context={context} title={said.signInAgain} width="narrow">
      <PageHead
        title={said.signInAgain}
        lead={said.signInAgainLead}
        actions={
          <LinkButton href={PATHS.signIn} look="primary">
            {said.signIn}
          </LinkButton>
        }
      />
    </Layout>
  );
}
