import type { VNode } from 'preact';
import type { ConcordancePage as Found } from '../../memory/model/concordance.ts';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Notice } from '../components/notice.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Layout } from '../layout.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { concordanceExportPath, concordancePath } from '../paths.ts';
import { ConcordanceForm } from './concordance-form.tsx';
import { ConcordanceHits } from './concordance-hits.tsx';
import type { FormState } from './form.ts';
import { filtersSet } from './unit-filters.tsx';

interface ConcordancePageProps {
  readonly context: PageContext;
  readonly memories: readonly Memory[];
  /** The search as it stands in the address, and what is wrong with it. */
  readonly form: FormState;
  /** Absent where nothing was searched. */
  readonly found?: Found;
  /** These are not the first. */
  readonly later: boolean;
}

/** A search inside the memories, both sides beside each other. The address says all of it, so it can be kept and sent on. */
export function ConcordancePage({ context, memories, form, found, later }: ConcordancePageProps): VNode {
  const said = context.messages.concordance;
  const query = form.values['q'];
  return (
    <Layout
      context={context}
      title={query === undefined ? said.title : `${query} – ${said.title}`}
      section="concordance"
    >
      <PageHead title={said.title} lead={said.lead} />
      <div class="stack-loose">
        <ConcordanceForm form={form} memories={memories} />
        {found !== undefined ? (
          <Results found={found} form={form} later={later} />
        ) : (
          form.faults.length === 0 && <Start empty={memories.length === 0} />
        )}
      </div>
    </Layout>
  );
}

function Start({ empty }: { readonly empty: boolean }): VNode {
  const { concordance: said } = usePageMessages();
  if (empty) return <EmptyState title={said.noMemory}>{said.noMemoryText}</EmptyState>;
  return <EmptyState title={said.start}>{said.startText}</EmptyState>;
}

type ResultsProps = Required<Pick<ConcordancePageProps, 'found' | 'form' | 'later'>>;

function Results({ found, form: { values }, later }: ResultsProps): VNode {
  const { concordance: said } = usePageMessages();
  const { items, total, next } = found;
  if (items.length === 0 && next === undefined && !later && found.missing === undefined)
    return <NothingFound values={values} />;
  const isShort = items.length === 0 && next !== undefined;
  return (
    <section aria-label={said.results} class="stack">
      <div class="sheet-head">
        <p role="status">
          <strong>{total.exact ? said.found(total.count) : said.foundAtLeast(total.count)}</strong>
          <span class="quiet">, {said.newest}</span>
        </p>
        <LinkButton href={concordanceExportPath(values)} icon="download" small download>
          {said.csv}
          <span class="for-readers"> {said.csvFor}</span>
        </LinkButton>
      </div>
      {found.missing !== undefined && (
        <Notice tone="warn" title={said.missing}>
          <p>{said.notAmong(found.missing)}</p>
        </Notice>
      )}
      {isShort ? (
        <Notice tone="warn" title={said.partly}>
          <p>{said.partlyText}</p>
        </Notice>
      ) : (
        !total.exact && (
          <Notice title={said.tooCommon}>
            <p>{said.tooCommonText}</p>
          </Notice>
        )
      )}
      <ConcordanceHits hits={items} />
      <nav class="page-actions" aria-label={said.results}>
        {later && (
          <LinkButton href={concordancePath(values)} look="quiet">
            {said.first}
          </LinkButton>
        )}
        {next !== undefined && (
          <LinkButton href={concordancePath(values, next)}>{isShort ? said.further : said.more}</LinkButton>
        )}
      </nav>
    </section>
  );
}

function NothingFound({ values }: Pick<FormState, 'values'>): VNode {
  const { concordance: said } = usePageMessages();
  const why = values['mode'] === 'phrase' ? said.nonePhrase : said.noneWords;
  return <EmptyState title={said.none}>{filtersSet(values, 'concordance') > 0 ? said.noneFiltered : why}</EmptyState>;
}
