import type { Concept } from './concept.ts';
import type { Instant } from './unit.ts';

/** Identities are positive integers given by the store and never used again. */
export type TermbaseId = number;
export type EntryId = number;

/** A named set of concepts with their terms. */
export interface Termbase {
  readonly id: TermbaseId;
  readonly name: string;
  readonly createdAt: Instant;
  readonly entryCount: number;
}

/** A concept in a termbase. */
export interface TermEntry {
  readonly id: EntryId;
  readonly termbaseId: TermbaseId;
  /** Counts the changes, from 1; a change must name the version it was made on. */
  readonly version: number;
  readonly concept: Concept;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly changedAt: Instant;
  readonly changedBy: string;
}

/** A concept that is to be stored. */
export interface NewEntry {
  readonly concept: Concept;
  /** As a file states them; the store's clock and caller where absent. */
  readonly createdAt?: Instant;
  readonly createdBy?: string;
  readonly changedAt?: Instant;
  readonly changedBy?: string;
}

/** One state of an entry's history: the concept as it was after `action`. */
export interface EntryRevision {
  readonly version: number;
  readonly action: 'create' | 'change' | 'delete' | 'undo';
  readonly at: Instant;
  readonly by: string;
  readonly concept: Concept;
}
