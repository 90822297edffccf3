import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { TableRow } from '../../memory/formats/table.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';

const progress = z.object({
  line: z.number(),
  digest: z.string(),
  added: z.number(),
  merged: z.number(),
  documents: z.number(),
});

/** How much of a table is stored: all up to a line, of which it is known what it says. */
export type TableProgress = Readonly<z.output<typeof progress>>;

/** Remembers how far the import of a table into a memory is, so that one that was cut off can go on. */
export interface TableMark {
  /** Where an import that did not end was. */
  read(): Promise<TableProgress | undefined>;
  /** @param sofar `undefined` when all is stored */
  write(sofar: TableProgress | undefined): Promise<void>;
}

export function tableMark(store: Store, memoryId: MemoryId): TableMark {
  const name = `unfinished import of a table into memory ${memoryId}`;
  return {
    read: async () => progress.safeParse(await store.getSetting(name)).data,
    write: (sofar) => store.setSetting(name, sofar),
  };
}

/** Tells whether two tables say the same up to some line. */
export class RowsDigest {
  readonly #hash = createHash('sha256');

  add(row: TableRow): void {
    this.#hash.update('reason' in row ? `${row.line}\n` : `${row.line}\t${row.fr}\t${row.en}\t${row.origin ?? ''}\n`);
  }

  /** Of the rows so far. */
  get value(): string {
    return this.#hash.copy().digest('hex');
  }
}

/** The digest of the rows up to a line. */
export async function digestUpTo(rows: AsyncIterable<TableRow>, line: number): Promise<string> {
  const digest = new RowsDigest();
  for await (const row of rows) {
    if (row.line > line) break;
    digest.add(row);
  }
  return digest.value;
}
