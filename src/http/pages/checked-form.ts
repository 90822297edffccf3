import type { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import { wording } from '../../contract/wording.ts';

/**
 * What a form says, as the API takes it.
 * @throws CalqueError `bad-request` naming every field that is wrong
 */
export function checkedForm<T extends z.ZodType>(schema: T, given: unknown): z.output<T> {
  const parsed = schema.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }));
  throw new CalqueError('bad-request', 'The form is not filled in as is expected.', { issues });
}
