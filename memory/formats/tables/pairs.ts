import { CalqueError } from '../../model/errors.ts';
import { contentFromText } from '../../model/inline.ts';
import type { Language, LanguageTag } from '../../model/language.ts';
import type { ImportEntry, ImportOptions } from '../import-entry.ts';
import type { TableRecord } from './record.ts';
import type { ColumnRole } from './roles.ts';
import { kindOf, rolesOfHead } from './roles.ts';

/**
 * The pairs in the rows of a table.
 * @param stated what the columns hold; read from the first row where absent. A first row that names the languages is
 *   no pair in either case.
 * @throws CalqueError `missing-side` where neither says which column is French and which English
 */
export async function* readPairs(
  records: AsyncIterable<TableRecord>,
  stated: readonly ColumnRole[] | undefined,
  options: ImportOptions,
): AsyncGenerator<ImportEntry> {
  let roles = stated;
  let isFirst = true;
  for await (const { line, fields } of records) {
    if (isFirst) {
      isFirst = false;
      const head = rolesOfHead(fields);
      roles ??= head;
      if (head) continue;
    }
    if (!roles) {
      const message = `${options.name} does not say which column is French and which English: name the columns, or begin with a row of fr, en.`;
      throw new CalqueError('missing-side', message, { where: options.name, line });
    }
    yield readRecord(line, fields, roles, options);
  }
}

function readRecord(
  line: number,
  fields: readonly string[],
  roles: readonly ColumnRole[],
  { source }: ImportOptions,
): ImportEntry {
  const place = (kind: string) => roles.findIndex((role) => kindOf(role) === kind);
  const field = (kind: string) => (fields[place(kind)] ?? '').trim();
  const tag = (language: Language) => roles[place(language)] as LanguageTag;
  const refused = (reason: string): ImportEntry => ({ kind: 'refused', line, reason });
  const [fr, en] = [field('fr'), field('en')];
  if (fr === '' || en === '') return refused(`Its ${fr === '' ? 'French' : 'English'} side is empty.`);
  if (fr.includes('\0') || en.includes('\0')) return refused('It holds a NUL character.');
  const [origin, note] = [field('origin'), field('note')];
  return {
    kind: 'unit',
    line,
    unit: {
      fr: { language: tag('fr'), content: contentFromText(fr) },
      en: { language: tag('en'), content: contentFromText(en) },
      origin: { kind: 'import', source },
      status: 'confirmed',
      ...(note !== '' && { note }),
    },
    ...(origin !== '' && { place: { document: origin, provenance: { title: origin } } }),
  };
}
