import type { VNode } from 'preact';
import type { DecisionReason } from '../../memory/model/bitext.ts';
import type { ReadingWarning } from '../../memory/model/document.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { PairTexts } from '../../memory/model/review.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { ReadingWarnings } from '../components/reading-warnings.tsx';
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
    readonly changed: number;
    readonly provenance: Provenance;
    readonly beads: readonly {
      readonly fr: string;
      readonly en: string;
      readonly kind: string;
      readonly confidence: number;
    }[];
    readonly warnings: readonly ReadingWarning[];
    readonly unaligned: { readonly fr: readonly string[]; readonly en: readonly string[] };
    readonly leftOut: readonly (PairTexts & { readonly reason: DecisionReason })[];
  };
}

/** What importing an article did: the beads that were stored, and the sentences that found no partner. */
export function ArticleImportedPage({ context, article }: ArticleImportedPageProps): VNode {
  const { format, importing } = context.messages;
  const { done } = importing;
  const { memoryId, documentId, added, merged, changed, provenance, beads, unaligned, leftOut, warnings } = article;
  return (
    <Layout
      context={context}
      title={done.title}
      section="import"
      breadcrumb={[{ label: importing.section, href: PATHS.importArticle }]}
    >
      <PageHead
        title={provenance.title ?? done.title}
        lead={<ProvenanceLine provenance={provenance} untitled />}
        actions={
          <LinkButton href={PATHS.newProject} look="primary" icon="add">
            {done.startNew}
          </LinkButton>
        }
      />
      <div class="stack-loose">
        <Notice tone="good" title={done.stored(added)}>
          <p>
            {merged > 0 && `${done.merged(merged)} `}
            {changed > 0 && `${done.changed(changed)} `}
            <a href={memoryDocumentPath(memoryId, documentId)}>{done.see}</a>
          </p>
        </Notice>
        <ReadingWarnings warnings={warnings} />
        <LeftOut
          title={done.furniture}
          pairs={leftOut.filter(({ reason }) => reason === 'furniture')}
          hint={done.furnitureHint}
        />
        <LeftOut title={done.keptOut} pairs={leftOut.filter(({ reason }) => reason === 'earlier')} />
        <Unaligned language="fr" title={done.frAlone} sentences={unaligned.fr} />
        <Unaligned language="en" title={done.enAlone} sentences={unaligned.en} />
        <section class="sheet sheet-flush">
          <Table
            caption={done.beads}
            columns={[
              { label: done.french, cell: ({ fr }) => <span lang="fr">{fr}</span> },
              { label: done.english, cell: ({ en }) => <span lang="en">{en}</span> },
              { label: done.bead, kind: 'number', cell: ({ kind }) => kind },
              {
                label: done.confidence,
                kind: 'number',
                cell: ({ confidence }) => format.percent(Math.round(100 * confidence)),
              },
            ]}
            rows={beads.map((bead, place) => ({ ...bead, place }))}
            rowKey={({ place }) => place}
          />
        </section>
      </div>
    </Layout>
  );
}

interface LeftOutProps {
  readonly title: string;
  readonly pairs: readonly PairTexts[];
  readonly hint?: string;
}

function LeftOut({ title, pairs, hint }: LeftOutProps): VNode | null {
  if (pairs.length === 0) return null;
  return (
    <Notice title={title}>
      <ul>
        {pairs.map(({ fr, en }, place) => (
          <li key={String(place)}>
            <span lang="fr">{fr}</span>
            {fr !== '' && en !== '' && ' – '}
            <span lang="en">{en}</span>
          </li>
        ))}
      </ul>
      {hint !== undefined && <p>{hint}</p>}
    </Notice>
  );
}

interface UnalignedProps {
  readonly language: 'fr' | 'en';
  readonly title: string;
  readonly sentences: readonly string[];
}

function Unaligned({ language, title, sentences }: UnalignedProps): VNode | null {
  if (sentences.length === 0) return null;
  return (
    <Notice title={title}>
      <ul lang={language}>
        {sentences.map((sentence, place) => (
          <li key={String(place)}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
