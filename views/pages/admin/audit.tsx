import type { VNode } from 'preact';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { SelectField, TextField } from '../../components/field.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { auditPath, PATHS } from '../../paths.ts';
import { type FormState, fieldState } from '../form.ts';
import { AdminFrame } from './frame.tsx';
import type { ShownAuditEntry } from './shown.ts';

interface AuditPageProps {
  readonly context: PageContext;
  readonly entries: readonly ShownAuditEntry[];
  /** The filters as they stand in the address. */
  readonly form: FormState;
  /** From where the next page goes on. */
  readonly next?: string;
}

/** Who changed what, and who was refused. */
export function AuditPage({ context, entries, form, next }: AuditPageProps): VNode {
  const said = context.messages.administration.audit;
  return (
    <AdminFrame context={context} section="audit" title={said.title} lead={said.lead}>
      <AuditFilters form={form} />
      {entries.length > 0 ? (
        <AuditTable entries={entries} />
      ) : (
        form.faults.length === 0 && <EmptyState title={said.none}>{said.noneText}</EmptyState>
      )}
      {next !== undefined && <LinkButton href={auditPath({ ...form.values, cursor: next })}>{said.more}</LinkButton>}
    </AdminFrame>
  );
}

function AuditFilters({ form }: { readonly form: FormState }): VNode {
  const said = usePageMessages().administration.audit;
  return (
    <form class="form sheet" method="get" action={PATHS.adminAudit}>
      <ErrorSummary title={said.failed} faults={form.faults} />
      <div class="field-row">
        <TextField {...fieldState(form, 'by')} name="by" label={said.by} maxLength={300} />
        <TextField {...fieldState(form, 'action')} name="action" label={said.did} maxLength={100} />
        <SelectField
          {...fieldState(form, 'outcome')}
          name="outcome"
          label={said.outcome}
          options={[
            { value: '', label: said.anyOutcome },
            { value: 'done', label: said.done },
            { value: 'forbidden', label: said.refused },
            { value: 'wrong-password', label: said.wrongPassword },
          ]}
        />
        <TextField {...fieldState(form, 'from')} name="from" label={said.from} placeholder="2027-01-31" />
        <TextField {...fieldState(form, 'until')} name="until" label={said.until} placeholder="2027-01-31" />
      </div>
      <div class="form-actions">
        <Button type="submit" look="primary">
          {said.search}
        </Button>
      </div>
    </form>
  );
}

export function AuditTable({ entries }: { readonly entries: readonly ShownAuditEntry[] }): VNode {
  const { administration, format } = usePageMessages();
  const said = administration.audit;
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={said.title}
        captionHidden
        columns={[
          { label: said.at, kind: 'heading', cell: ({ at }) => <time dateTime={at}>{format.moment(at)}</time> },
          { label: said.by, cell: ({ by }) => by },
          { label: said.via, cell: ({ via }) => said.vias[via] },
          { label: said.did, cell: ({ action }) => <code>{action}</code> },
          { label: said.target, cell: ({ target }) => <code>{target}</code> },
          { label: said.outcome, cell: ({ outcome }) => (outcome === 'done' ? said.done : <code>{outcome}</code>) },
          { label: said.address, cell: ({ address }) => address ?? '–' },
        ]}
        rows={entries}
        rowKey={({ id }) => id}
      />
    </section>
  );
}
