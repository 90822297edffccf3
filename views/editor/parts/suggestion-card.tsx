import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Match, Related } from '../../../memory/model/match.ts';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { ConfidenceBadge, RateBadge } from '../../components/rate-badge.tsx';
import { insertSuggestion } from '../commands/suggesting.ts';
import { isMatch, originalLanguageOf } from '../state/suggestions.ts';
import { Pieces } from './content.tsx';
import { useSurroundings } from './context.ts';
import { InsertButton } from './insert-button.tsx';
import { PartField } from './part-field.tsx';
import { RateReasons } from './rate-reasons.tsx';
import { StoredSource } from './stored-source.tsx';
import { SuggestionWarnings } from './suggestion-warnings.tsx';
import { UnitButton } from './unit-button.tsx';

interface SuggestionCardProps {
  readonly suggestion: Match | Related;
  /** Its place among all suggestions, 0-based. */
  readonly place: number;
  readonly stepped: boolean;
}

/** A suggestion: how near it is, its translation, how its source differs, what to beware of, where it comes from. */
export function SuggestionCard({ suggestion, place, stepped }: SuggestionCardProps): VNode {
  const { session, messages } = useSurroundings();
  const { suggestions: said, format } = messages;
  const card = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (stepped) card.current?.scrollIntoView({ block: 'nearest' });
  }, [stepped]);
  const { target, targetLanguage } = suggestion;
  const insert = () => insertSuggestion(session, suggestion, place);
  return (
    <li class={stepped ? 'suggestion suggestion-stepped' : 'suggestion'} ref={card}>
      <div class="suggestion-head">
        <InsertButton place={place} label={said.insertNumber(place + 1)} tip={said.insert} onInsert={insert} />
        {isMatch(suggestion) ? (
          <>
            <RateBadge rate={suggestion.rate} />
            <span class="small quiet">{said.kinds[suggestion.kind]}</span>
          </>
        ) : (
          <ConfidenceBadge confidence={suggestion.confidence} />
        )}
        <span class="suggestion-memory small quiet">{suggestion.memory.name}</span>
      </div>
      <PartField name={`suggestion ${place}`} label={said.part(place + 1)} language={targetLanguage} onInsert={insert}>
        <Pieces content={target} />
      </PartField>
      <div class="suggestion-source">
        <StoredSource suggestion={suggestion} />
      </div>
      <SuggestionWarnings suggestion={suggestion} />
      <ProvenanceLine
        provenance={suggestion.provenance}
        original={originalLanguageOf(suggestion)}
        block={suggestion.block}
      />
      <details class="suggestion-more">
        <summary>{isMatch(suggestion) ? said.whyRate : said.about}</summary>
        {isMatch(suggestion) && <RateReasons match={suggestion} />}
        <UnitButton suggestion={suggestion} />
        <p>
          {said.unit(suggestion.unitId, suggestion.memory.name, suggestion.status, format.day(suggestion.changedAt))}
        </p>
      </details>
    </li>
  );
}
