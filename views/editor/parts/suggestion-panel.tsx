import type { VNode } from 'preact';
import type { Fragment, Match, Related } from '../../../memory/model/match.ts';
import { memo } from '../../components/memo.ts';
import { Notice } from '../../components/notice.tsx';
import { isFragment, isOnItsWay, type Offer } from '../state/suggestions.ts';
import { useSurroundings } from './context.ts';
import { FragmentCard } from './fragment-card.tsx';
import { Later } from './later.tsx';
import { LATER } from './later-parts.ts';
import { MachineTier } from './machine-tier.tsx';
import { SuggestionCard } from './suggestion-card.tsx';

interface SuggestionPanelProps {
  /** The row of the active segment. */
  readonly index: number | undefined;
  readonly offer: Offer | undefined;
  /** The suggestion stepped to, 0-based. */
  readonly step: number | undefined;
  /** The service that translates by machine, where there is one. */
  readonly machine: string | undefined;
  /** How long the segment is, in characters, which is what a machine’s translation costs. */
  readonly characters: number;
}

/** What the memories have for the active segment, under a heading a tier, numbered for the keys. */
export const SuggestionPanel = memo(({ index, offer, step, machine, characters }: SuggestionPanelProps): VNode => {
  const { suggestions: said } = useSurroundings().messages;
  const found = offer?.found;
  const matches = found?.matches ?? [];
  const stored = matches.length + (found?.related.length ?? 0) + (found?.fragments.length ?? 0);
  const ofFile = found?.file ?? [];
  const count = stored + ofFile.length;
  return (
    <aside
      class="suggestions"
      aria-label={said.title}
      aria-busy={index !== undefined && isOnItsWay(offer)}
      tabindex={-1}
    >
      <h2 class="suggestions-title">
        {said.title}
        {index !== undefined && <span class="quiet">{said.forSegment(index + 1)}</span>}
      </h2>
      {found?.missing !== undefined && (
        <Notice tone="warn" title={said.missing}>
          <p>{said.notAmong(found.missing)}</p>
        </Notice>
      )}
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
          {ofFile.length > 0 && <Later load={LATER.fileTier} props={{ offers: ofFile, first: stored, step }} />}
          {found.terms.length > 0 && <Later load={LATER.termTier} props={{ found }} />}
        </>
      )}
      {index !== undefined && <Standing offer={offer} />}
      {index !== undefined && machine !== undefined && characters > 0 && (
        <MachineTier
          engine={machine}
          characters={characters}
          offer={offer?.machine}
          place={count}
          stepped={step === count}
        />
      )}
    </aside>
  );
});

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
          const numbering = { place: first + position, stepped: step === first + position };
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
  const { matches, related, fragments, terms, file = [], missing } = offer.found;
  // What is missing may hold some: that there is none is not known.
  if (missing !== undefined) return null;
  if (matches.length + related.length + fragments.length + terms.length + file.length > 0) return null;
  return (
    <div class="empty suggestions-empty">
      <p>{said.none}</p>
    </div>
  );
}
