import type { VNode } from 'preact';
import { contentText } from '../../memory/model/inline.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Memory, MemoryDocument, TranslationUnit, Variant } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { TextField } from '../components/field.tsx';
import { counted, formatDay, formatNumber } from '../components/format.ts';
import { PageHead } from '../components/page-head.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
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
  const title = document?.provenance.title ?? (document ? `Document ${document.id}` : memory.name);
  return (
    <Layout
      context={context}
      title={title}
      section="memories"
      breadcrumb={[
        { label: 'Memories', href: PATHS.memories },
        ...(document ? [{ label: memory.name, href: memoryPath(memory.id) }] : []),
      ]}
    >
      <PageHead
        title={title}
        lead={
          document ? <ProvenanceLine provenance={document.provenance} untitled /> : counted(memory.unitCount, 'unit')
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
        {next !== undefined && <LinkButton href={next}>More units</LinkButton>}
      </div>
    </Layout>
  );
}

function Documents({ documents }: Pick<MemoryPageProps, 'documents'>): VNode {
  return (
    <details open={documents.length <= 12}>
      <summary>Documents ({formatNumber(documents.length)})</summary>
      <section class="sheet sheet-flush">
        <Table
          caption="Documents"
          captionHidden
          columns={[
            {
              label: 'Document',
              kind: 'heading',
              cell: ({ id, memoryId, provenance }) => (
                <>
                  <a href={memoryDocumentPath(memoryId, id)}>{provenance.title ?? `Document ${id}`}</a>
                  <ProvenanceLine provenance={provenance} untitled />
                </>
              ),
            },
            { label: 'Units', kind: 'number', cell: ({ unitCount }) => formatNumber(unitCount) },
            { label: 'Stored', cell: ({ createdAt }) => formatDay(createdAt) },
          ]}
          rows={documents}
          rowKey={({ id }) => id}
        />
      </section>
    </details>
  );
}

function Search({ memory, text }: Pick<MemoryPageProps, 'memory' | 'text'>): VNode {
  return (
    <search>
      <form class="field-row" method="get" action={memoryPath(memory.id)}>
        <TextField name="text" label="Units with the text" value={text} maxLength={500} />
        <div class="form-actions">
          <Button type="submit" icon="search">
            Search
          </Button>
        </div>
      </form>
    </search>
  );
}

function Units({ units, text, documents }: Pick<MemoryPageProps, 'units' | 'text' | 'documents'>): VNode {
  if (units.length === 0) {
    return text === '' ? (
      <EmptyState title="No units yet">Import an article or a TMX file, or confirm a segment.</EmptyState>
    ) : (
      <EmptyState title="Nothing found">No unit has “{text}” in its French or its English.</EmptyState>
    );
  }
  const provenanceOf = (unit: TranslationUnit) =>
    documents.find(({ id }) => id === unit.occurrences[0]?.documentId)?.provenance.title ?? '';
  return (
    <section class="sheet sheet-flush">
      <Table
        caption="Units"
        columns={[
          { label: 'French', cell: ({ fr }) => <Side variant={fr} /> },
          { label: 'English', cell: ({ en }) => <Side variant={en} /> },
          { label: 'From', cell: (unit) => <UnitFacts unit={unit} document={provenanceOf(unit)} /> },
        ]}
        rows={units}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

function Side({ variant }: { readonly variant: Variant }): VNode {
  return <span lang={languageOf(variant.language)}>{contentText(variant.content)}</span>;
}

function UnitFacts({ unit, document }: { readonly unit: TranslationUnit; readonly document: string }): VNode {
  const { origin, status, originalLanguage } = unit;
  const how =
    origin.kind === 'alignment' ? `aligned, confidence ${origin.confidence.toFixed(2)}` : ORIGINS[origin.kind];
  const original = originalLanguage && (originalLanguage === 'fr' ? 'original in French' : 'original in English');
  return (
    <ul class="provenance">
      {[document, status, how, original].filter(Boolean).map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}

const ORIGINS = {
  human: 'by hand',
  match: 'from a match',
  machine: 'machine translation',
  import: 'imported',
} as const;
