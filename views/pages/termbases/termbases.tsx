import type { VNode } from 'preact';
import type { Termbase } from '../../../memory/model/termbase.ts';
import type { PageContext } from '../../assets.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { TextField } from '../../components/field.tsx';
import { PageHead } from '../../components/page-head.tsx';
import { Table } from '../../components/table.tsx';
import { Layout } from '../../layout.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { PATHS, termbasePath } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { ImportTerms, TermNotice, type TermReport } from './import-terms.tsx';

interface TermbasesPageProps {
  readonly context: PageContext;
  readonly termbases: readonly Termbase[];
  /** The form of a new one, and that of a file. */
  readonly create: FormState;
  readonly upload: FormState;
  readonly report?: TermReport;
}

/** The termbases there are, and how terms get into them. */
export function TermbasesPage({ context, termbases, create, upload, report }: TermbasesPageProps): VNode {
  const { format, termbases: said } = context.messages;
  return (
    <Layout context={context} title={said.title} section="termbases" scripts={['views/columns/client.ts']}>
      <PageHead title={said.title} lead={said.lead} />
      <div class="stack-loose">
        {report && <TermNotice report={report} />}
        {termbases.length === 0 ? (
          <EmptyState title={said.empty.title}>{said.empty.text}</EmptyState>
        ) : (
          <section class="sheet sheet-flush">
            <Table
              caption={said.title}
              captionHidden
              columns={[
                {
                  label: said.termbase,
                  kind: 'heading',
                  cell: ({ id, name }) => <a href={termbasePath(id)}>{name}</a>,
                },
                { label: said.entries, kind: 'number', cell: ({ entryCount }) => format.number(entryCount) },
                { label: said.made, cell: ({ createdAt }) => format.day(createdAt) },
              ]}
              rows={termbases}
              rowKey={({ id }) => id}
            />
          </section>
        )}
        {context.may('reviewer') && (
          <>
            <Create form={create} />
            <ImportTerms form={upload} />
          </>
        )}
      </div>
    </Layout>
  );
}

function Create({ form }: { readonly form: FormState }): VNode {
  const said = usePageMessages().termbases.create;
  return (
    <section>
      <h2>{said.title}</h2>
      <form class="form sheet" method="post" action={PATHS.termbases}>
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField {...fieldState(form, 'name')} name="name" label={said.name} required maxLength={200} />
        <div class="form-actions">
          <Button type="submit">{said.submit}</Button>
        </div>
      </form>
    </section>
  );
}
