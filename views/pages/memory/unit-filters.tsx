import type { VNode } from 'preact';
import { LANGUAGES } from '../../../memory/model/language.ts';
import { STATUSES } from '../../../memory/model/origin.ts';
import type { Memory } from '../../../memory/model/unit.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryPath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';

const DATES = ['publishedFrom', 'publishedTo', 'changedFrom', 'changedTo'] as const;
const ORIGINS = ['human', 'match', 'machine', 'alignment', 'import'] as const;
const SET = [
  'fr',
  'en',
  'status',
  'origin',
  'flagged',
  'originalLanguage',
  'publication',
  'translator',
  ...DATES,
] as const;
/** The statuses that units have. */
export const UNIT_STATUSES = STATUSES.filter((status) => status !== 'untranslated');

interface UnitFiltersProps {
  readonly memory: Memory;
  readonly form: FormState;
}

/** Which units of a memory are shown. The address says all of it. */
export function UnitFilters({ memory, form }: UnitFiltersProps): VNode {
  const { managing: said, memories } = usePageMessages();
  return (
    <search>
      <form class="form sheet" method="get" action={memoryPath(memory.id)}>
        <ErrorSummary title={said.filterFailed} faults={form.faults} />
        <TextField {...fieldState(form, 'text')} name="text" label={memories.one.search} maxLength={500} />
        <More form={form} />
        <div class="form-actions">
          <Button type="submit" icon="search">
            {memories.one.searchSubmit}
          </Button>
        </div>
      </form>
    </search>
  );
}

function More({ form }: Pick<UnitFiltersProps, 'form'>): VNode {
  const { managing: said, concordance: found, shared } = usePageMessages();
  const set = SET.filter((name) => (form.values[name] ?? '') !== '').length;
  const any = { value: '', label: said.any };
  return (
    <details open={set > 0 || form.faults.length > 0}>
      <summary>{set > 0 ? said.filtersSet(set) : said.filters}</summary>
      <div class="concordance-filters">
        <div class="field-row">
          {(['fr', 'en'] as const).map((name) => (
            <TextField key={name} {...fieldState(form, name)} name={name} label={said[name]} maxLength={500} />
          ))}
        </div>
        <div class="field-row">
          <SelectField
            {...fieldState(form, 'status')}
            name="status"
            label={found.status}
            options={[any, ...UNIT_STATUSES.map((value) => ({ value, label: shared.statuses[value] }))]}
          />
          <SelectField
            {...fieldState(form, 'origin')}
            name="origin"
            label={said.origin}
            options={[any, ...ORIGINS.map((value) => ({ value, label: shared.origins[value] }))]}
          />
          <SelectField
            {...fieldState(form, 'flagged')}
            name="flagged"
            label={said.flagged}
            options={[any, ...(['yes', 'no'] as const).map((value) => ({ value, label: said.flags[value] }))]}
          />
          <SelectField
            {...fieldState(form, 'originalLanguage')}
            name="originalLanguage"
            label={found.originalLanguage}
            options={[any, ...LANGUAGES.map((value) => ({ value, label: found.languages[value] }))]}
          />
        </div>
        <div class="field-row">
          {(['publication', 'translator'] as const).map((name) => (
            <TextField
              key={name}
              {...fieldState(form, name)}
              name={name}
              label={found[name]}
              hint={found.partHint}
              maxLength={300}
            />
          ))}
        </div>
        <div class="field-row">
          {DATES.map((name) => (
            <TextField key={name} {...fieldState(form, name)} name={name} label={found[name]} hint={found.dateHint} />
          ))}
        </div>
      </div>
    </details>
  );
}
