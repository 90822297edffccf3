import type { VNode } from 'preact';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { FileField, TextField } from '../components/field.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
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
  const { format, memories: said } = context.messages;
  return (
    <Layout context={context} title={said.title} section="memories">
      <PageHead
        title={said.title}
        lead={said.lead}
        actions={
          <LinkButton href={PATHS.importArticle} look="primary" icon="upload">
            {said.importArticle}
          </LinkButton>
        }
      />
      <div class="stack-loose">
        {report && <TmxNotice report={report} />}
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
                { label: said.made, cell: ({ createdAt }) => format.day(createdAt) },
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
  const said = usePageMessages().memories.importTmx;
  return (
    <Notice tone="good" title={said.done(file, memory)}>
      <p>{said.added(added, merged)}</p>
      {refused.length > 0 && (
        <details>
          <summary>{said.refused(refused.length)}</summary>
          <ul>
            {refused.slice(0, 100).map(({ line, reason }) => (
              <li key={line}>
                {said.line(line)} {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
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
          accept=".tmx,application/x-tmx+xml"
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
        <div class="form-actions">
          <Button type="submit" look="primary">
            {said.submit}
          </Button>
        </div>
      </form>
    </section>
  );
}
