import type { VNode } from 'preact';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileField, TextField } from '../components/field.tsx';
import { formatDay, formatNumber } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { memoryPath, PATHS } from '../paths.ts';
import type { FormState } from './form.ts';
import { fieldState } from './form.ts';

/** What importing a TMX file did, to be told. */
export interface TmxReport {
  readonly file: string;
  readonly memory: string;
  readonly added: number;
  readonly merged: number;
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

interface MemoriesPageProps {
  readonly context: PageContext;
  readonly memories: readonly Memory[];
  readonly form: FormState;
  readonly report?: TmxReport;
}

/** The memories there are, and how units get into them. */
export function MemoriesPage({ context, memories, form, report }: MemoriesPageProps): VNode {
  return (
    <Layout context={context} title="Memories" section="memories">
      <PageHead
        title="Memories"
        lead="Units from published articles, from files and from your own confirmed translations."
        actions={
          <LinkButton href={PATHS.importArticle} look="primary" icon="upload">
            Import an article
          </LinkButton>
        }
      />
      <div class="stack-loose">
        {report && <TmxNotice report={report} />}
        {memories.length === 0 ? (
          <EmptyState title="No memory yet">
            The first one is made when an article or a TMX file is imported, or a segment is confirmed.
          </EmptyState>
        ) : (
          <section class="sheet sheet-flush">
            <Table
              caption="Memories"
              captionHidden
              columns={[
                { label: 'Memory', kind: 'heading', cell: ({ id, name }) => <a href={memoryPath(id)}>{name}</a> },
                { label: 'Units', kind: 'number', cell: ({ unitCount }) => formatNumber(unitCount) },
                { label: 'Priority', kind: 'number', cell: ({ priority }) => priority },
                { label: 'Penalty', kind: 'number', cell: ({ penalty }) => penalty },
                { label: 'Made', cell: ({ createdAt }) => formatDay(createdAt) },
              ]}
              rows={memories}
              rowKey={({ id }) => id}
            />
          </section>
        )}
        <ImportTmx form={form} />
      </div>
    </Layout>
  );
}

function TmxNotice({ report: { file, memory, added, merged, refused } }: { readonly report: TmxReport }): VNode {
  return (
    <Notice tone="good" title={`${file} was imported into “${memory}”`}>
      <p>
        {formatNumber(added)} units are new, {formatNumber(merged)} the memory held already.
      </p>
      {refused.length > 0 && (
        <details>
          <summary>{formatNumber(refused.length)} entries gave no unit</summary>
          <ul>
            {refused.slice(0, 100).map(({ line, reason }) => (
              <li key={line}>
                Line {line}: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}

function ImportTmx({ form }: { readonly form: FormState }): VNode {
  return (
    <section>
      <h2>Import a TMX file</h2>
      <form class="form sheet" method="post" action={PATHS.memories} encType="multipart/form-data">
        <ErrorSummary title="The file was not imported" faults={form.faults} />
        <FileField
          name="tmxFile"
          label="TMX file"
          accept=".tmx,application/x-tmx+xml"
          error={fieldState(form, 'tmxFile').error}
          required
        />
        <TextField
          {...fieldState(form, 'memory')}
          name="memory"
          label="Memory"
          hint="It is made when there is none of that name."
          required
          maxLength={200}
        />
        <div class="form-actions">
          <Button type="submit" look="primary">
            Import
          </Button>
        </div>
      </form>
    </section>
  );
}
