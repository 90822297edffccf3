/** What a column of a table can hold, as the server has it. */
export const ROLES = ['-', 'fr', 'en', 'origin', 'note'] as const;

export type Role = (typeof ROLES)[number];

/** The roles in `fr-CA,en,-`; what is a language of a region is shown as that language. */
export function rolesIn(columns: string, width: number): readonly Role[] {
  const given = columns.split(',').map((name) => roleOf(name.trim().toLowerCase()));
  return Array.from({ length: width }, (_, index) => given[index] ?? '-');
}

function roleOf(name: string): Role {
  const language = name.split('-')[0];
  return ROLES.find((role) => role === name) ?? (language === 'fr' || language === 'en' ? language : '-');
}

/** The roles once one column has another: every role but “nothing” is of one column alone. */
export function withRole(roles: readonly Role[], column: number, role: Role): readonly Role[] {
  return roles.map((present, index) => (index === column ? role : present === role ? '-' : present));
}

export function areWhole(roles: readonly Role[]): boolean {
  return roles.includes('fr') && roles.includes('en');
}

/** Tables with the same first row, or of as many columns where that is no head, are taken to be alike. */
export function likeness(rows: readonly (readonly string[])[], isNamed: boolean): string {
  const [first = []] = rows;
  return isNamed ? `head ${first.join('\t').slice(0, 500)}` : `${first.length} columns`;
}
