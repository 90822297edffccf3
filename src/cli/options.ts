import type { z } from 'zod';
import { CalqueError } from '../../memory/model/errors.ts';
import { wording } from '../contract/wording.ts';

/** Options as the fields of a request have them: `published-from` as `publishedFrom`. */
export function inCamelCase(options: object): Readonly<Record<string, unknown>> {
  const camel = (name: string) => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return Object.fromEntries(Object.entries(options).map(([name, value]) => [camel(name), value]));
}

/**
 * Reads options by the schema of a request.
 * @param named what a field is called that is no option: `{ q: 'TEXT' }`
 * @param unknown what is said of an option that the request has not
 * @throws CalqueError `usage`, naming the option that is wrong
 */
export function parseOptions<T extends z.ZodType>(
  schema: T,
  given: object,
  named: Readonly<Record<string, string>> = {},
  unknown = 'is not taken here',
): z.output<T> {
  const parsed = schema.safeParse(given, { error: wording });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = String(issue?.code === 'unrecognized_keys' ? issue.keys[0] : (issue?.path[0] ?? ''));
  const option = named[field] ?? `--${field.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
  const message = issue?.code === 'unrecognized_keys' ? unknown : issue?.message;
  throw new CalqueError('usage', `${option} ${message}.`, { where: option });
}
