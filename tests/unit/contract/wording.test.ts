import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { wording } from '../../../src/contract/wording.ts';

function said(schema: z.ZodType, value: unknown): readonly string[] {
  const parsed = schema.safeParse(value, { error: wording });
  return parsed.error?.issues.map(({ message }) => message) ?? [];
}

describe('wording', () => {
  it.each<[z.ZodType, unknown, string]>([
    [z.string(), undefined, 'is missing'],
    [z.string(), null, 'must be text'],
    [z.boolean(), 'yes', 'must be true or false'],
    [z.object({}), [], 'must be an object'],
    [z.array(z.string()), {}, 'must be a list'],
    [z.coerce.number(), 'abc', 'must be a number'],
    [z.number().int(), 1.5, 'must be a whole number'],
    [z.string().min(1), '', 'is empty'],
    [z.string().min(3), 'a', 'must have at least 3 characters'],
    [z.string().max(3), 'abcd', 'must have at most 3 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1 entries'],
    [z.number().min(50), 7, 'must be at least 50'],
    [z.number().positive(), 0, 'must be more than 0'],
    [z.number().max(101), 102, 'must be at most 101'],
    [z.enum(['tmx', 'text']), 'pdf', 'must be one of tmx, text'],
    [z.literal('ok'), 'no', 'must be ok'],
    [z.union([z.string(), z.number()]), true, 'is not of a form that is taken'],
    [z.strictObject({}), { memori: 1 }, 'has no “memori”'],
  ])('says of %o what is wrong with %j', (schema, value, message) => {
    expect(said(schema, value)).toEqual([message]);
  });

  it('lets a schema’s own words stand', () => {
    expect(said(z.string().regex(/^\d+$/, 'must be digits'), 'a')).toEqual(['must be digits']);
  });
});
