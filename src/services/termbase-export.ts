import { writeTermTable, writeTermWorkbook } from '../../memory/formats/tables/terms.ts';
import { withTransactions } from '../../memory/formats/tbx/transactions.ts';
import { writeTbx } from '../../memory/formats/tbx/write.ts';
import type { Termbase, TermEntry } from '../../memory/model/termbase.ts';
import type { Store } from '../../memory/store/store.ts';
import { pages } from './pages.ts';
import { matterOf } from './termbase-matter.ts';

/** Terms as TBX-Basic of version 2, which most tools read, or 3; or as a table. */
export type TermbaseFormat = 'tbx' | 'tbx3' | 'csv' | 'tsv' | 'xlsx';

/** The entries of a termbase as a file, its text in pieces. */
export async function* termbaseText(
  store: Store,
  termbase: Termbase,
  format: Exclude<TermbaseFormat, 'xlsx'>,
): AsyncGenerator<string> {
  const entries = entriesOf(store, termbase);
  if (format === 'csv' || format === 'tsv') yield* writeTermTable(entries, format);
  else {
    const matter = await matterOf(store, termbase.id);
    yield* writeTbx(conceptsOf(entries), { title: termbase.name, version: format === 'tbx' ? 2 : 3, matter });
  }
}

/** The entries of a termbase as an Excel workbook. */
export function termbaseWorkbook(store: Store, termbase: Termbase): Promise<Uint8Array> {
  return writeTermWorkbook(entriesOf(store, termbase));
}

function entriesOf(store: Store, { id }: Termbase): AsyncIterable<TermEntry> {
  return pages((cursor) =>
    store.listEntries({ termbaseId: id }, { limit: 1_000, ...(cursor !== undefined && { cursor }) }),
  );
}

async function* conceptsOf(entries: AsyncIterable<TermEntry>) {
  for await (const entry of entries) yield withTransactions(entry);
}
