import type { VNode } from 'preact';
import type { Fragment, Match, Related } from '../../../memory/model/match.ts';
import { Notice } from '../../components/notice.tsx';
import type { Row } from '../state/row.ts';
import { isFragment, isOnItsWay, MOST_NUMBERED, type Offer } from '../state/suggestions.ts';
import { useSurroundings } from './context.ts';
import { FragmentCard } from './fragment-card.tsx';
import { Later } from './later.tsx';
import { SuggestionCard } from './suggestion-card.tsx';

interface SuggestionPanelProps {
  readonly row: Row | undefined;
  readonly offer: Offer | undefined;
  /** The suggestion stepped to, 0-based. */
  readonly step: number | undefined;
}

/** What the memories have for the active segment, under a heading a tier, numbered for the keys. */
export function SuggestionPanel({ row, offer, step }: SuggestionPanelProps): VNode {
  const { suggestions: said } = useSurroundings().messages;
  const found = offer?.found;
  const matches = found?.matches ?? [];
  return (
    <aside class="suggestions" aria-label={said.title} aria-busy={row !== undefined && isOnItsWay(offer)} tabindex={-1}>
      <h2 class="suggestions-title">
        {said.title}
        {row !== undefined && <span class="quiet">{said.forSegment(row.index + 1)}</span>}
      </h2>
      {found !== undefined && (
        <>
          <Tier title={said.tiers.matches} suggestions={matches} first={0} step={step} />
          <Tier title={said.tiers.related} suggestions={found.related} first={matches.length} step={step} />
          <Tier
            title={said.tiers.fragments}
            suggestions={found.fragments}
            first={matches.length + found.related.length}
            step={step}
          />
          {found.terms.length > 0 && <Later load={termTier} props={{ found }} />}
        </>
      )}
      {row !== undefined && <Standing offer={offer} />}
    </aside>
  );
}

const termTier = async () => (await import('./term-tier.tsx')).TermTier;

interface TierProps {
  readonly title: string;
  readonly suggestions: readonly (Match | Related | Fragment)[];
  /** The place of the first among all suggestions, 0-based. */
  readonly first: number;
  readonly step: number | undefined;
}

function Tier({ title, suggestions, first, step }: TierProps): VNode | null {
  if (suggestions.length === 0) return null;
  return (
    <section class="tier">
      <h3>{title}</h3>
      <ol class="tier-list">
        {suggestions.map((suggestion, position) => {
          const numbering = {
            ...(first + position < MOST_NUMBERED && { place: first + position }),
            stepped: step === first + position,
          };
          return isFragment(suggestion) ? (
            <FragmentCard key={suggestion.range.start} fragment={suggestion} {...numbering} />
          ) : (
            <SuggestionCard key={suggestion.unitId} suggestion={suggestion} {...numbering} />
          );
        })}
      </ol>
    </section>
  );
}

/** Why there is nothing, or nothing yet. */
function Standing({ offer }: { readonly offer: Offer | undefined }): VNode | null {
  const { suggestions: said } = useSurroundings().messages;
  if (offer?.state === 'failed') {
    return (
      <Notice tone="warn" title={said.failed}>
        <p>{offer.fault}</p>
      </Notice>
    );
  }
  if (offer?.found === undefined) {
    return (
      <div class="suggestions-loading">
        <span class="for-readers">{said.looking}</span>
        <span class="bone" />
        <span class="bone" />
        <span class="bone bone-short" />
      </div>
    );
  }
  const { matches, related, fragments, terms } = offer.found;
  if (matches.length + related.length + fragments.length + terms.length > 0) return null;
  return (
    <div class="empty suggestions-empty">
      <p>{said.none}</p>
    </div>
  );
}
