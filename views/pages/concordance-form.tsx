import type { VNode } from 'preact';
import { CONCORDANCE_MODES } from '../../memory/model/concordance.ts';
import { LANGUAGES } from '../../memory/model/language.ts';
import { STATUSES } from '../../memory/model/origin.ts';
import type { Memory } from '../../memory/model/unit.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, SelectField, TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { PATHS } from '../paths.ts';
import { type FormState, fieldState } from './form.ts';

const DATES = ['publishedFrom', 'publishedTo', 'changedFrom', 'changedTo'] as const;
const FILTERS = ['memory', 'originalLanguage', 'status', 'publication', 'translator', ...DATES] as const;
/** The statuses that units have. */
const KEPT = STATUSES.filter((status) => status !== 'untranslated');

/** How many filters a search is kept to. */
export function filtersSet(values: FormState['values']): number {
  return FILTERS.filter((name) => (values[name] ?? '') !== '').length;
}

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
        <Filters form={form} memories={memories} />
        <div class="form-actions">
          <Button type="submit" look="primary" icon="search">
            {said.submit}
          </Button>
        </div>
      </form>
    </search>
  );
}

function Filters({ form, memories }: ConcordanceFormProps): VNode {
  const { concordance: said, shared } = usePageMessages();
  const set = filtersSet(form.values);
  const faulty = form.faults.some(({ field }) => FILTERS.some((name) => name === field));
  const any = { value: '', label: said.any };
  return (
    <details open={set > 0 || faulty}>
      <summary>{set > 0 ? said.filtersSet(set) : said.filters}</summary>
      <div class="concordance-filters">
        <div class="field-row">
          <SelectField
            {...fieldState(form, 'memory')}
            name="memory"
            label={said.memory}
            options={[any, ...memories.map(({ id, name }) => ({ value: String(id), label: name }))]}
          />
          <SelectField
            {...fieldState(form, 'originalLanguage')}
            name="originalLanguage"
            label={said.originalLanguage}
            options={[any, ...LANGUAGES.map((value) => ({ value, label: said.languages[value] }))]}
          />
          <SelectField
            {...fieldState(form, 'status')}
            name="status"
            label={said.status}
            options={[any, ...KEPT.map((value) => ({ value, label: shared.statuses[value] }))]}
          />
        </div>
        <div class="field-row">
          {(['publication', 'translator'] as const).map((name) => (
            <TextField
              key={name}
              {...fieldState(form, name)}
              name={name}
              label={said[name]}
              hint={said.partHint}
              maxLength={300}
            />
          ))}
        </div>
        <div class="field-row">
          {DATES.map((name) => (
            <TextField key={name} {...fieldState(form, name)} name={name} label={said[name]} hint={said.dateHint} />
          ))}
        </div>
      </div>
    </details>
  );
}
