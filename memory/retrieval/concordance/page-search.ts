import type { ConcordanceHit, ConcordancePage, UnitConditions } from '../../model/concordance.ts';
import type { Memory, MemoryId, UnitId } from '../../model/unit.ts';
import { asksForDocuments, hasConditions } from './conditions.ts';
import { type Cursor, writeCursor } from './cursor.ts';
import { hitOf } from './hit.ts';
import type { ConcordanceStorage } from './storage.ts';
import type { TextSearch } from './text-search.ts';

/** Units held against the conditions for a page, and units read to be sure of them, at most. */
const MOST_CHECKED = 100_000;
const MOST_READ = 1_000;
/** Conditions that no more units meet are looked up once; else the units found are held against them. */
const FEW = 10_000;
/** Units read at a time. */
const BATCH = 50;
/** Hits that are counted; beyond, there are at least so many. */
const MOST_COUNTED = 100_000;

interface PageQuery {
  readonly texts: readonly TextSearch[];
  /** Whether every unit that the index finds has what is searched for; else each must be read to know. */
  readonly certain: boolean;
  readonly memories: readonly Memory[];
  readonly conditions: UnitConditions;
  readonly limit: number;
}

/** Makes a page of the units that the index finds, and counts the rest as far as that is cheap. */
export class PageSearch {
  readonly #storage: ConcordanceStorage;
  readonly #query: PageQuery;
  readonly #start: Cursor;
  readonly #memories: ReadonlyMap<MemoryId, Memory>;
  readonly #items: ConcordanceHit[] = [];
  /** The units that meet the conditions, where they are few. */
  #few: ReadonlySet<UnitId> | undefined;
  #counted: number;
  #checked = 0;
  #read = 0;
  /** The last unit that was decided on. */
  #last: UnitId;
  #stopped = false;

  constructor(storage: ConcordanceStorage, query: PageQuery, start: Cursor) {
    this.#storage = storage;
    this.#query = query;
    this.#start = start;
    this.#memories = new Map(query.memories.map((memory) => [memory.id, memory]));
    this.#counted = start.counted;
    this.#last = start.before;
  }

  /** To be called first. */
  async prepare(): Promise<void> {
    const { conditions } = this.#query;
    if (!asksForDocuments(conditions)) return;
    const units = await this.#storage.unitsMeeting(conditions, FEW + 1);
    if (units.length <= FEW) this.#few = new Set(units);
  }

  /**
   * Takes units in descending id, all lower than those before, a thousand or so at once.
   * @returns whether more are wanted
   */
  async take(units: readonly UnitId[], pause: () => Promise<void>): Promise<boolean> {
    const meeting = await this.#meeting(units);
    for (let from = 0; from < meeting.length && !this.#stopped; from += BATCH) {
      const batch = meeting.slice(from, from + BATCH);
      if (this.#isFull && this.#query.certain) {
        this.#counted += meeting.length - from;
        break;
      }
      await this.#readUnits(batch);
      this.#last = batch.at(-1) ?? this.#last;
      await pause();
      this.#stopped = !this.#query.certain && this.#read >= MOST_READ;
    }
    if (this.#stopped) return false;
    this.#last = units.at(-1) ?? this.#last;
    this.#stopped = this.#checked >= MOST_CHECKED || (this.#isFull && this.#counted >= MOST_COUNTED);
    return !this.#stopped;
  }

  result(): ConcordancePage {
    const total = { count: this.#counted, exact: !this.#stopped };
    const shown = this.#start.counted + this.#items.length;
    const items = this.#items;
    if (this.#isFull && (this.#stopped || this.#counted > shown)) {
      const before = items.at(-1)?.unitId ?? this.#last;
      return { items, total, next: writeCursor({ before, counted: shown }) };
    }
    return this.#stopped
      ? { items, total, next: writeCursor({ before: this.#last, counted: shown }) }
      : { items, total };
  }

  get #isFull(): boolean {
    return this.#items.length >= this.#query.limit;
  }

  async #meeting(units: readonly UnitId[]): Promise<readonly UnitId[]> {
    const { conditions } = this.#query;
    const few = this.#few;
    if (few !== undefined) return units.filter((unit) => few.has(unit));
    if (!hasConditions(conditions)) return units;
    this.#checked += units.length;
    const meeting = new Set(await this.#storage.unitsMeeting(conditions, units.length, units));
    return units.filter((unit) => meeting.has(unit));
  }

  async #readUnits(units: readonly UnitId[]): Promise<void> {
    const { texts, conditions } = this.#query;
    this.#read += units.length;
    for (const found of (await this.#storage.unitsInContext(units)).toReversed()) {
      const memory = this.#memories.get(found.unit.memoryId);
      const hit = memory && hitOf(found, memory, texts, conditions);
      if (hit === undefined) continue;
      this.#counted++;
      if (!this.#isFull) this.#items.push(hit);
    }
  }
}
