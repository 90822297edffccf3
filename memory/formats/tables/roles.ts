import { CalqueError } from '../../model/errors.ts';
import type { LanguageTag } from '../../model/language.ts';
import { canonicalTag, languageOf } from '../../model/language.ts';

/** What the columns of a table hold, from the left: a language, the document the pair is from, a note, or nothing of interest. */
export type ColumnRole = LanguageTag | 'origin' | 'note' | '-';

/** Names that people give to columns. Anything else that is a language tag is taken as one. */
const NAMES: Readonly<Record<string, ColumnRole>> = {
  french: 'fr',
  français: 'fr',
  francais: 'fr',
  english: 'en',
  anglais: 'en',
  origin: 'origin',
  document: 'origin',
  title: 'origin',
  titre: 'origin',
  note: 'note',
  notes: 'note',
  comment: 'note',
  commentaire: 'note',
  commentaires: 'note',
  remarque: 'note',
  remarques: 'note',
};

function roleOf(name: string): ColumnRole | undefined {
  const plain = name.trim().toLowerCase();
  if (plain === '-' || plain === '') return '-';
  return Object.hasOwn(NAMES, plain) ? NAMES[plain] : canonicalTag(plain);
}

/**
 * Reads roles as they are named on a command line or in a form: `en,fr,origin`, `fr-CA,-,en,note`.
 * @throws CalqueError `bad-request` unless exactly one is French and one English, and no other is there twice
 */
export function parseRoles(text: string, where: string): readonly ColumnRole[] {
  const roles = text.split(',').map((name) => {
    const role = roleOf(name);
    if (role !== undefined) return role;
    const message = `${where}: “${name.trim().slice(0, 40)}” is not fr, en, origin, note or -.`;
    throw new CalqueError('bad-request', message, { where });
  });
  if (areWhole(roles)) return roles;
  throw new CalqueError('bad-request', `${where} must name fr and en once each, origin and note at most once.`, {
    where,
  });
}

/** The roles that the first row of a table names, `undefined` where it is no head: no French or no English in it. */
export function rolesOfHead(fields: readonly string[]): readonly ColumnRole[] | undefined {
  const roles = fields.map((field) => roleOf(field) ?? '-');
  return areWhole(roles) ? roles : undefined;
}

/** Whether French and English are named once each, and the others at most once. */
function areWhole(roles: readonly ColumnRole[]): boolean {
  const count = (kind: string) => roles.filter((role) => kindOf(role) === kind).length;
  return count('fr') === 1 && count('en') === 1 && count('origin') <= 1 && count('note') <= 1;
}

export function kindOf(role: ColumnRole): 'fr' | 'en' | 'origin' | 'note' | '-' {
  return role === 'origin' || role === 'note' || role === '-' ? role : languageOf(role);
}
