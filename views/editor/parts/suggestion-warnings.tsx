import type { VNode } from 'preact';
import type { Match, Related, Warning } from '../../../memory/model/match.ts';
import { Icon } from '../../components/icon.tsx';
import { isMatch } from '../state/suggestions.ts';

const KINDS: Readonly<Record<Warning['kind'], string>> = {
  negation: 'Negation',
  number: 'Number',
  date: 'Date',
  name: 'Name',
};

/** What a rate hides, and what was replaced, in words. */
export function SuggestionWarnings({ suggestion }: { readonly suggestion: Match | Related }): VNode | null {
  const adapted = isMatch(suggestion) ? (suggestion.adapted ?? []) : [];
  if (suggestion.warnings.length + adapted.length === 0) return null;
  return (
    <ul class="suggestion-notes">
      {adapted.map(({ kind, from, to }) => (
        <li key={`${kind} ${from}`} class="suggestion-note">
          <Icon name="pencil" size={14} />
          <span>
            Adapted: <del>{from}</del> <ins>{to}</ins>
          </span>
        </li>
      ))}
      {suggestion.warnings.map((warning) => (
        <li key={warning.kind} class="suggestion-note suggestion-note-warn">
          <Icon name="alert" size={14} />
          <span>{inWords(warning)}</span>
        </li>
      ))}
    </ul>
  );
}

function inWords({ kind, inQuery, inStored }: Warning): string {
  if (inStored.length === 0) return `${KINDS[kind]}: ${quoted(inQuery)} is not in what is stored.`;
  if (inQuery.length === 0) return `${KINDS[kind]}: ${quoted(inStored)} is only in what is stored.`;
  return `${KINDS[kind]} differs: here ${quoted(inQuery)}, stored ${quoted(inStored)}.`;
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `“${word}”`).join(', ');
}
