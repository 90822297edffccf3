import type { VNode } from 'preact';
import type { Match, Related, Warning } from '../../../memory/model/match.ts';
import { Icon } from '../../components/icon.tsx';
import { isMatch } from '../state/suggestions.ts';
import { useSurroundings } from './context.ts';

const VALUES: ReadonlySet<Warning['kind']> = new Set(['number', 'date']);

/** What a rate hides, and what was replaced, in words. */
export function SuggestionWarnings({ suggestion }: { readonly suggestion: Match | Related }): VNode | null {
  const { suggestions: said } = useSurroundings().messages;
  const adapted = isMatch(suggestion) ? (suggestion.adapted ?? []) : [];
  // What was replaced differs no more: in an adapted match that is every number and date.
  const warnings = suggestion.warnings.filter(({ kind }) => adapted.length === 0 || !VALUES.has(kind));
  if (warnings.length + adapted.length === 0) return null;
  return (
    <ul class="suggestion-notes">
      {adapted.map(({ kind, from, to }) => (
        <li key={`${kind} ${from}`} class="suggestion-note">
          <Icon name="pencil" size={14} />
          <span>
            {said.adapted} <del>{from}</del> <ins>{to}</ins>
          </span>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning.kind} class="suggestion-note suggestion-note-warn">
          <Icon name="alert" size={14} />
          <span>{said.warning(warning)}</span>
        </li>
      ))}
    </ul>
  );
}
