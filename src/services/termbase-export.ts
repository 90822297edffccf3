import { writeTermTable } from '../../memory/formats/tables/terms.ts';
import { withTransactions } from '../../memory/formats/tbx/transactions.ts';
import { writeTbx } from '../../memory/formats/tbx/write.ts';
import type { Termbase, TermEntry } from '../../memory/model/termbase.ts';
import type { Store } from '../../memory/store/store.ts';
import { pages } from './pages.ts';

/** Terms as TBX-Basic of version 2, which most tools read, or 3; or as a table. */
export const TERMBASE_FORMATS = ['tbx', 'tbx3', 'csv', 'tsv'] as const;

export type TermbaseFormat = (typeof TERMBASE_FORMATS)[number];

/** The entries of a termbase as a file, its text in pieces. */
export function termbaseText(store: Store, termbase: Termbase, format: TermbaseFormat): AsyncIterable<string> {
  const entries = pages((cursor) =>
    store.listEntries({ termbaseId: termbase.id }, { limit: 1_000, ...(cursor !== undefined && { cursor }) }),
  );
  if (format === 'csv' || format === 'tsv') return writeTermTable(entries, format);
  return writeTbx(conceptsOf(entries), { title: termbase.name, version: format === 'tbx' ? 2 : 3 });
}

async function* conceptsOf(entries: AsyncIterable<TermEntry>) {
  for await (const entry of entries) yield withTransactions(entry);
}
