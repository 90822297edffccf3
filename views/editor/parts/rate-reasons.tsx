import type { VNode } from 'preact';
import type { Match } from '../../../memory/model/match.ts';
import { useSurroundings } from './context.ts';

/** How a rate came about: what the texts alone come to, and what was taken off. */
export function RateReasons({ match }: { readonly match: Match }): VNode {
  const { suggestions, format } = useSurroundings().messages;
  return (
    <dl class="reasons">
      <dt>{suggestions.textsAlone}</dt>
      <dd class="figures">{format.percent(match.grossRate)}</dd>
      {match.penalties.map(({ name, points }) => [
        <dt key={name}>{suggestions.penalties[name]}</dt>,
        <dd class="figures">−{points}</dd>,
      ])}
      <dt>{suggestions.rate}</dt>
      <dd class="figures">{format.percent(match.rate)}</dd>
    </dl>
  );
}
