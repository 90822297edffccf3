import type { TableColumns } from '../../memory/formats/table.ts';
import { readTable } from '../../memory/formats/table.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import { type LanguageTag, languageOf } from '../../memory/model/language.ts';
import type { MemoryId, NewUnit } from '../../memory/model/unit.ts';
import type { Actor, NewMemoryDocument, Store, StoredUnits } from '../../memory/store/store.ts';
import { memoryNamed } from './memories.ts';
import { digestUpTo, RowsDigest, type TableMark, type TableProgress, tableMark } from './table-progress.ts';

/** What importing a table has done so far. */
export interface ImportedTable {
  readonly memoryId: MemoryId;
  readonly added: number;
  readonly merged: number;
  readonly documents: number;
  /** The line up to which an import that was cut off had stored it; absent where this one began at the first. */
  readonly after?: number;
  /** Lines that gave no unit; the first thousand of them. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

export interface GivenTable {
  /** Gives its bytes, from the beginning each time. */
  readonly open: () => AsyncIterable<Uint8Array>;
  /** Names the file in errors and as the units' origin. */
  readonly name: string;
  readonly columns: TableColumns;
  /** The name of the memory; it is made when there is none of that name. */
  readonly memory: string;
}

/** Units stored in one transaction, and how many such batches are read ahead. */
const BATCH = 6_000;
const AHEAD = 2;
/** A longer run of one origin becomes several documents. */
const LONGEST_DOCUMENT = 10_000;
const REFUSED_KEPT = 1000;

/** Brings tables of pairs into a memory. */
export interface Tables {
  /**
   * Stores a table, line by line. Consecutive lines of one origin are neighbours of one document. What was stored when an
   * import is cut off stays; the same table, given again, goes on from there.
   * @param report called after every transaction
   * @throws CalqueError as `readTable` does; what was stored before stays
   */
  importTable(table: GivenTable, actor: Actor, report?: (sofar: ImportedTable) => void): Promise<ImportedTable>;
}

export function createTables(store: Store): Tables {
  return {
    async importTable(table, actor, report) {
      const { id: memoryId } = await memoryNamed(store, table.memory, actor);
      const mark = tableMark(store, memoryId);
      const begun = await unfinished(table, mark);
      const refused: { line: number; reason: string }[] = [];
      const { added, merged, documents, line: after } = begun ?? { added: 0, merged: 0, documents: 0, line: 0 };
      let done: ImportedTable = { memoryId, added, merged, documents, refused, ...(begun && { after }) };

      const count = async (stored: readonly StoredUnits[], line: number, digest: string): Promise<void> => {
        const sofar = {
          added: stored.reduce((sum, one) => sum + one.added, done.added),
          merged: stored.reduce((sum, one) => sum + one.merged, done.merged),
          documents: stored.filter((one) => one.documentId !== undefined).length + done.documents,
        };
        await mark.write({ ...sofar, line, digest });
        done = { ...done, ...sofar };
        report?.(done);
      };

      const batch = new Batch(BATCH);
      const digest = new RowsDigest();
      // Some batches are read ahead while those before are stored, in the order in which they came: neither waits for the
      // other where one takes longer for once.
      let storing: Promise<void> = Promise.resolve();
      const ahead: Promise<void>[] = [];
      const write = async (line: number): Promise<void> => {
        const before = storing;
        storing = Promise.all([batch.storeIn(store, memoryId, actor), digest.value, before]).then(([stored, value]) =>
          count(stored, line, value),
        );
        // Whoever waits for it next is told; until then it is no fault that nobody heard of.
        storing.catch(() => {});
        ahead.push(storing);
        if (ahead.length > AHEAD) await ahead.shift();
      };

      const unitOf = unitReader(table.columns, table.name);
      let line = 0;
      for await (const row of readTable(table.open(), table.columns, table.name)) {
        line = row.line;
        digest.add(row);
        if ('reason' in row) {
          if (refused.length < REFUSED_KEPT) refused.push(row);
        } else if (line > after) {
          batch.add(unitOf(row), row.origin);
          if (batch.isFull) await write(line);
        }
      }
      if (!batch.isEmpty) await write(line);
      await storing;
      await mark.write(undefined);
      return done;
    },
  };
}

/** Where an import of this very table was when it was cut off. */
async function unfinished({ open, columns, name }: GivenTable, mark: TableMark): Promise<TableProgress | undefined> {
  const left = await mark.read();
  if (left === undefined) return undefined;
  const digest = await digestUpTo(readTable(open(), columns, name), left.line);
  return digest === left.digest ? left : undefined;
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
