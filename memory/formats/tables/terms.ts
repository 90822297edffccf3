import type { EntryChange, GivenTerm } from '../../model/edit-entry.ts';
import { ENTRY_FIELDS, newConcept, viewOf } from '../../model/edit-entry.ts';
import { CalqueError } from '../../model/errors.ts';
import type { LanguageTag } from '../../model/language.ts';
import { canonicalTag, languageOf } from '../../model/language.ts';
import type { TermStatus } from '../../model/term-status.ts';
import { TERM_STATUSES } from '../../model/term-status.ts';
import type { TermEntry } from '../../model/termbase.ts';
import { exactCsvLine, tsvLine } from '../csv.ts';
import type { TermFileEntry } from '../term-entry.ts';
import type { TableRecord } from './record.ts';
import type { TermColumn } from './term-columns.ts';
import { languageColumn, termColumnsOfHead } from './term-columns.ts';
import { writeWorkbook } from './xlsx.ts';

/** What stands between terms of one language in a cell, and between their statuses. */
const BETWEEN = '|';

/**
 * The entries in the rows of a table of terms, a row each. A cell may hold several terms with `|` between them.
 * @param stated what the columns hold; read from the first row where absent. A first row that names the languages is no
 *   entry in either case.
 * @throws CalqueError `missing-side` where neither says which column holds the terms
 */
export async function* readTermTable(
  records: AsyncIterable<TableRecord>,
  stated: readonly TermColumn[] | undefined,
  name: string,
): AsyncGenerator<TermFileEntry> {
  let columns = stated;
  let isFirst = true;
  for await (const { line, fields } of records) {
    if (isFirst) {
      isFirst = false;
      const head = termColumnsOfHead(fields);
      columns ??= head;
      if (head) continue;
    }
    if (!columns) {
      const message = `${name} does not say which columns hold terms: name the columns, or begin with a row of fr, en.`;
      throw new CalqueError('missing-side', message, { where: name, line });
    }
    yield readRecord(line, fields, columns);
  }
}

function readRecord(line: number, fields: readonly string[], columns: readonly TermColumn[]): TermFileEntry {
  const refused = (reason: string): TermFileEntry => ({ kind: 'refused', line, reason });
  if (fields.some((field) => field.includes('\0'))) return refused('It holds a NUL character.');
  const cell = (column: string) => (fields[columns.indexOf(column as TermColumn)] ?? '').trim();
  const terms: GivenTerm[] = [];
  for (const [index, column] of columns.entries()) {
    const language = languageColumn(column);
    if (language === undefined) continue;
    const statuses = cell(`${language} status`).split(BETWEEN).map(statusOf);
    if (statuses.includes(null)) return refused(`Its ${language} status is none of ${TERM_STATUSES.join(', ')}.`);
    const written = (fields[index] ?? '').split(BETWEEN).map((text) => text.trim());
    terms.push(
      ...written.flatMap((text, place) => termOf(column as LanguageTag, text, statuses[place] ?? undefined, cell)),
    );
  }
  if (terms.length === 0) return refused('It has no term.');
  const said: EntryChange = Object.fromEntries(
    ENTRY_FIELDS.flatMap((field) => (cell(field) === '' ? [] : [[field, cell(field)]])),
  );
  return { kind: 'concept', line, entry: { concept: newConcept({ ...said, terms }) } };
}

function termOf(
  language: LanguageTag,
  text: string,
  status: TermStatus | undefined,
  cell: (column: string) => string,
): readonly GivenTerm[] {
  if (text === '') return [];
  const partOfSpeech = cell('partOfSpeech');
  return [{ language, text, ...(status && { status }), ...(partOfSpeech && { partOfSpeech }) }];
}

/** What a cell says of a term’s use; `undefined` for nothing, `null` for what is not known. */
function statusOf(text: string): TermStatus | undefined | null {
  const plain = text.trim().toLowerCase();
  if (plain === '') return undefined;
  return TERM_STATUSES.find((status) => status === plain) ?? null;
}

const HEAD = ['fr', 'fr status', 'en', 'en status', 'part of speech', ...ENTRY_FIELDS] as const;

/**
 * French and English terms as comma-separated values, with a mark that spreadsheets know UTF-8 by, or as tab-separated
 * text. What a table has no column for, such as other languages and notes on single terms, is left out.
 */
export async function* writeTermTable(entries: Entries, kind: 'csv' | 'tsv'): AsyncGenerator<string> {
  const line = kind === 'csv' ? exactCsvLine : tsvLine;
  yield (kind === 'csv' ? '\u{FEFF}' : '') + line(HEAD);
  for await (const row of rowsOf(entries)) yield line(row);
}

/** As {@link writeTermTable}, as an Excel workbook. */
export function writeTermWorkbook(entries: Entries): Promise<Uint8Array> {
  return writeWorkbook(HEAD, rowsOf(entries));
}

type Entries = AsyncIterable<TermEntry> | Iterable<TermEntry>;

async function* rowsOf(entries: Entries): AsyncGenerator<readonly string[]> {
  for await (const { concept } of entries) {
    const { terms, ...said } = viewOf(concept);
    const ofLanguage = (language: 'fr' | 'en') =>
      terms.filter((term) => {
        const tag = canonicalTag(term.language);
        return tag !== undefined && languageOf(tag) === language;
      });
    const [fr, en] = [ofLanguage('fr'), ofLanguage('en')];
    if (fr.length + en.length === 0) continue;
    yield [
      ...[fr, en].flatMap((some) => [
        some.map(({ text }) => text.replaceAll(BETWEEN, '/')).join(` ${BETWEEN} `),
        some.map(({ status }) => status).join(` ${BETWEEN} `),
      ]),
      [...fr, ...en].find(({ partOfSpeech }) => partOfSpeech)?.partOfSpeech ?? '',
      ...ENTRY_FIELDS.map((field) => said[field] ?? ''),
    ];
  }
}
