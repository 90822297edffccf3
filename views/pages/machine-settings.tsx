import type { VNode } from 'preact';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, SelectField, TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import { type FormState, fieldState } from './form.ts';

/** What machine translation costs and has cost. */
export interface MachineCost {
  /** The service; absent where none is set up. */
  readonly engine?: string;
  readonly month: string;
  readonly spent: number;
  readonly monthlyLimit?: number;
}

interface MachineSettingsProps {
  readonly cost: MachineCost;
  readonly form: FormState;
}

/** When a machine translates, how it addresses the reader, and how much it may cost. */
export function MachineSettings({ cost, form }: MachineSettingsProps): VNode {
  const { settings, format } = usePageMessages();
  const said = settings.machine;
  const { engine, month, spent, monthlyLimit } = cost;
  if (engine === undefined) {
    return (
      <section>
        <h2>{said.title}</h2>
        <p>{said.off}</p>
      </section>
    );
  }
  return (
    <form class="form" method="post" action={PATHS.machineSettings} encType="multipart/form-data">
      <h2>{said.title}</h2>
      <p>{said.spent(engine, format.partialDate(month), spent, monthlyLimit)}</p>
      <ErrorSummary title={said.failed} faults={form.faults} />
      <TextField {...fieldState(form, 'monthlyLimit')} name="monthlyLimit" label={said.limit} hint={said.limitHint} />
      <TextField {...fieldState(form, 'below')} name="below" label={said.below} hint={said.belowHint} />
      <SelectField
        {...fieldState(form, 'formality')}
        name="formality"
        label={said.formality}
        options={(['default', 'more', 'less'] as const).map((value) => ({ value, label: said.formalities[value] }))}
      />
      <Choices
        legend={said.terms}
        name="terms"
        pick="any"
        options={[{ value: 'yes', label: said.sendTerms(engine) }]}
        chosen={[form.values['terms'] ?? '']}
      />
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.save}
        </Button>
      </div>
    </form>
  );
}
