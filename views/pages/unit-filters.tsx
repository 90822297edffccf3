import type { ComponentChildren, VNode } from 'preact';
import { LANGUAGES } from '../../memory/model/language.ts';
import { STATUSES } from '../../memory/model/origin.ts';
import type { Memory } from '../../memory/model/unit.ts';
import { SelectField, TextField } from '../components/field.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { type FormState, fieldState } from './form.ts';

const CHOICES = ['memory', 'status', 'origin', 'flagged', 'originalLanguage'] as const;
const TEXTS = ['text', 'fr', 'en'] as const;
const NAMES = ['publication', 'translator'] as const;
const DATES = ['publishedFrom', 'publishedTo', 'changedFrom', 'changedTo'] as const;
const ORIGINS = ['human', 'match', 'machine', 'alignment', 'import'] as const;
type Filter = (typeof CHOICES | typeof TEXTS | typeof NAMES | typeof DATES)[number];

/** The filters on what a unit is, which every search has. */
const CONDITIONS = ['status', 'origin', 'flagged', 'originalLanguage', ...NAMES, ...DATES] as const;
/** The filters of each place where units are searched. */
export const FILTERS = {
  concordance: ['memory', ...CONDITIONS],
  units: ['fr', 'en', ...CONDITIONS],
  work: [...TEXTS, ...CONDITIONS],
} as const satisfies Readonly<Record<string, readonly Filter[]>>;

/** The statuses that units have. */
export const UNIT_STATUSES = STATUSES.filter((status) => status !== 'untranslated');

/** How many filters of a place are set. */
export function filtersSet(values: FormState['values'], place: keyof typeof FILTERS): number {
  return FILTERS[place].filter((name) => (values[name] ?? '') !== '').length;
}

interface UnitFiltersProps {
  readonly form: FormState;
  readonly place: keyof typeof FILTERS;
  /** Those that can be chosen among, where they can. */
  readonly memories?: readonly Memory[];
}

/** What units are kept to, folded up until something is set. */
export function UnitFilters({ form, place, memories = [] }: UnitFiltersProps): VNode {
  const { unitFilters: said } = usePageMessages();
  const offered: readonly Filter[] = FILTERS[place];
  const set = filtersSet(form.values, place);
  const faulty = form.faults.some(({ field }) => offered.some((name) => name === field));
  const texts = TEXTS.filter((name) => offered.includes(name));
  return (
    <details open={set > 0 || faulty}>
      <summary>{set > 0 ? said.set(set) : said.title}</summary>
      <div class="concordance-filters">
        {texts.length > 0 && (
          <Row>
            {texts.map((name) => (
              <TextField key={name} {...fieldState(form, name)} name={name} label={said[name]} maxLength={500} />
            ))}
          </Row>
        )}
        <Row>
          {CHOICES.filter((name) => offered.includes(name)).map((name) => (
            <Choice key={name} name={name} form={form} memories={memories} />
          ))}
        </Row>
        <Row>
          {NAMES.map((name) => (
            <TextField
              key={name}
              {...fieldState(form, name)}
              name={name}
              label={said[name]}
              hint={said.partHint}
              maxLength={300}
            />
          ))}
        </Row>
        <Row>
          {DATES.map((name) => (
            <TextField key={name} {...fieldState(form, name)} name={name} label={said[name]} hint={said.dateHint} />
          ))}
        </Row>
      </div>
    </details>
  );
}

function Row({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="field-row">{children}</div>;
}

interface ChoiceProps extends Required<Pick<UnitFiltersProps, 'form' | 'memories'>> {
  readonly name: (typeof CHOICES)[number];
}

function Choice({ name, form, memories }: ChoiceProps): VNode {
  const { unitFilters: said, shared, concordance } = usePageMessages();
  const options = {
    memory: () => memories.map(({ id, name: label }) => ({ value: String(id), label })),
    status: () => UNIT_STATUSES.map((value) => ({ value: String(value), label: shared.statuses[value] })),
    origin: () => ORIGINS.map((value) => ({ value: String(value), label: shared.origins[value] })),
    flagged: () => (['yes', 'no'] as const).map((value) => ({ value: String(value), label: said.flags[value] })),
    originalLanguage: () => LANGUAGES.map((value) => ({ value: String(value), label: concordance.languages[value] })),
  };
  return (
    <SelectField
      {...fieldState(form, name)}
      name={name}
      label={said[name]}
      options={[{ value: '', label: said.any }, ...options[name]()]}
    />
  );
}

/** The filters that are set, to be sent on by a form that has no fields for them. */
export function KeptFilters({
  values,
  place,
}: {
  readonly values: FormState['values'];
  readonly place: UnitFiltersProps['place'];
}): VNode {
  return (
    <>
      {FILTERS[place].flatMap((name) => {
        const value = values[name] ?? '';
        return value === '' ? [] : [<input key={name} type="hidden" name={name} value={value} />];
      })}
    </>
  );
}
