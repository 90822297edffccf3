import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { ColumnMapper } from '../../components/column-mapper.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Choices, FileField, TextField } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { RefusedEntries, type RefusedEntry } from '../../components/refused-entries.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { PATHS } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';

/** What importing a file of terms did, to be told. */
export interface TermReport {
  readonly file: string;
  readonly termbase: string;
  readonly dryRun: boolean;
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
  readonly overwritten: number;
  readonly refused: readonly RefusedEntry[];
  readonly refusedCount: number;
}

export function TermNotice({ report }: { readonly report: TermReport }): VNode {
  const { file, termbase, dryRun, added, merged, skipped, overwritten, refused, refusedCount } = report;
  const said = usePageMessages().termbases.importing;
  return (
    <Notice tone="good" title={dryRun ? said.tried(file, termbase) : said.done(file, termbase)}>
      <p>{said.added(added, merged)}</p>
      {skipped + overwritten > 0 && <p>{said.decided(skipped, overwritten)}</p>}
      <RefusedEntries summary={said.refused(refusedCount)} refused={refused} />
    </Notice>
  );
}

/** Brings a file of terms into a termbase. */
export function ImportTerms({ form }: { readonly form: FormState }): VNode {
  const { termbases } = usePageMessages();
  const said = termbases.importing;
  return (
    <section>
      <h2>{said.title}</h2>
      <form class="form sheet" method="post" action={PATHS.termbaseImport} encType="multipart/form-data">
        <ErrorSummary title={said.failed} faults={form.faults} />
        <FileField
          name="termFile"
          label={said.file}
          hint={said.fileHint}
          accept=".tbx,.xml,.csv,.tsv,.txt,.xlsx,.gz,.zip"
          error={fieldState(form, 'termFile').error}
          required
        />
        <TextField
          {...fieldState(form, 'termbase')}
          name="termbase"
          label={termbases.termbase}
          hint={said.termbaseHint}
          required
          maxLength={200}
        />
        <Choices
          legend={said.mode}
          name="mode"
          pick="one"
          options={(['add', 'skip', 'newer'] as const).map((value) => ({ value, label: said.modes[value] }))}
          chosen={[form.values['mode'] ?? 'add']}
        />
        <TextField
          {...fieldState(form, 'columns')}
          name="columns"
          label={said.columns}
          hint={said.columnsHint}
          maxLength={200}
        />
        <ColumnMapper of="terms" />
        <Choices
          legend={said.dryRun}
          name="dryRun"
          pick="one"
          options={[
            { value: 'no', label: said.really },
            { value: 'yes', label: said.onlyTry },
          ]}
          chosen={[form.values['dryRun'] ?? 'no']}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </section>
  );
}
