import { CalqueError } from '../../../memory/model/errors.ts';
import type { Shelf } from './shelf.ts';
import type { ImportSource } from './source.ts';

/** An entry that gave nothing, and where it begins. */
export interface RefusedEntry {
  readonly line: number;
  /** Absent where lines alone are known: of tables and databases. */
  readonly column?: number;
  readonly reason: string;
}

/** What an entry of any format may be, beside what is taken. */
type Entry<Taken extends { readonly kind: string }> =
  | Taken
  | ({ readonly kind: 'refused' } & RefusedEntry)
  | { readonly kind: 'other-languages'; readonly languages: readonly string[] };

/** What is known of a file that was read to its end. */
export interface FileFacts {
  /** How many entries can be taken. */
  readonly taken: number;
  readonly refused: readonly RefusedEntry[];
  readonly refusedCount: number;
  /** Variants in further languages that are left out, by language. */
  readonly otherLanguages: Readonly<Record<string, number>>;
}

const REFUSED_KEPT = 1000;

/** Entries between two reports while a file is read. */
const STEP = 5000;

/**
 * Reads a file to its end, for what is wrong with it and what is in it.
 * @param what an entry is called, in the error that there is none
 * @param shelf where what is taken is put by, so that the file need not be read again
 * @throws CalqueError as the format's reader does, `empty-text` when nothing is in it
 */
export async function readThrough<Taken extends { readonly kind: 'unit' | 'concept' }>(
  source: ImportSource,
  entries: AsyncIterable<Entry<Taken>> | Iterable<Entry<Taken>>,
  what: string,
  shelf: Shelf<Taken>,
  report: ((done: number) => void) | undefined,
): Promise<FileFacts> {
  const refused: RefusedEntry[] = [];
  const otherLanguages: Record<string, number> = {};
  let refusedCount = 0;
  let taken = 0;
  let count = 0;
  await refuseEmpty(source);
  for await (const entry of entries) {
    if (++count % STEP === 0) report?.(0);
    if (entry.kind === 'refused') {
      refusedCount++;
      if (refused.length < REFUSED_KEPT) refused.push(placed(entry));
    } else if (entry.kind === 'other-languages') {
      for (const language of entry.languages) otherLanguages[language] = (otherLanguages[language] ?? 0) + 1;
    } else {
      taken++;
      await shelf.put(entry);
    }
  }
  if (taken === 0) throw nothingTaken(source.name, what, refused);
  return { taken, refused, refusedCount, otherLanguages };
}

function placed({ line, column, reason }: RefusedEntry): RefusedEntry {
  return { line, ...(column !== undefined && { column }), reason };
}

async function refuseEmpty({ name, open }: ImportSource): Promise<void> {
  for await (const piece of open()) if (piece.length > 0) return;
  throw new CalqueError('empty-text', `${name} is empty: there is nothing to read.`, { where: name });
}

function nothingTaken(name: string, what: string, [first]: readonly RefusedEntry[]): CalqueError {
  const place = first && `line ${first.line}${first.column === undefined ? '' : `, column ${first.column}`}`;
  const why = first ? `; the first it has is not taken, on ${place}: ${first.reason}` : '';
  return new CalqueError('empty-text', `${name} holds no ${what} that can be taken${why}.`, {
    where: name,
    ...(first && { line: first.line, ...(first.column !== undefined && { column: first.column }) }),
  });
}
