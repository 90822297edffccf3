import type { VNode } from 'preact';
import { CONCORDANCE_MODES } from '../../memory/model/concordance.ts';
import { LANGUAGES } from '../../memory/model/language.ts';
import type { Memory } from '../../memory/model/unit.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import { type FormState, fieldState } from './form.ts';
import { UnitFilters } from './unit-filters.tsx';

interface ConcordanceFormProps {
  readonly form: FormState;
  readonly memories: readonly Memory[];
}

/** What to search for, where and how. */
export function ConcordanceForm({ form, memories }: ConcordanceFormProps): VNode {
  const { concordance: said } = usePageMessages();
  const { values } = form;
  const mode = values['mode'] ?? 'words';
  return (
    <search>
      <form class="form sheet" method="get" action={PATHS.concordance}>
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'q')} name="q" label={said.text} maxLength={500} required />
        <div class="field-row concordance-ways">
          <Choices
            legend={said.mode}
            name="mode"
            pick="one"
            options={CONCORDANCE_MODES.map((value) => ({ value, label: said.modes[value] }))}
            chosen={[mode]}
          />
          <Choices
            legend={said.language}
            name="language"
            pick="one"
            options={[
              { value: '', label: said.languages.either },
              ...LANGUAGES.map((value) => ({ value, label: said.languages[value] })),
            ]}
            chosen={[values['language'] ?? '']}
          />
          <TextField
            {...fieldState(form, 'within')}
            value={values['within'] ?? '10'}
            name="within"
            label={said.within}
          />
        </div>
        <UnitFilters form={form} place="concordance" memories={memories} />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="search">
            {said.submit}
          </Button>
        </div>
      </form>
    </search>
  );
}
