import type { LanguageTag } from './language.ts';
import { canonicalTag } from './language.ts';
import type { MarkedText } from './marked-text.ts';

/** Which element of TBX holds a fact; how a dialect spells it is the reader's and writer's affair. */
export type FactElement =
  | 'descrip'
  | 'admin'
  | 'termNote'
  | 'note'
  | 'ref'
  | 'xref'
  | 'transac'
  | 'transacNote'
  | 'date';

/** Something that is said of a concept, of it in a language, or of a term. */
export interface Fact {
  readonly element: FactElement;
  /** Its name in the file it came from. */
  readonly id?: string;
  /** The data category: `definition`, `partOfSpeech`, `subjectField` …; absent for notes and dates. */
  readonly type?: string;
  readonly text: string;
  /** The text with its markup, where its file has any. */
  readonly marked?: MarkedText;
  /** The language it is written in, as stated; that of what it is said of when absent. */
  readonly language?: string;
  /** What it points to. */
  readonly target?: string;
  /** What kind of data the text is, as stated. */
  readonly datatype?: string;
  /** What is said of this fact itself, such as its source. */
  readonly about?: readonly Fact[];
}

export interface Term {
  /** Its name in the file it came from. */
  readonly id?: string;
  readonly text: string;
  /** The text with its markup, where its file has any. */
  readonly marked?: MarkedText;
  readonly facts: readonly Fact[];
}

/** The terms of a concept in one language. */
export interface ConceptLanguage {
  /** As written; a termbase keeps languages beside French and English too. */
  readonly language: string;
  readonly facts: readonly Fact[];
  readonly terms: readonly Term[];
}

/**
 * What terms of several languages stand for: an entry of a termbase, with everything that was ever said of it, so that
 * what another tool wrote goes back to it.
 */
export interface Concept {
  /** Its name in the file it came from. */
  readonly id?: string;
  readonly facts: readonly Fact[];
  readonly languages: readonly ConceptLanguage[];
}

/** The text of the first fact of that data category: `definition`, `partOfSpeech`, `source` …; `note` for a note. */
export function factText(facts: readonly Fact[], category: string): string | undefined {
  return facts.find((fact) => isOf(fact, category))?.text;
}

/** Whether a fact is of that data category, or of that element where it needs none. Some tools write `Definition`. */
export function isOf({ type, element }: Fact, category: string): boolean {
  return (type ?? element).toLowerCase() === category.toLowerCase();
}

/** The tag of a concept's language, where it is French or English. */
export function tagOf({ language }: Pick<ConceptLanguage, 'language'>): LanguageTag | undefined {
  return canonicalTag(language);
}
