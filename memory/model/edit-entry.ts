import type { Concept, ConceptLanguage, Fact, FactElement, Term } from './concept.ts';
import { factText, isOf, tagOf } from './concept.ts';
import { CalqueError } from './errors.ts';
import type { LanguageTag } from './language.ts';
import { withText } from './marked-text.ts';
import type { TermStatus } from './term-status.ts';
import { STATUS_CATEGORIES, STATUS_PICKLIST, termStatus } from './term-status.ts';

/** What people say of a concept. */
export const ENTRY_FIELDS = ['subject', 'definition', 'note', 'source'] as const;
export type EntryField = (typeof ENTRY_FIELDS)[number];

/** What people say of a term. */
export const TERM_FIELDS = ['partOfSpeech', 'definition', 'note', 'source'] as const;
export type TermField = (typeof TERM_FIELDS)[number];

/** A term as it is read and edited. */
export interface TermView extends Readonly<Partial<Record<TermField, string>>> {
  /** Which of the entry's terms it is, from 0. */
  readonly place: number;
  readonly language: string;
  readonly text: string;
  readonly status: TermStatus;
}

/** What an entry says to people; all else that its file said of it is in the concept. */
export interface EntryView extends Readonly<Partial<Record<EntryField, string>>> {
  readonly terms: readonly TermView[];
}

/** A term that is to be in an entry. What is absent stays as it is, an empty text takes it away. */
export interface GivenTerm extends Readonly<Partial<Record<TermField, string>>> {
  /** The term of the entry that this one was; a new one where absent. */
  readonly place?: number;
  readonly language: LanguageTag;
  readonly text: string;
  readonly status?: TermStatus;
}

/**
 * What of an entry is to change. What is absent stays; an empty text takes it away; `terms` are all of them in French and
 * English, and those in other languages stay.
 */
export interface EntryChange extends Readonly<Partial<Record<EntryField, string>>> {
  readonly terms?: readonly GivenTerm[];
}

/** Where a field is kept: the data category of TBX, and the element that holds it. */
const KEPT: Readonly<Record<EntryField | TermField, { readonly type: string; readonly element: FactElement }>> = {
  subject: { type: 'subjectField', element: 'descrip' },
  definition: { type: 'definition', element: 'descrip' },
  note: { type: 'note', element: 'note' },
  source: { type: 'source', element: 'admin' },
  partOfSpeech: { type: 'partOfSpeech', element: 'termNote' },
};

/** A concept as people read it. What is said of it in a language is said of its terms in that language. */
export function viewOf(concept: Concept): EntryView {
  let place = 0;
  const terms = concept.languages.flatMap(({ language, facts, terms: ofLanguage }) =>
    ofLanguage.map((term): TermView => {
      const said = fieldsOf([...term.facts, ...facts], TERM_FIELDS);
      return { place: place++, language, text: term.text, status: termStatus(term), ...said };
    }),
  );
  return { ...fieldsOf(concept.facts, ENTRY_FIELDS), terms };
}

function fieldsOf<Field extends EntryField | TermField>(
  facts: readonly Fact[],
  fields: readonly Field[],
): Partial<Record<Field, string>> {
  const said = fields.flatMap((field) => {
    const text = factText(facts, KEPT[field].type);
    return text ? [[field, text] as const] : [];
  });
  return Object.fromEntries(said) as Partial<Record<Field, string>>;
}

/**
 * The concept with a change made; what the change does not name stays, and what other tools said of a term goes with it.
 * @throws CalqueError `empty-text` for a term without text or a concept without a term, `bad-request` for a term that the
 * concept has not, or names twice
 */
export function changedConcept(concept: Concept, change: EntryChange): Concept {
  const facts = withFields(concept.facts, change, ENTRY_FIELDS);
  return { ...concept, facts, languages: change.terms ? withTerms(concept, change.terms) : concept.languages };
}

/** @throws CalqueError as {@link changedConcept} */
export function newConcept(given: EntryChange): Concept {
  return changedConcept({ facts: [], languages: [] }, { ...given, terms: given.terms ?? [] });
}

function withTerms({ languages }: Concept, given: readonly GivenTerm[]): readonly ConceptLanguage[] {
  if (given.length === 0) throw new CalqueError('empty-text', 'The entry has no term.', { where: 'terms' });
  const present = languages.flatMap(({ language, terms }) => terms.map((term) => ({ language, term })));
  const taken = new Set<number>();
  const named = new Set(given.map(({ place }) => place));
  const arranged = new Map<string, Term[]>(languages.map(({ language }) => [language, []]));
  for (const [place, { language, term }] of present.entries()) {
    if (tagOf({ language }) === undefined && !named.has(place)) arranged.get(language)?.push(term);
  }
  for (const [index, { place, language, text, status, ...said }] of given.entries()) {
    const where = `terms.${index}`;
    const was = place === undefined ? undefined : present[place];
    if (place !== undefined && (was === undefined || taken.has(place))) {
      throw new CalqueError('bad-request', `${where}: the entry has no such term, or it is named twice.`, { where });
    }
    if (place !== undefined) taken.add(place);
    const written = text.trim();
    if (written === '') throw new CalqueError('empty-text', 'The term has no text.', { where: `${where}.text` });
    // A term that stays in its language stays in that language as its file wrote it.
    const home = was && sameLanguage(was.language, language) ? was.language : homeOf(arranged, language);
    const facts = withStatus(withFields(was?.term.facts ?? [], said, TERM_FIELDS), status);
    const terms = arranged.get(home) ?? [];
    terms.push({ ...(was && withText(was.term, written)), text: written, facts });
    arranged.set(home, terms);
  }
  return [...arranged]
    .filter(([, terms]) => terms.length > 0)
    .map(([language, terms]) => ({
      language,
      facts: languages.find((one) => one.language === language)?.facts ?? [],
      terms,
    }));
}

function homeOf(arranged: ReadonlyMap<string, unknown>, language: LanguageTag): string {
  return [...arranged.keys()].find((one) => sameLanguage(one, language)) ?? language;
}

function sameLanguage(written: string, tag: LanguageTag): boolean {
  return written.replaceAll('_', '-').toLowerCase() === tag.toLowerCase();
}

function withFields<Field extends EntryField | TermField>(
  facts: readonly Fact[],
  change: Readonly<Partial<Record<Field, string>>>,
  fields: readonly Field[],
): readonly Fact[] {
  let changed = facts;
  for (const field of fields) {
    const text = change[field];
    if (text !== undefined) changed = withFact(changed, KEPT[field], text.trim());
  }
  return changed;
}

/** A status is written only where it is another one: `superseded` stays what it is as long as the term is forbidden. */
function withStatus(facts: readonly Fact[], status: TermStatus | undefined): readonly Fact[] {
  if (status === undefined || status === termStatus({ facts })) return facts;
  const others = facts.filter((fact) => !STATUS_CATEGORIES.some((category) => isOf(fact, category)));
  return withFact(others, { type: 'administrativeStatus', element: 'termNote' }, STATUS_PICKLIST[status]);
}

/** The first fact of the category says `text` now; what is said of that fact goes with it. */
function withFact(facts: readonly Fact[], { type, element }: (typeof KEPT)[EntryField], text: string): readonly Fact[] {
  const at = facts.findIndex((fact) => isOf(fact, type));
  if (text === '') return at < 0 ? facts : facts.toSpliced(at, 1);
  const known = facts[at];
  if (known) return known.text === text ? facts : facts.with(at, withText(known, text));
  return [...facts, { element, ...(type !== element && { type }), text }];
}
