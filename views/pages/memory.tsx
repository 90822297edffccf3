import type { VNode } from 'preact';
import { contentText } from '../../memory/model/inline.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Memory, MemoryDocument, TranslationUnit, Variant } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { TextField } from '../components/field.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { memoryDocumentPath, memoryExportPath, memoryPath, PATHS } from '../paths.ts';

interface MemoryPageProps {
  readonly context: PageContext;
  readonly memory: Memory;
  readonly documents: readonly MemoryDocument[];
  readonly units: readonly TranslationUnit[];
  /** The document whose units are shown; all of the memory's where absent. */
  readonly document?: MemoryDocument;
  /** The text that was searched for. */
  readonly text: string;
  /** The address of the next page of units. */
  readonly next?: string;
}

/** What a memory holds: its documents with their provenance, and its units. */
export function MemoryPage({ context, memory, documents, units, document, text, next }: MemoryPageProps): VNode {
  const { memories: list } = context.messages;
  const said = list.one;
  const title = document?.provenance.title ?? (document ? said.unnamedDocument(document.id) : memory.name);
  return (
    <Layout
      context={context}
      title={title}
      section="memories"
      breadcrumb={[
        { label: list.title, href: PATHS.memories },
        ...(document ? [{ label: memory.name, href: memoryPath(memory.id) }] : []),
      ]}
    >
      <PageHead
        title={title}
        lead={
          document ? <ProvenanceLine provenance={document.provenance} untitled /> : said.unitCount(memory.unitCount)
        }
        actions={
          <LinkButton href={memoryExportPath(memory.id)} icon="download" download>
            TMX
          </LinkButton>
        }
      />
      <div class="stack-loose">
        {!document && documents.length > 0 && <Documents documents={documents} />}
        {!document && <Search memory={memory} text={text} />}
        <Units units={units} text={text} documents={documents} />
        {next !== undefined && <LinkButton href={next}>{said.more}</LinkButton>}
      </div>
    </Layout>
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
            { label: said.stored, cell: ({ createdAt }) => format.day(createdAt) },
          ]}
          rows={documents}
          rowKey={({ id }) => id}
        />
      </section>
    </details>
  );
}

function Search({ memory, text }: Pick<MemoryPageProps, 'memory' | 'text'>): VNode {
  const said = usePageMessages().memories.one;
  return (
    <search>
      <form class="field-row" method="get" action={memoryPath(memory.id)}>
        <TextField name="text" label={said.search} value={text} maxLength={500} />
        <div class="form-actions">
          <Button type="submit" icon="search">
            {said.searchSubmit}
          </Button>
        </div>
      </form>
    </search>
  );
}

function Units({ units, text, documents }: Pick<MemoryPageProps, 'units' | 'text' | 'documents'>): VNode {
  const { memories: list } = usePageMessages();
  const said = list.one;
  if (units.length === 0) {
    return text === '' ? (
      <EmptyState title={said.none}>{said.noneText}</EmptyState>
    ) : (
      <EmptyState title={said.notFound}>{said.notFoundText(text)}</EmptyState>
    );
  }
  const provenanceOf = (unit: TranslationUnit) =>
    documents.find(({ id }) => id === unit.occurrences[0]?.documentId)?.provenance.title ?? '';
  return (
    <section class="sheet sheet-flush">
      <Table
        caption={list.units}
        columns={[
          { label: said.french, cell: ({ id, fr }) => <Side variant={fr} id={`unit-${id}`} /> },
          { label: said.english, cell: ({ en }) => <Side variant={en} /> },
          { label: said.from, cell: (unit) => <UnitFacts unit={unit} document={provenanceOf(unit)} /> },
        ]}
        rows={units}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function Side({ variant, id }: { readonly variant: Variant; readonly id?: string }): VNode {
  return (
    <span id={id} lang={languageOf(variant.language)}>
      {contentText(variant.content)}
    </span>
  );
}

function UnitFacts({ unit, document }: { readonly unit: TranslationUnit; readonly document: string }): VNode {
  const { shared } = usePageMessages();
  const { origin, status, originalLanguage } = unit;
  const how = origin.kind === 'alignment' ? shared.origins.aligned(origin.confidence) : shared.origins[origin.kind];
  const original = originalLanguage && shared.provenance.original[originalLanguage];
  return (
    <ul class="provenance">
      {[document, shared.unitStatuses[status], how, original].filter(Boolean).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
