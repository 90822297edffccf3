/** What a column of a table can hold, as the server has it: of a table of units, and of one of terms. */
export const ROLES = {
  units: ['-', 'fr', 'en', 'origin', 'note'],
  terms: ['-', 'fr', 'en', 'fr status', 'en status', 'partOfSpeech', 'subject', 'definition', 'note', 'source'],
} as const;

export type TableKind = keyof typeof ROLES;

export type Role = (typeof ROLES)[TableKind][number];

/** The roles in `fr-CA,en,-`; what is a language of a region is shown as that language. */
export function rolesIn(columns: string, width: number, kind: TableKind): readonly Role[] {
  const given = columns.split(',').map((name) => roleOf(name.trim().toLowerCase(), kind));
  return Array.from({ length: width }, (_, index) => given[index] ?? '-');
}

function roleOf(name: string, kind: TableKind): Role {
  const language = name.split('-')[0];
  const known = ROLES[kind].find((role) => role.toLowerCase() === name);
  return known ?? (language === 'fr' || language === 'en' ? language : '-');
}

/** The roles once one column has another: every role but “nothing” is of one column alone. */
export function withRole(roles: readonly Role[], column: number, role: Role): readonly Role[] {
  return roles.map((present, index) => (index === column ? role : present === role ? '-' : present));
}

/** Whether the columns are named that must be: both languages of units, at least one of terms. */
export function areWhole(roles: readonly Role[], kind: TableKind): boolean {
  const [french, english] = [roles.includes('fr'), roles.includes('en')];
  return kind === 'units' ? french && english : french || english;
}

/** Tables with the same first row, or of as many columns where that is no head, are taken to be alike. */
export function likeness(rows: readonly (readonly string[])[], isNamed: boolean): string {
  const [first = []] = rows;
  return isNamed ? `head ${first.join('\t').slice(0, 500)}` : `${first.length} columns`;
}
