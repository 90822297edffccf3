import type { TermColumn } from '../../../memory/formats/tables/term-columns.ts';
import type { TermFileEntry } from '../../../memory/formats/term-entry.ts';
import type { NewEntry, TermbaseId } from '../../../memory/model/termbase.ts';
import { NO_MATTER } from '../../../memory/model/termbase-matter.ts';
import { conceptKey } from '../../../memory/store/concept-key.ts';
import type { Actor, Store } from '../../../memory/store/store.ts';
import { keepMatter } from '../termbase-matter.ts';
import { termbaseNamed } from '../termbases.ts';
import type { ImportMode } from './arrival.ts';
import type { TermFormat } from './read-terms.ts';
import { readTermEntries, termFormatOf } from './read-terms.ts';
import type { RefusedEntry } from './read-through.ts';
import { readThrough } from './read-through.ts';
import { Shelf } from './shelf.ts';
import type { ImportSource } from './source.ts';

/** What terms are to be imported, and how. */
export interface TermImportWish {
  readonly source: ImportSource;
  /** By the file's name where absent. */
  readonly format?: TermFormat;
  /** What the columns of a table hold; its first row says it where absent. */
  readonly columns?: readonly TermColumn[];
  /** The name of the termbase; it is made when there is none of that name. */
  readonly termbase: string;
  /**
   * What is done with an entry that the termbase has in another version, known by its name in the file or by its terms:
   * `add` keeps both, `skip` leaves the termbase as it is, `newer` puts the file's in its place where that is the newer one.
   */
  readonly mode: ImportMode;
  /** Says what would happen, and does nothing. */
  readonly dryRun: boolean;
}

/** What importing a file of terms did, or would do. */
export interface TermImportReport {
  /** Absent in a dry run into a termbase that is still to be made. */
  readonly termbaseId?: TermbaseId;
  readonly dryRun: boolean;
  readonly added: number;
  /** Entries that the termbase held already, word for word. */
  readonly merged: number;
  /** Entries left out because the termbase has another version: in mode `skip`, or a newer one. */
  readonly skipped: number;
  /** Entries that were given the file's version, which is newer. */
  readonly overwritten: number;
  /** The first thousand entries that were not taken. */
  readonly refused: readonly RefusedEntry[];
  readonly refusedCount: number;
}

/** Brings files of terms into termbases, by the rules by which pairs come into memories. */
export interface TermImports {
  /**
   * Reads the whole file first, so that one with a fault in it changes nothing; then stores what was read in transactions of some
   * thousand entries. An import that is cut off between two of them goes on when it is done again.
   *
   * @param report how many entries are done of how many; throws where the work is to stop
   * @throws CalqueError as the format's reader does, `empty-text` when no entry is in it
   */
  run(wish: TermImportWish, actor: Actor, report?: Report): Promise<TermImportReport>;
}

type Report = (done: number, total?: number) => void;
type ConceptEntry = Extract<TermFileEntry, { readonly kind: 'concept' }>;

/** Entries stored in one transaction. */
const BATCH = 2_000;

/** @param folder where what is read of large files is put by until it is stored */
export function createTermImports(store: Store, folder: string): TermImports {
  async function storeAll(wish: TermImportWish, shelf: Shelf<ConceptEntry>, actor: Actor, report: Report | undefined) {
    const { source, columns, dryRun, mode } = wish;
    let matter = NO_MATTER;
    const entries = readTermEntries(source, wish.format ?? termFormatOf(source.name), columns, (found) => {
      matter = found;
    });
    const facts = await readThrough(source, entries, 'entry with a term', shelf, report);
    const termbase = dryRun
      ? await store.findTermbase(wish.termbase)
      : await termbaseNamed(store, wish.termbase, actor);
    const arrival = new TermArrival(store, termbase?.id, mode, dryRun, actor);
    let done = 0;
    for await (const { entry } of shelf.take()) {
      await arrival.take(entry);
      if (++done % BATCH === 0) report?.(done, facts.taken);
    }
    await arrival.end();
    if (termbase && !dryRun) await keepMatter(store, termbase.id, matter);
    const { refused, refusedCount } = facts;
    return { ...(termbase && { termbaseId: termbase.id }), dryRun, ...arrival.counts, refused, refusedCount };
  }

  return {
    async run(wish, actor, report) {
      const shelf = new Shelf<ConceptEntry>(folder);
      try {
        return await storeAll(wish, shelf, actor, report);
      } finally {
        await shelf.close();
      }
    },
  };
}

/** Entries on their way into a termbase, in batches. */
class TermArrival {
  readonly counts = { added: 0, merged: 0, skipped: 0, overwritten: 0 };
  readonly #store: Store;
  readonly #termbaseId: TermbaseId | undefined;
  readonly #mode: ImportMode;
  readonly #dryRun: boolean;
  readonly #actor: Actor;
  readonly #waiting: NewEntry[] = [];
  /** What a dry run has seen in the file. */
  readonly #seen = new Set<string>();

  constructor(store: Store, termbaseId: TermbaseId | undefined, mode: ImportMode, dryRun: boolean, actor: Actor) {
    this.#store = store;
    this.#termbaseId = termbaseId;
    this.#mode = mode;
    this.#dryRun = dryRun;
    this.#actor = actor;
  }

  async take(entry: NewEntry): Promise<void> {
    const isPlain = this.#mode === 'add' && !this.#dryRun;
    if (!isPlain && !(await this.#isTaken(entry))) return;
    if (this.#dryRun) {
      this.counts.added++;
      return;
    }
    this.#waiting.push(entry);
    if (this.#waiting.length >= BATCH) await this.end();
  }

  /** Stores what waits. */
  async end(): Promise<void> {
    if (this.#termbaseId === undefined || this.#waiting.length === 0) return;
    const { added, merged } = await this.#store.addEntries(this.#termbaseId, this.#waiting.splice(0), this.#actor);
    this.counts.added += added;
    this.counts.merged += merged;
  }

  /** Whether an entry is to be stored as a new one; what becomes of any other is counted, and done, at once. */
  async #isTaken(entry: NewEntry): Promise<boolean> {
    const key = conceptKey(entry.concept).toString('base64');
    const id = this.#termbaseId;
    const like = id === undefined ? [] : await this.#store.entriesLike(id, entry.concept);
    const isHeld = like.some(({ concept }) => conceptKey(concept).toString('base64') === key);
    if (isHeld || (this.#dryRun && this.#seen.has(key))) {
      this.counts.merged++;
      return false;
    }
    this.#seen.add(key);
    const [present] = like;
    if (this.#mode === 'add' || present === undefined) return true;
    const date = entry.changedAt ?? entry.createdAt;
    if (this.#mode === 'newer' && date !== undefined && date > present.changedAt) {
      this.counts.overwritten++;
      const actor = { by: entry.changedBy ?? this.#actor.by, at: date };
      if (!this.#dryRun) await this.#store.changeEntry(present.id, present.version, entry.concept, actor);
    } else this.counts.skipped++;
    return false;
  }
}
