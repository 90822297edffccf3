import type { VNode } from 'preact';
import type { Memory, MemoryDocument, TranslationUnit } from '../../../memory/model/unit.ts';
import type { PageContext } from '../../assets.ts';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { isFixed } from '../../components/may.ts';
import { Notice } from '../../components/notice.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { Table } from '../../components/table.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { memoryDeletionPath, memoryDocumentPath, memoryExportPath, unitsExportPath } from '../../paths.ts';
import type { FormState } from '../form.ts';
import { KeptFilters } from '../unit-filters.tsx';
import { MemoryFrame } from './memory-head.tsx';
import { UnitSearch } from './unit-search.tsx';
import { UnitTable } from './unit-table.tsx';

interface MemoryPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly documents: readonly MemoryDocument[];
  readonly units: readonly TranslationUnit[];
  /** The document whose units are shown; all of the memory's where absent. */
  readonly document?: MemoryDocument;
  /** The filters as they stand in the address, and what is wrong with them. */
  readonly form: FormState;
  /** The address of the next page of units. */
  readonly next?: string;
}

/** What a memory holds: its documents with their provenance, and its units. */
export function MemoryPage({ context, memory, documents, units, document, form, next }: MemoryPageProps): VNode {
  const said = context.messages.memories.one;
  const title = document?.provenance.title ?? (document ? said.unnamedDocument(document.id) : memory.name);
  const filtered = Object.keys(form.values).length > 0;
  return (
    <MemoryFrame
      context={context}
      memory={memory}
      section="units"
      title={title}
      lead={document ? <ProvenanceLine provenance={document.provenance} untitled /> : said.unitCount(memory.unitCount)}
      actions={
        <LinkButton href={memoryExportPath(memory.id)} icon="download" download>
          TMX
        </LinkButton>
      }
    >
      {!document && !filtered && documents.length > 0 && <Documents documents={documents} />}
      {!document && <UnitSearch memory={memory} form={form} />}
      {filtered && !document && units.length > 0 && <Files memory={memory} form={form} />}
      {(filtered || document) && units.length > 0 && !isFixed(memory, context.may) && (
        <DeleteFound memory={memory} values={form.values} {...(document && { document })} />
      )}
      {units.length > 0 ? (
        <UnitTable units={units} documents={documents} back={context.path} fixed={isFixed(memory, context.may)} />
      ) : (
        form.faults.length === 0 && <Nothing form={form} filtered={filtered} searching={next !== undefined} />
      )}
      {next !== undefined && (
        <LinkButton href={next}>{units.length > 0 ? said.more : context.messages.managing.further}</LinkButton>
      )}
    </MemoryFrame>
  );
}

interface DeleteFoundProps {
  readonly memory: Memory;
  readonly values: FormState['values'];
  readonly document?: MemoryDocument;
}

/** Deletes all that is meant, shown on this page or not: unfolded first, so that nobody does it by mistake. */
function DeleteFound({ memory, values, document }: DeleteFoundProps): VNode {
  const { managing } = usePageMessages();
  const said = managing.deletion;
  return (
    <details>
      <summary>{document ? said.document : said.found}</summary>
      <form class="form sheet" method="post" action={memoryDeletionPath(memory.id)} encType="multipart/form-data">
        <p>
          {document && said.elsewhere} {said.undo}
        </p>
        {document ? (
          <input type="hidden" name="document" value={document.id} />
        ) : (
          <KeptFilters values={values} place="work" />
        )}
        <div class="form-actions">
          <Button type="submit" look="danger">
            {said.submit}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Nothing({
  form,
  filtered,
  searching,
}: {
  readonly form: FormState;
  readonly filtered: boolean;
  readonly searching: boolean;
}): VNode {
  const { memories, managing } = usePageMessages();
  const said = memories.one;
  const text = form.values['text'];
  if (searching) return <Notice tone="info" title={managing.partly} />;
  if (!filtered) return <EmptyState title={said.none}>{said.noneText}</EmptyState>;
  if (text !== undefined && Object.keys(form.values).length === 1) {
    return <EmptyState title={said.notFound}>{said.notFoundText(text)}</EmptyState>;
  }
  return <EmptyState title={managing.nothingFound}>{managing.nothingFoundText}</EmptyState>;
}

function Files({ memory, form }: { readonly memory: Memory; readonly form: FormState }): VNode {
  const { managing: said } = usePageMessages();
  return (
    <p class="row-actions">
      {said.exportFound}
      {(['tmx', 'csv', 'tsv', 'xlsx'] as const).map((format) => (
        <LinkButton key={format} href={unitsExportPath(memory.id, format, form.values)} icon="download" small download>
          {format.toUpperCase()}
        </LinkButton>
      ))}
    </p>
  );
}

function Documents({ documents }: Pick<MemoryPageProps, 'documents'>): VNode {
  const { format, memories: list } = usePageMessages();
  const said = list.one;
  return (
    <details open={documents.length <= 12}>
      <summary>{said.documents(documents.length)}</summary>
      <section class="sheet sheet-flush">
        <Table
          caption={said.documents(documents.length)}
          captionHidden
          columns={[
            {
              label: said.document,
              kind: 'heading',
              cell: ({ id, memoryId, provenance }) => (
                <>
                  <a href={memoryDocumentPath(memoryId, id)}>{provenance.title ?? said.unnamedDocument(id)}</a>
                  <ProvenanceLine provenance={provenance} untitled />
                </>
              ),
            },
            { label: list.units, kind: 'number', cell: ({ unitCount }) => format.number(unitCount) },
            { label: said.stored, cell: ({ createdAt }) => <time dateTime={createdAt}>{format.day(createdAt)}</time> },
          ]}
          rows={documents}
          rowKey={({ id }) => id}
        />
      </section>
    </details>
  );
}
