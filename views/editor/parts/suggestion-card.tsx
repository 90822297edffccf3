import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Match, Related } from '../../../memory/model/match.ts';
import { Button } from '../../components/button.tsx';
import { Difference } from '../../components/difference.tsx';
import { ProvenanceLine } from '../../components/provenance-line.tsx';
import { ConfidenceBadge, RateBadge } from '../../components/rate-badge.tsx';
import { insertMatch } from '../commands/suggesting.ts';
import { isMatch, originalLanguageOf } from '../state/suggestions.ts';
import { Content } from './content.tsx';
import { useSurroundings, useTooltip } from './context.ts';
import { Later } from './later.tsx';
import { RateReasons } from './rate-reasons.tsx';
import { SuggestionWarnings } from './suggestion-warnings.tsx';

const unitDialog = async () => (await import('./unit-dialog.tsx')).UnitDialog;

interface SuggestionCardProps {
  readonly suggestion: Match | Related;
  /** Its place among those that keys insert, 0-based. */
  readonly place?: number;
  readonly stepped: boolean;
}

/** A suggestion: how near it is, its translation, how its source differs, what to beware of, where it comes from. */
export function SuggestionCard({ suggestion, place, stepped }: SuggestionCardProps): VNode {
  const { session, messages } = useSurroundings();
  const { suggestions: said, format } = messages;
  const tooltip = useTooltip();
  const [open, setOpen] = useState(false);
  const card = useRef<HTMLLIElement>(null);
  useLayoutEffect(() => {
    if (stepped) card.current?.scrollIntoView({ block: 'nearest' });
  }, [stepped]);
  const { source, sourceLanguage, target, targetLanguage, diff } = suggestion;
  const same = diff.every(({ op }) => op === 'equal');
  return (
    <li class={stepped ? 'suggestion suggestion-stepped' : 'suggestion'} ref={card}>
      <div class="suggestion-head">
        {place !== undefined && (
          <button
            type="button"
            class="suggestion-key"
            aria-label={said.insertNumber(place + 1)}
            title={tooltip(said.insert, 'insertMatch', place)}
            onClick={() => insertMatch(session, place)}
          >
            {place + 1}
          </button>
        )}
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
      <Content content={target} language={targetLanguage} class="suggestion-target" />
      <div class="suggestion-source">
        {same ? (
          <Content content={source} language={sourceLanguage} />
        ) : (
          <Difference parts={diff} language={sourceLanguage} />
        )}
      </div>
      <SuggestionWarnings suggestion={suggestion} />
      <ProvenanceLine provenance={suggestion.provenance} original={originalLanguageOf(suggestion)} />
      <details class="suggestion-more">
        <summary>{isMatch(suggestion) ? said.whyRate : said.about}</summary>
        {isMatch(suggestion) && <RateReasons match={suggestion} />}
        <p>
          <Button small onClick={() => setOpen(true)}>
            {messages.unit.open}
          </Button>
        </p>
        {open && <Later load={unitDialog} props={{ suggestion, onClose: () => setOpen(false) }} />}
        <p>
          {said.unit(suggestion.unitId, suggestion.memory.name, suggestion.status, format.day(suggestion.changedAt))}
        </p>
      </details>
    </li>
  );
}
