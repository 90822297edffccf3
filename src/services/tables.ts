import type { TableColumns } from '../../memory/formats/table.ts';
import { readTable } from '../../memory/formats/table.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import { type LanguageTag, languageOf } from '../../memory/model/language.ts';
import type { MemoryId, NewUnit } from '../../memory/model/unit.ts';
import type { Actor, NewMemoryDocument, Store, StoredUnits } from '../../memory/store/store.ts';
import { memoryNamed } from './memories.ts';

/** What importing a table has done so far. */
export interface ImportedTable {
  readonly memoryId: MemoryId;
  readonly added: number;
  readonly merged: number;
  readonly documents: number;
  /** Lines that gave no unit; the first thousand of them. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

export interface GivenTable {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** Names the file in errors and as the units' origin. */
  readonly name: string;
  readonly columns: TableColumns;
  /** The name of the memory; it is made when there is none of that name. */
  readonly memory: string;
}

/** Units stored in one transaction: an import that is cut off keeps what was stored, and begins anew quickly. */
const BATCH = 12_000;
/** A longer run of one origin becomes several documents. */
const LONGEST_DOCUMENT = 10_000;
const REFUSED_KEPT = 1000;

/** Brings tables of pairs into a memory. */
export interface Tables {
  /**
   * Stores a table, line by line. Consecutive lines of one origin are neighbours of one document.
   * @param report called after every transaction
   * @throws CalqueError as `readTable` does; what was stored before stays
   */
  importTable(table: GivenTable, actor: Actor, report?: (sofar: ImportedTable) => void): Promise<ImportedTable>;
}

export function createTables(store: Store): Tables {
  return {
    async importTable({ chunks, name, columns, memory: memoryName }, actor, report) {
      const { id: memoryId } = await memoryNamed(store, memoryName, actor);
      const refused: { line: number; reason: string }[] = [];
      const batch = new Batch(BATCH);
      let done: ImportedTable = { memoryId, added: 0, merged: 0, documents: 0, refused };
      // One batch is read ahead while the one before is stored, in the order in which they came.
      let storing: Promise<void> = Promise.resolve();
      const write = async (): Promise<void> => {
        const stored = batch.storeIn(store, memoryId, actor);
        const before = storing;
        storing = before.then(async () => count(await stored));
        stored.catch(() => {});
        await before;
      };
      const count = (stored: readonly StoredUnits[]): void => {
        done = {
          ...done,
          added: stored.reduce((sum, one) => sum + one.added, done.added),
          merged: stored.reduce((sum, one) => sum + one.merged, done.merged),
          documents: stored.filter((one) => one.documentId !== undefined).length + done.documents,
        };
        report?.(done);
      };
      const unitOf = unitReader(columns, name);
      for await (const row of readTable(chunks, columns, name)) {
        if ('reason' in row) {
          if (refused.length < REFUSED_KEPT) refused.push(row);
          continue;
        }
        batch.add(unitOf(row), row.origin);
        if (batch.isFull) await write();
      }
      if (!batch.isEmpty) await write();
      await storing;
      return done;
    },
  };
}

function unitReader(columns: TableColumns, source: string): (pair: { fr: string; en: string }) => NewUnit {
  const tags = columns.filter((column): column is LanguageTag => column !== 'origin' && column !== '-');
  const tagOf = (language: 'fr' | 'en') => tags.find((tag) => languageOf(tag) === language) ?? language;
  const [frTag, enTag] = [tagOf('fr'), tagOf('en')];
  return ({ fr, en }) => ({
    fr: { language: frTag, content: contentFromText(fr) },
    en: { language: enTag, content: contentFromText(en) },
    origin: { kind: 'import', source },
    status: 'confirmed',
  });
}

/** Units on their way in, by document. */
class Batch {
  readonly #limit: number;
  #size = 0;
  #loose: NewUnit[] = [];
  #documents: { readonly title: string; readonly units: NewUnit[] }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  get isFull(): boolean {
    return this.#size >= this.#limit;
  }

  add(unit: NewUnit, origin: string | undefined): void {
    this.#size++;
    const last = this.#documents.at(-1);
    if (origin === undefined) this.#loose.push(unit);
    else if (last?.title === origin && last.units.length < LONGEST_DOCUMENT) last.units.push(unit);
    else this.#documents.push({ title: origin, units: [unit] });
  }

  /** Stores what is here, and is empty then. */
  async storeIn(store: Store, memoryId: MemoryId, actor: Actor): Promise<readonly StoredUnits[]> {
    const documents = this.#documents.map(
      ({ title, units }): NewMemoryDocument => ({ provenance: title === '' ? {} : { title }, units }),
    );
    const loose = this.#loose;
    this.#documents = [];
    this.#loose = [];
    this.#size = 0;
    const ofDocuments = documents.length === 0 ? [] : await store.addDocuments(memoryId, documents, actor);
    const others = loose.length === 0 ? [] : [await store.addUnits(memoryId, loose, actor)];
    return [...ofDocuments, ...others];
  }
}
