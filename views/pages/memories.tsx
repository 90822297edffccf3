import type { VNode } from 'preact';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ColumnMapper } from '../components/column-mapper.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Choices, FileField, TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { RefusedEntries, type RefusedEntry } from '../components/refused-entries.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { memoryPath, PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** What importing a TMX file did, to be told. */
export interface TmxReport {
  readonly file: string;
  readonly memory: string;
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
  readonly overwritten: number;
  readonly dryRun: boolean;
  readonly refused: readonly RefusedEntry[];
  readonly refusedCount: number;
  readonly otherLanguages: Readonly<Record<string, number>>;
}

interface MemoriesPageProps {
  readonly context: PageContext;
  readonly memories: readonly Memory[];
  /** Databases of units that cannot be asked at present. */
  readonly away: readonly string[];
  readonly create: FormState;
  readonly form: FormState;
  readonly report?: TmxReport;
}

/** The memories there are, and how units get into them. */
export function MemoriesPage({ context, memories, away, create, form, report }: MemoriesPageProps): VNode {
  const { format, memories: said } = context.messages;
  const takes = context.may('reviewer') || memories.some(({ id }) => context.may('reviewer', { memory: id }));
  return (
    <Layout context={context} title={said.title} section="memories" scripts={['views/columns/client.ts']}>
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          context.may('translator') && (
            <LinkButton href={PATHS.importArticle} look="primary" icon="upload">
              {said.importArticle}
            </LinkButton>
          )
        }
      />
      <div class="stack-loose">
        {report && <TmxNotice report={report} />}
        {away.length > 0 && (
          <Notice tone="warn" title={said.away}>
            <p>{said.notCounted(away)}</p>
          </Notice>
        )}
        {memories.length === 0 ? (
          <EmptyState title={said.empty.title}>{said.empty.text}</EmptyState>
        ) : (
          <section class="sheet sheet-flush">
            <Table
              caption={said.title}
              captionHidden
              columns={[
                { label: said.memory, kind: 'heading', cell: ({ id, name }) => <a href={memoryPath(id)}>{name}</a> },
                { label: said.units, kind: 'number', cell: ({ unitCount }) => format.number(unitCount) },
                { label: said.priority, kind: 'number', cell: ({ priority }) => priority },
                { label: said.penalty, kind: 'number', cell: ({ penalty }) => penalty },
                {
                  label: said.made,
                  cell: ({ createdAt }) => <time dateTime={createdAt}>{format.day(createdAt)}</time>,
                },
              ]}
              rows={memories}
              rowKey={({ id }) => id}
            />
          </section>
        )}
        {context.may('reviewer') && <Create form={create} />}
        {takes && <ImportTmx form={form} />}
      </div>
    </Layout>
  );
}

function TmxNotice({ report }: { readonly report: TmxReport }): VNode {
  const { file, memory, added, merged, skipped, overwritten, dryRun, refused, refusedCount, otherLanguages } = report;
  const said = usePageMessages().memories.importTmx;
  const others = Object.keys(otherLanguages);
  return (
    <Notice tone="good" title={dryRun ? said.tried(file, memory) : said.done(file, memory)}>
      <p>{said.added(added, merged)}</p>
      {skipped + overwritten > 0 && <p>{said.decided(skipped, overwritten)}</p>}
      {others.length > 0 && <p>{said.otherLanguages(others)}</p>}
      <RefusedEntries summary={said.refused(refusedCount)} refused={refused} />
    </Notice>
  );
}

function Create({ form }: { readonly form: FormState }): VNode {
  const said = usePageMessages().memories.create;
  return (
    <section>
      <h2>{said.title}</h2>
      <form class="form sheet" method="post" action={PATHS.newMemory} encType="multipart/form-data">
        <ErrorSummary title={said.failed} faults={form.faults} />
        <TextField
          {...fieldState(form, 'name')}
          name="name"
          label={said.name}
          hint={said.nameHint}
          required
          maxLength={200}
        />
        <div class="form-actions">
          <Button type="submit">{said.submit}</Button>
        </div>
      </form>
    </section>
  );
}

function ImportTmx({ form }: { readonly form: FormState }): VNode {
  const { memories } = usePageMessages();
  const said = memories.importTmx;
  return (
    <section>
      <h2>{said.title}</h2>
      <form class="form sheet" method="post" action={PATHS.memories} encType="multipart/form-data">
        <ErrorSummary title={said.failed} faults={form.faults} />
        <FileField
          name="tmxFile"
          label={said.file}
          hint={said.fileHint}
          accept=".tmx,.csv,.tsv,.xlsx,.po,.sdltm,.gz,.zip,application/x-tmx+xml"
          error={fieldState(form, 'tmxFile').error}
          required
        />
        <TextField
          {...fieldState(form, 'memory')}
          name="memory"
          label={memories.memory}
          hint={said.memoryHint}
          required
          maxLength={200}
        />
        <Choices
          legend={said.mode}
          name="mode"
          pick="one"
          options={[
            { value: 'add', label: said.modes.add },
            { value: 'skip', label: said.modes.skip },
            { value: 'newer', label: said.modes.newer },
          ]}
          chosen={[form.values['mode'] ?? 'add']}
        />
        <TextField
          {...fieldState(form, 'columns')}
          name="columns"
          label={said.columns}
          hint={said.columnsHint}
          maxLength={200}
        />
        <ColumnMapper of="units" />
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
