import type { VNode } from 'preact';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { counted } from '../components/format.ts';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { Table } from '../components/table.tsx';
import { Layout } from '../layout.tsx';
import { memoryDocumentPath, PATHS } from '../paths.ts';

interface ArticleImportedPageProps {
  readonly context: PageContext;
  readonly article: {
    readonly memoryId: number;
    readonly documentId: number;
    readonly added: number;
    readonly merged: number;
    readonly provenance: Provenance;
    readonly beads: readonly {
      readonly fr: string;
      readonly en: string;
      readonly kind: string;
      readonly confidence: number;
    }[];
    readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
  };
}

/** What importing an article did: the beads that were stored, and the sentences that found no partner. */
export function ArticleImportedPage({ context, article }: ArticleImportedPageProps): VNode {
  const { memoryId, documentId, added, merged, provenance, beads, unaligned } = article;
  return (
    <Layout
      context={context}
      title="Article imported"
      section="import"
      breadcrumb={[{ label: 'Import', href: PATHS.importArticle }]}
    >
      <PageHead
        title={provenance.title ?? 'Article imported'}
        lead={<ProvenanceLine provenance={provenance} untitled />}
        actions={
          <LinkButton href={PATHS.newProject} look="primary" icon="add">
            New translation
          </LinkButton>
        }
      />
      <div class="stack-loose">
        <Notice tone="good" title={`${counted(added, 'unit')} stored`}>
          <p>
            {merged > 0 && `${counted(merged, 'unit')} the memory held already. `}
            <a href={memoryDocumentPath(memoryId, documentId)}>See them in the memory</a>
          </p>
        </Notice>
        <Unaligned language="fr" name="French" sentences={unaligned.fr} />
        <Unaligned language="en" name="English" sentences={unaligned.en} />
        <section class="sheet sheet-flush">
          <Table
            caption="Beads"
            columns={[
              { label: 'French', cell: ({ fr }) => <span lang="fr">{fr}</span> },
              { label: 'English', cell: ({ en }) => <span lang="en">{en}</span> },
              { label: 'Bead', kind: 'number', cell: ({ kind }) => kind },
              { label: 'Confidence', kind: 'number', cell: ({ confidence }) => confidence.toFixed(2) },
            ]}
            rows={beads.map((bead, place) => ({ ...bead, place }))}
            rowKey={({ place }) => place}
          />
        </section>
      </div>
    </Layout>
  );
}

interface UnalignedProps {
  readonly language: 'fr' | 'en';
  readonly name: string;
  readonly sentences: readonly string[];
}

function Unaligned({ language, name, sentences }: UnalignedProps): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <Notice title={`${name} without a partner, not stored`}>
      <ul lang={language}>
        {sentences.map((sentence, place) => (
          <li key={String(place)}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
