import type { EntryView, TermView } from '../model/edit-entry.ts';
import { viewOf } from '../model/edit-entry.ts';
import type { Language } from '../model/language.ts';
import { canonicalTag, languageOf } from '../model/language.ts';
import type { TextRange } from '../model/range.ts';
import type { TermStatus } from '../model/term-status.ts';
import { TERM_STATUSES } from '../model/term-status.ts';
import type { EntryId, TermbaseId, TermEntry } from '../model/termbase.ts';
import type { IndexedTerm } from './index-terms.ts';
import type { RecognisedTerm } from './recognise.ts';

/** How a concept is called in the other language. */
export interface TargetTerm {
  readonly text: string;
  readonly status: TermStatus;
  readonly partOfSpeech?: string;
  readonly note?: string;
}

/** A term of a termbase that stands in a text, with what its concept is called in the other language. */
export interface FoundTerm {
  readonly entryId: EntryId;
  readonly termbase: { readonly id: TermbaseId; readonly name: string };
  /** As the termbase has it. */
  readonly term: string;
  readonly status: TermStatus;
  /** Every place where it stands in the text, codes left out; at least one. */
  readonly ranges: readonly TextRange[];
  /** Preferred ones first, forbidden ones last; at least one. */
  readonly targets: readonly TargetTerm[];
  readonly subject?: string;
  readonly definition?: string;
  readonly note?: string;
}

/**
 * What was recognised in a text, each term once, in the order of the text. A concept without a term in the other language
 * is left out.
 */
export function foundTerms(
  recognised: readonly RecognisedTerm[],
  entries: readonly TermEntry[],
  target: Language,
  nameOf: (id: TermbaseId) => string,
): readonly FoundTerm[] {
  const views = new Map(entries.map((entry) => [entry.id, { entry, view: viewOf(entry.concept) }]));
  const ranges = new Map<string, { readonly term: IndexedTerm; readonly ranges: TextRange[] }>();
  for (const { term, range } of recognised) {
    const key = `${term.entryId} ${term.place}`;
    const known = ranges.get(key);
    if (known) known.ranges.push(range);
    else ranges.set(key, { term, ranges: [range] });
  }
  return [...ranges.values()].flatMap(({ term, ranges: places }): readonly FoundTerm[] => {
    const known = views.get(term.entryId);
    const targets = known ? targetsOf(known.view, target) : [];
    if (!known || targets.length === 0) return [];
    const { subject, definition, note } = known.view;
    const { termbaseId } = known.entry;
    return [
      {
        entryId: term.entryId,
        termbase: { id: termbaseId, name: nameOf(termbaseId) },
        term: term.text,
        status: term.status,
        ranges: places,
        targets,
        ...(subject && { subject }),
        ...(definition && { definition }),
        ...(note && { note }),
      },
    ];
  });
}

function targetsOf({ terms }: EntryView, language: Language): readonly TargetTerm[] {
  return terms
    .filter((term) => isIn(term, language))
    .map(({ text, status, partOfSpeech, note }) => ({
      text,
      status,
      ...(partOfSpeech && { partOfSpeech }),
      ...(note && { note }),
    }))
    .toSorted((a, b) => TERM_STATUSES.indexOf(a.status) - TERM_STATUSES.indexOf(b.status));
}

function isIn(term: TermView, language: Language): boolean {
  const tag = canonicalTag(term.language);
  return tag !== undefined && languageOf(tag) === language;
}
