import { CalqueError } from '../../model/errors.ts';
import type { LanguageTag } from '../../model/language.ts';
import { canonicalTag, languageOf } from '../../model/language.ts';

/** What people say of an entry in a column of its own. */
const FIELDS = ['subject', 'definition', 'note', 'source', 'partOfSpeech'] as const;
type FieldColumn = (typeof FIELDS)[number];

/**
 * What the columns of a table of terms hold, from the left: the terms of a language, their statuses (`fr status`), what is
 * said of the entry, or nothing of interest.
 */
export type TermColumn = LanguageTag | 'fr status' | 'en status' | FieldColumn | '-';

const NAMES: Readonly<Record<string, TermColumn>> = {
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  english: 'en',
  anglais: 'en',
  'statut fr': 'fr status',
  'statut en': 'en status',
  subject: 'subject',
  domain: 'subject',
  domaine: 'subject',
  definition: 'definition',
  définition: 'definition',
  note: 'note',
  notes: 'note',
  comment: 'note',
  commentaire: 'note',
  commentaires: 'note',
  remarque: 'note',
  remarques: 'note',
  source: 'source',
  'part of speech': 'partOfSpeech',
  partofspeech: 'partOfSpeech',
  pos: 'partOfSpeech',
  catégorie: 'partOfSpeech',
};

function columnOf(name: string): TermColumn | undefined {
  const plain = name.trim().toLowerCase();
  if (plain === '-' || plain === '') return '-';
  if (plain === 'fr status' || plain === 'en status') return plain;
  return Object.hasOwn(NAMES, plain) ? NAMES[plain] : canonicalTag(plain);
}

/**
 * Reads columns as they are named on a command line or in a form: `fr,en,definition`, `en-GB,-,fr`.
 * @throws CalqueError `bad-request` for a name unknown, for one that is there twice, and where no language is named
 */
export function parseTermColumns(text: string, where: string): readonly TermColumn[] {
  const columns = text.split(',').map((name) => {
    const column = columnOf(name);
    if (column !== undefined) return column;
    const known = ['fr', 'en', 'fr status', 'en status', ...FIELDS, '-'].join(', ');
    throw new CalqueError('bad-request', `${where}: “${name.trim().slice(0, 40)}” is none of ${known}.`, { where });
  });
  if (areWhole(columns)) return columns;
  throw new CalqueError('bad-request', `${where} must name fr or en, and no column twice.`, { where });
}

/** The columns that the first row of a table names, `undefined` where it is no head: no language in it. */
export function termColumnsOfHead(fields: readonly string[]): readonly TermColumn[] | undefined {
  const columns = fields.map((field) => columnOf(field) ?? '-');
  return areWhole(columns) ? columns : undefined;
}

function areWhole(columns: readonly TermColumn[]): boolean {
  const named = columns.filter((column) => column !== '-').map((column) => languageColumn(column) ?? column);
  return named.some((column) => column === 'fr' || column === 'en') && new Set(named).size === named.length;
}

/** The language of a column that holds terms. */
export function languageColumn(column: TermColumn): 'fr' | 'en' | undefined {
  const tag = canonicalTag(column);
  return tag && languageOf(tag);
}
