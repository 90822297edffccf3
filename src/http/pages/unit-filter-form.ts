import { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { type GivenFilters, unitFilterFields } from '../../contract/management.ts';
import { wording } from '../../contract/wording.ts';

const filters = z.object(unitFilterFields);
const NAMES = Object.keys(unitFilterFields);

/** The names of the fields that filter units. */
export const FILTER_FIELDS: readonly string[] = NAMES;

/**
 * The filters among the fields of a form; those a person left empty are none.
 * @throws CalqueError `bad-request`, naming the fields that are wrong
 */
export function filtersIn(fields: Readonly<Record<string, string | undefined>>): GivenFilters {
  const given = Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = fields[name]?.trim() ?? '';
      return value === '' ? [] : [[name, value] as const];
    }),
  );
  const parsed = filters.safeParse(given, { error: wording });
  if (parsed.success) return given;
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
  throw new CalqueError('bad-request', 'The filters are not of the expected form.', { issues });
}

/** The same as they are asked for. */
export function readFilters(given: GivenFilters): z.output<typeof filters> {
  return filters.parse(given);
}
