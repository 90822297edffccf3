import type { VNode } from 'preact';
import { LANGUAGES } from '../../../memory/model/language.ts';
import { TERM_STATUSES } from '../../../memory/model/term-status.ts';
import type { Termbase } from '../../../memory/model/termbase.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { entryPath, newEntryPath, termbaseExportPath, termbasePath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { EntryTerms, type ShownEntry, termsIn } from './entry-terms.tsx';
import { TermbaseFrame } from './termbase-frame.tsx';

interface TermbasePageProps {
  readonly context: PageContext;
  readonly termbase: Termbase;
  readonly entries: readonly ShownEntry[];
  /** The search as it stands in the address. */
  readonly form: FormState;
  /** The address of the next page. */
  readonly next?: string;
}

const FILES = { tbx: 'TBX', tbx3: 'TBX 3', csv: 'CSV', tsv: 'TSV' } as const;

/** The entries of a termbase, to be looked through and searched. The address says all of the search. */
export function TermbasePage({ context, termbase, entries, form, next }: TermbasePageProps): VNode {
  const { termbases: said } = context.messages;
  const searched = Object.keys(form.values).length > 0;
  return (
    <TermbaseFrame
      context={context}
      termbase={termbase}
      section="entries"
      title={termbase.name}
      lead={said.entryCount(termbase.entryCount)}
      actions={
        <>
          <LinkButton href={newEntryPath(termbase.id)} look="primary" icon="add">
            {said.add}
          </LinkButton>
          {(['tbx', 'tbx3', 'csv', 'tsv'] as const).map((format) => (
            <LinkButton
              key={format}
              href={termbaseExportPath(termbase.id, format)}
              icon="download"
              label={said.download(FILES[format])}
              download
            >
              {FILES[format]}
            </LinkButton>
          ))}
        </>
      }
    >
      {(termbase.entryCount > 0 || searched) && <Search termbase={termbase} form={form} />}
      {entries.length > 0 && <Entries termbase={termbase} entries={entries} />}
      {entries.length === 0 && form.faults.length === 0 && (
        <EmptyState title={searched ? said.notFound : said.none}>
          {searched ? said.notFoundText : said.noneText}
        </EmptyState>
      )}
      {next !== undefined && <LinkButton href={next}>{said.more}</LinkButton>}
    </TermbaseFrame>
  );
}

function Search({ termbase, form }: Pick<TermbasePageProps, 'termbase' | 'form'>): VNode {
  const { termbases: said, terms, concordance } = usePageMessages();
  return (
    <search>
      <form class="form sheet" method="get" action={termbasePath(termbase.id)}>
        <ErrorSummary title={concordance.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'text')} name="text" label={said.search} maxLength={500} />
        <div class="field-row">
          <SelectField
            {...fieldState(form, 'language')}
            name="language"
            label={said.language}
            options={[
              { value: '', label: said.either },
              ...LANGUAGES.map((value) => ({ value, label: concordance.languages[value] })),
            ]}
          />
          <SelectField
            {...fieldState(form, 'status')}
            name="status"
            label={said.status}
            options={[
              { value: '', label: said.anyStatus },
              ...TERM_STATUSES.map((value) => ({ value, label: terms.statuses[value] })),
            ]}
          />
        </div>
        <div class="form-actions">
          <Button type="submit" icon="search">
            {said.searchSubmit}
          </Button>
        </div>
      </form>
    </search>
  );
}

function Entries({ termbase, entries }: Pick<TermbasePageProps, 'termbase' | 'entries'>): VNode {
  const { termbases: said, format } = usePageMessages();
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={said.entries}
        columns={[
          { label: said.french, cell: (entry) => <EntryTerms terms={termsIn(entry.terms, 'fr')} /> },
          { label: said.english, cell: (entry) => <EntryTerms terms={termsIn(entry.terms, 'en')} /> },
          {
            label: said.about,
            cell: ({ subject, definition, note }) => [subject, definition, note].filter(Boolean).join(' · ') || '–',
          },
          {
            label: said.changed,
            cell: ({ changedAt, changedBy }) => (
              <>
                <time dateTime={changedAt}>{format.day(changedAt)}</time>, {changedBy}
              </>
            ),
          },
          {
            label: said.open,
            cell: ({ id, terms }) => (
              <LinkButton
                href={entryPath(termbase.id, id)}
                small
                label={said.openEntry(terms.map(({ text }) => text).join(', '))}
              >
                {said.open}
              </LinkButton>
            ),
          },
        ]}
        rows={entries}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
