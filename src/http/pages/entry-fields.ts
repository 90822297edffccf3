import type { EntryChange, EntryView, GivenTerm } from '../../../memory/model/edit-entry.ts';
import { ENTRY_FIELDS, TERM_FIELDS } from '../../../memory/model/edit-entry.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { canonicalTag } from '../../../memory/model/language.ts';
import type { FormState } from '../../../views/pages/form.ts';
import { termEntryChange } from '../../contract/termbases.ts';
import { wording } from '../../contract/wording.ts';

type Fields = Readonly<Record<string, string>>;

/** What a row of the form says of its term. */
const ROW_FIELDS = ['text', 'language', 'status', ...TERM_FIELDS] as const;
/** What makes a row more than room for a term. */
const WRITTEN = ['text', ...TERM_FIELDS] as const;
/** Rows that a form has at most, as an entry has terms. */
const MOST_ROWS = 100;

/** Room for a term in each language. */
export const NEW_ENTRY: FormState = {
  values: { terms: '2', 'terms.0.language': 'fr', 'terms.1.language': 'en' },
  faults: [],
};

/** An entry as the form’s fields. Terms in other languages are not among them. */
export function fieldsOfEntry(entry: EntryView): Fields {
  const terms = entry.terms.filter(({ language }) => canonicalTag(language) !== undefined);
  const values: Record<string, string> = { terms: String(terms.length) };
  for (const field of ENTRY_FIELDS) values[field] = entry[field] ?? '';
  for (const [row, term] of terms.entries()) {
    for (const field of ROW_FIELDS) values[`terms.${row}.${field}`] = term[field] ?? '';
    values[`terms.${row}.place`] = String(term.place);
  }
  return values;
}

/** The same form with room for one more term, in the language that has fewer. */
export function withRow(fields: Fields): FormState {
  const rows = rowsOf(fields);
  if (rows.length >= MOST_ROWS) return { values: fields, faults: [] };
  const english = rows.filter((row) => fields[`terms.${row}.language`]?.startsWith('en')).length;
  const language = english * 2 < rows.length ? 'en' : 'fr';
  const added = { terms: String(rows.length + 1), [`terms.${rows.length}.language`]: language };
  return { values: { ...fields, ...added }, faults: [] };
}

/** The names of a form's fields, for its faults. */
export function namesIn(fields: Fields): readonly string[] {
  return [...ENTRY_FIELDS, ...rowsOf(fields).flatMap((row) => ROW_FIELDS.map((field) => `terms.${row}.${field}`))];
}

/**
 * What a form says of an entry; rows that nothing was written in are none.
 * @throws CalqueError `bad-request` or `unknown-language`, naming the fields
 */
export function entryIn(fields: Fields): EntryChange {
  const taken = rowsOf(fields).filter((row) => isTerm(fields, row));
  const given = {
    version: 1,
    ...Object.fromEntries(ENTRY_FIELDS.map((field) => [field, textIn(fields, field)])),
    terms: taken.map((row) => termIn(fields, row)),
  };
  const parsed = termEntryChange.safeParse(given, { error: wording });
  if (parsed.success) {
    const { version: _, ...change } = parsed.data;
    return change;
  }
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: fieldAt(path, taken), message }));
  throw new CalqueError('bad-request', 'The entry is not of the expected form.', { issues });
}

/** The error with its place in the form, where rows that were left out count too. */
export function inRows(error: CalqueError, fields: Fields): CalqueError {
  const { where, ...details } = error.details;
  if (where === undefined) return error;
  const taken = rowsOf(fields).filter((row) => isTerm(fields, row));
  return new CalqueError(error.code, error.message, { ...details, where: fieldAt(where.split('.'), taken) });
}

function rowsOf(fields: Fields): readonly number[] {
  const count = Math.min(Math.max(0, Math.trunc(Number(fields['terms'] ?? 0)) || 0), MOST_ROWS);
  return Array.from({ length: count }, (_, row) => row);
}

function isTerm(fields: Fields, row: number): boolean {
  if (fields[`terms.${row}.drop`] === 'yes') return false;
  const isNew = (fields[`terms.${row}.place`] ?? '') === '';
  return !isNew || WRITTEN.some((field) => textIn(fields, `terms.${row}.${field}`) !== '');
}

function termIn(fields: Fields, row: number): Readonly<Partial<Record<keyof GivenTerm, string | number>>> {
  const said = ROW_FIELDS.map((field) => [field, textIn(fields, `terms.${row}.${field}`)] as const);
  const place = fields[`terms.${row}.place`] ?? '';
  return {
    ...Object.fromEntries(said.filter(([field, text]) => field !== 'status' || text !== '')),
    ...(place !== '' && { place: Number(place) }),
  };
}

function textIn(fields: Fields, name: string): string {
  return (fields[name] ?? '').replaceAll('\r\n', '\n').trim();
}

/** `terms.1.text` of what was sent on, in the rows of the form. */
function fieldAt(path: readonly PropertyKey[], taken: readonly number[]): string {
  const [first, place, ...rest] = path.map(String);
  if (first !== 'terms' || place === undefined) return first ?? '';
  return ['terms', String(taken[Number(place)] ?? place), ...(rest.length > 0 ? rest : ['text'])].join('.');
}
