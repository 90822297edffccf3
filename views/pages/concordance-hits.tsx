import type { VNode } from 'preact';
import type { ConcordanceHit, ConcordanceSide } from '../../memory/model/concordance.ts';
import { contentText } from '../../memory/model/inline.ts';
import { LANGUAGES, languageOf } from '../../memory/model/language.ts';
import { MarkedText } from '../components/marked-text.tsx';
import { ProvenanceLine } from '../components/provenance-line.tsx';
import { StatusBadge } from '../components/status-badge.tsx';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { memoryPath, unitPath } from '../paths.ts';

/** Units that were found: both sides beside each other, where they come from, and what stands beside them. */
export function ConcordanceHits({ hits }: { readonly hits: readonly ConcordanceHit[] }): VNode {
  return (
    <ol class="hits">
      {hits.map((hit) => (
        <li key={hit.unitId} class="hit">
          <div class="hit-sides">
            <Side side={hit.fr} />
            <Side side={hit.en} />
          </div>
          <ProvenanceLine provenance={hit.provenance} original={hit.originalLanguage} block={hit.block} />
          <Facts hit={hit} />
          <Beside hit={hit} />
        </li>
      ))}
    </ol>
  );
}

function Side({ side: { language, content, marks } }: { readonly side: ConcordanceSide }): VNode {
  return (
    <p lang={languageOf(language)}>
      <MarkedText text={contentText(content)} marks={marks} />
    </p>
  );
}

function Facts({ hit }: { readonly hit: ConcordanceHit }): VNode {
  const { concordance: said } = usePageMessages();
  const { unitId, memory, documentId, status } = hit;
  return (
    <p class="hit-facts">
      <StatusBadge status={status} />
      <a href={memoryPath(memory.id)}>{memory.name}</a>
      {documentId === undefined ? (
        <span>{said.unit(unitId)}</span>
      ) : (
        <a href={unitPath(memory.id, documentId, unitId)}>
          {said.unit(unitId)} {said.document}
        </a>
      )}
    </p>
  );
}

function Beside({ hit: { previous, next } }: { readonly hit: ConcordanceHit }): VNode | null {
  const { concordance: said } = usePageMessages();
  const neighbours = [
    { label: said.before, texts: previous },
    { label: said.after, texts: next },
  ].filter(({ texts }) => texts !== undefined);
  if (neighbours.length === 0) return null;
  return (
    <details>
      <summary class="small">{said.beside}</summary>
      {neighbours.map(({ label, texts }) => (
        <div key={label} class="hit-sides hit-beside">
          <span class="hit-label">{label}</span>
          {LANGUAGES.map((language) => (
            <p key={language} lang={language}>
              {texts?.[language]}
            </p>
          ))}
        </div>
      ))}
    </details>
  );
}
