import type { VNode } from 'preact';
import type { EntryView, TermView } from '../../../memory/model/edit-entry.ts';
import type { Language } from '../../../memory/model/language.ts';
import { canonicalTag, languageOf } from '../../../memory/model/language.ts';
import type { TermEntry } from '../../../memory/model/termbase.ts';
import { usePageMessages } from '../../messages/use-page-messages.ts';

/** An entry as people read it. */
export type ShownEntry = Omit<TermEntry, 'concept'> & EntryView;

/** The terms of a language, whatever its region. */
export function termsIn(terms: readonly TermView[], language: Language): readonly TermView[] {
  return terms.filter((term) => languageOfTerm(term) === language);
}

/** The language of a term, where it is French or English. */
export function languageOfTerm({ language }: Pick<TermView, 'language'>): Language | undefined {
  const tag = canonicalTag(language);
  return tag && languageOf(tag);
}

/** Terms below each other; those that are not merely admitted say so. */
export function EntryTerms({ terms }: { readonly terms: readonly TermView[] }): VNode {
  const { terms: said } = usePageMessages();
  if (terms.length === 0) return <>–</>;
  return (
    <ul class="plain-list">
      {terms.map((term) => (
        <li key={term.place}>
          <span lang={term.language}>{term.status === 'forbidden' ? <s>{term.text}</s> : term.text}</span>
          {term.status !== 'admitted' && <span class="quiet"> ({said.statuses[term.status].toLowerCase()})</span>}
        </li>
      ))}
    </ul>
  );
}
