import type { z } from 'zod';

/** What each type that JSON has is called. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
};

/**
 * Says what is wrong with a value in words that follow its name: `body.title` `is longer than 300 characters`.
 * A schema’s own words go first; what has none here is said by zod.
 */
export const wording: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.length > 1 ? 'one of ' : ''}${issue.values.join(', ')}`;
    case 'invalid_union':
      return 'is not of a form that is taken';
    case 'unrecognized_keys':
      return `has no ${issue.keys.map((key) => `“${key.slice(0, 40)}”`).join(', ')}`;
    case 'too_big':
      return amount(issue.origin, `${issue.maximum}`, 'at most');
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'is empty';
      return amount(issue.origin, `${issue.minimum}`, issue.inclusive === false ? 'more than' : 'at least');
    default:
      return undefined;
  }
};

function amount(origin: string, bound: string, relation: string): string {
  if (origin === 'string') return `must have ${relation} ${bound} characters`;
  return origin === 'array' ? `must have ${relation} ${bound} entries` : `must be ${relation} ${bound}`;
}
