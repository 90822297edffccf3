import type { VNode } from 'preact';
import type { Termbase } from '../../../memory/model/termbase.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { termbaseDeletePath, termbaseSettingsPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { TermbaseFrame } from './termbase-frame.tsx';

interface TermbaseSettingsPageProps {
  readonly context: PageContext;
  readonly termbase: Termbase;
  readonly form: FormState;
  readonly saved: boolean;
}

/** What a termbase is called, and the way to be rid of it. */
export function TermbaseSettingsPage({ context, termbase, form, saved }: TermbaseSettingsPageProps): VNode {
  const said = context.messages.termbases.settings;
  return (
    <TermbaseFrame context={context} termbase={termbase} section="settings" title={said.title} lead={termbase.name}>
      {saved && <Notice tone="good" title={said.saved} />}
      <form class="form sheet" method="post" action={termbaseSettingsPath(termbase.id)}>
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'name')} name="name" label={said.name} maxLength={200} required />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.save}
          </Button>
        </div>
      </form>
      <details>
        <summary>{said.remove}</summary>
        <form class="form sheet" method="post" action={termbaseDeletePath(termbase.id)}>
          <p>{said.removeText}</p>
          <div class="form-actions">
            <Button type="submit" look="danger">
              {said.removeSubmit(termbase.name)}
            </Button>
          </div>
        </form>
      </details>
    </TermbaseFrame>
  );
}
