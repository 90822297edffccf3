import type { VNode } from 'preact';
import { numberedTerms, type Suggestions } from '../state/suggestions.ts';
import { useSurroundings } from './context.ts';
import { TermCard } from './term-card.tsx';

/** Terms of the source, under numbers of their own. */
export function TermTier({ found }: { readonly found: Suggestions }): VNode {
  const { terms: said } = useSurroundings().messages;
  const keyed = numberedTerms(found);
  return (
    <section class="tier">
      <h3>{said.title}</h3>
      <ol class="tier-list">
        {found.terms.map((term) => {
          const place = keyed.indexOf(term);
          return <TermCard key={`${term.entryId} ${term.term}`} term={term} {...(place >= 0 && { place })} />;
        })}
      </ol>
    </section>
  );
}
