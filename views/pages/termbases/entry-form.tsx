import type { VNode } from 'preact';
import type { TermView } from '../../../memory/model/edit-entry.ts';
import { canonicalTag } from '../../../memory/model/language.ts';
import { TERM_STATUSES } from '../../../memory/model/term-status.ts';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextAreaField, TextField } from '../../components/field.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { type FormState, fieldState } from '../form.ts';

/** Languages that a term can be said to be in, beside the one it is in. */
const TAGS = ['fr', 'en', 'fr-CA', 'en-GB', 'en-US'];
const PARTS = ['', 'noun', 'properNoun', 'verb', 'adjective', 'adverb', 'other'] as const;
/** What is said of a term seldom. */
const FURTHER = ['definition', 'note', 'source'] as const;

interface EntryFormProps {
  readonly action: string;
  /** Its terms are the fields `terms.0.text`, `terms.0.language` …; `terms` says how many. */
  readonly form: FormState;
  /** The version that it changes; absent of a new entry. */
  readonly version?: number;
  /** Terms in other languages, which stay as they are. */
  readonly elsewhere?: readonly TermView[];
}

/** What a concept is, and its terms one below the other; a button of the form gives room for one more. */
export function EntryForm({ action, form, version, elsewhere = [] }: EntryFormProps): VNode {
  const said = usePageMessages().termbases.entry;
  const count = Number(form.values['terms'] ?? 0);
  return (
    <form class="form sheet entry-form" method="post" action={action}>
      <ErrorSummary title={said.failed} faults={form.faults} />
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      <input type="hidden" name="terms" value={count} />
      {Array.from({ length: count }, (_, row) => (
        <TermFields key={row} row={row} form={form} isLast={row === count - 1} />
      ))}
      {elsewhere.length > 0 && (
        <p class="quiet">{said.elsewhere(elsewhere.map(({ text, language }) => `${text} (${language})`))}</p>
      )}
      <TextField {...fieldState(form, 'subject')} name="subject" label={said.subject} maxLength={5_000} />
      <TextAreaField
        {...fieldState(form, 'definition')}
        name="definition"
        label={said.definition}
        rows={2}
        maxLength={5_000}
      />
      <div class="field-row">
        <TextField {...fieldState(form, 'note')} name="note" label={said.note} maxLength={5_000} />
        <TextField {...fieldState(form, 'source')} name="source" label={said.source} maxLength={5_000} />
      </div>
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.save}
        </Button>
        <Button type="submit" name="another" value="yes" icon="add">
          {said.another}
        </Button>
      </div>
    </form>
  );
}

interface TermFieldsProps {
  readonly row: number;
  readonly form: FormState;
  /** One more was asked for, and this is it. */
  readonly isLast: boolean;
}

function TermFields({ row, form, isLast }: TermFieldsProps): VNode {
  const { termbases, terms, format } = usePageMessages();
  const said = termbases.entry;
  const field = (name: string) => ({ ...fieldState(form, `terms.${row}.${name}`), name: `terms.${row}.${name}` });
  const place = field('place').value;
  const written = field('language').value;
  const language = canonicalTag(written) ?? 'fr';
  const part = field('partOfSpeech').value;
  const parts = PARTS.some((one) => one === part) ? PARTS : [...PARTS, part];
  const isFull = FURTHER.some((name) => field(name).value !== '' || field(name).error !== undefined);
  return (
    <fieldset class="field-group term">
      <legend class="field-legend">{said.term(row + 1)}</legend>
      {place !== '' && <input type="hidden" name={`terms.${row}.place`} value={place} />}
      <div class="field-row">
        <TextField
          {...field('text')}
          label={said.text}
          lang={language}
          maxLength={500}
          focused={isLast && 'another' in form.values}
        />
        <SelectField
          {...field('language')}
          value={language}
          label={said.language}
          options={[...new Set([...TAGS, language])].map((tag) => ({ value: tag, label: format.languageName(tag) }))}
        />
        <SelectField
          {...field('status')}
          label={said.status}
          options={TERM_STATUSES.map((value) => ({ value, label: terms.statuses[value] }))}
          value={field('status').value || 'admitted'}
        />
        <SelectField
          {...field('partOfSpeech')}
          label={said.partOfSpeech}
          options={parts.map((value) => ({ value, label: nameOfPart(said.parts, value) }))}
        />
      </div>
      <details open={isFull}>
        <summary>{said.further}</summary>
        <div class="concordance-filters">
          {FURTHER.map((name) => (
            <TextField key={name} {...field(name)} label={said[name]} maxLength={5_000} />
          ))}
        </div>
      </details>
      {place !== '' && (
        <label class="choice">
          <input
            type="checkbox"
            name={`terms.${row}.drop`}
            value="yes"
            checked={form.values[`terms.${row}.drop`] === 'yes'}
          />
          <span>{said.drop}</span>
        </label>
      )}
    </fieldset>
  );
}

/** A part of speech that a file calls otherwise is shown as it is. */
function nameOfPart(names: Readonly<Record<string, string>>, part: string): string {
  return Object.hasOwn(names, part) ? (names[part] ?? part) : part;
}
