import type { VNode } from 'preact';
import type { DiffPart, Match, Related } from '../../../memory/model/match.ts';
import { Difference } from '../../components/difference.tsx';
import { MarkedText } from '../../components/marked-text.tsx';
import { isMatch, sharedWords } from '../state/suggestions.ts';
import { Content } from './content.tsx';

/** A difference between texts that share less than this of the stored one tells nothing: it is all changes. */
const LEAST_SHARED = 0.6;

/** The stored source: as it differs from the segment or, of one that says it in other words, with the words that both have. */
export function StoredSource({ suggestion }: { readonly suggestion: Match | Related }): VNode {
  const { source, sourceLanguage, diff } = suggestion;
  if (diff.every(({ op }) => op === 'equal')) return <Content content={source} language={sourceLanguage} />;
  if (isMatch(suggestion) || shareOf(diff) >= LEAST_SHARED) {
    return <Difference parts={diff} language={sourceLanguage} />;
  }
  return (
    <p class="text" lang={sourceLanguage} dir="auto">
      <MarkedText {...sharedWords(diff)} />
    </p>
  );
}

/** How much of the stored text the other has too, 0–1. */
function shareOf(diff: readonly DiffPart[]): number {
  const stored = diff.filter(({ op }) => op !== 'insert');
  const lengthOf = (parts: readonly DiffPart[]) => parts.reduce((sum, { text }) => sum + text.length, 0);
  return lengthOf(stored.filter(({ op }) => op === 'equal')) / Math.max(1, lengthOf(stored));
}
