import type { Concept } from '../model/concept.ts';
import type { Language } from '../model/language.ts';
import type { TermStatus } from '../model/term-status.ts';
import type { EntryId, EntryRevision, NewEntry, Termbase, TermbaseId, TermEntry } from '../model/termbase.ts';
import type { IndexedTerm } from '../terms/index-terms.ts';
import type { Actor, Page, PageRequest } from './calls.ts';

export interface EntryFilter {
  readonly termbaseId?: TermbaseId;
  /** Part of a French or English term, letter case and accents ignored. */
  readonly text?: string;
  /** Entries with a term in that language, and with `text` and `status` one term of which all is true. */
  readonly language?: Language;
  readonly status?: TermStatus;
}

/** What storing entries did. A concept the termbase already held, word for word, is counted as `merged`. */
export interface StoredEntries {
  readonly added: number;
  readonly merged: number;
  /** The entry of each concept, in the order given. */
  readonly entryIds: readonly EntryId[];
}

/** A term that a text may hold, and the termbase it is in. */
export interface TermCandidate extends IndexedTerm {
  readonly termbaseId: TermbaseId;
}

/** The part of the store that keeps termbases; its methods are as `Store` says of all. */
export interface TermbaseStore {
  /** `already-exists` for a name that another termbase has. */
  createTermbase(name: string, actor: Actor): Promise<Termbase>;
  /** Every termbase, by name. */
  listTermbases(): Promise<readonly Termbase[]>;
  getTermbase(id: TermbaseId): Promise<Termbase>;
  findTermbase(name: string): Promise<Termbase | undefined>;
  renameTermbase(id: TermbaseId, name: string): Promise<Termbase>;
  /**
   * Another one after every change of the entries of termbases, their number included.
   * @param termbases all of them when absent
   */
  termsRevision(termbases: readonly TermbaseId[] | undefined): Promise<string>;
  /** Deletes the termbase with its entries and their history. */
  deleteTermbase(id: TermbaseId): Promise<void>;

  addEntries(termbaseId: TermbaseId, entries: readonly NewEntry[], actor: Actor): Promise<StoredEntries>;
  getEntry(id: EntryId): Promise<TermEntry>;
  /** Those of the entries that are there, in the order given. */
  getEntries(ids: readonly EntryId[]): Promise<readonly TermEntry[]>;
  /** In the order of their head words. */
  listEntries(filter: EntryFilter, page: PageRequest): Promise<Page<TermEntry>>;
  /**
   * Entries of a termbase that an incoming concept may be another version of: with its name in the file, or with a
   * French and an English term of it, or, where it has one of the two languages only, a term of it. The one changed last first.
   */
  entriesLike(termbaseId: TermbaseId, concept: Concept): Promise<readonly TermEntry[]>;
  /** `already-exists` when another entry of the termbase says the same. */
  changeEntry(id: EntryId, version: number, concept: Concept, actor: Actor): Promise<TermEntry>;
  deleteEntry(id: EntryId, version: number, actor: Actor): Promise<void>;
  /** Every state the entry had, oldest first; also of a deleted entry. */
  entryHistory(id: EntryId): Promise<readonly EntryRevision[]>;
  /** Takes the last change back, a deletion too; `nothing-to-undo` when only its creation is left. */
  undoEntry(id: EntryId, actor: Actor): Promise<TermEntry>;

  /**
   * The terms of a language that begin with one of `starts`, as `termStart` has them.
   * @param termbases all of them when absent
   */
  termsStarting(
    termbases: readonly TermbaseId[] | undefined,
    language: Language,
    starts: readonly string[],
  ): Promise<readonly TermCandidate[]>;
}
