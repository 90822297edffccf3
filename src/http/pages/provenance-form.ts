import { CalqueError } from '../../../memory/model/errors.ts';
import type { Provenance } from '../../../memory/model/provenance.ts';
import { provenance } from '../../contract/values.ts';
import { wording } from '../../contract/wording.ts';

/** The fields of a form that state a provenance, by the names they have in it. */
export const PROVENANCE_FIELDS = ['title', 'publication', 'publishedOn', 'url'] as const;

/**
 * The provenance a form states; empty fields state nothing.
 * @throws CalqueError `bad-request` naming each field that is wrong
 */
export function readProvenanceFields(fields: Readonly<Record<string, string>>): Provenance {
  const stated = PROVENANCE_FIELDS.flatMap((field) => {
    const value = fields[field]?.trim() ?? '';
    return value === '' ? [] : [[field, value] as const];
  });
  const parsed = provenance.safeParse(Object.fromEntries(stated), { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({
    where: String(path[0]),
    message: sentence(String(path[0]), message),
  }));
  throw new CalqueError('bad-request', 'The provenance is not as expected.', { issues });
}

const LABELS: Readonly<Record<string, string>> = {
  title: 'The title',
  publication: 'The publication',
  publishedOn: 'The date',
  url: 'The web address',
};

function sentence(field: string, message: string): string {
  return `${LABELS[field] ?? field} ${message}.`;
}
