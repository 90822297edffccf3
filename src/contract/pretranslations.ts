import { z } from 'zod';
import { bodyId, id } from './values.ts';

const rules = {
  adapted: z.boolean().default(true).describe('Fill with adapted matches: numbers, dates or names exchanged'),
  fuzzy: z
    .number()
    .int()
    .min(50)
    .max(99)
    .exactOptional()
    .describe('Fill with fuzzy matches from this rate; with none when absent'),
  machine: z.boolean().default(false).describe('Fill with machine translation what no match fills, which may cost'),
};

/** What may be put into empty targets; context and 100 % matches always may. */
export const pretranslationRules = z.strictObject(rules);

const yesNo = z.enum(['yes', 'no']);

/** The body is the XLIFF itself. */
export const filePretranslation = z.strictObject({
  name: z.string().trim().min(1).max(200).default('The body').describe('The name of the file'),
  adapted: yesNo.default('yes').describe(rules.adapted.description ?? ''),
  fuzzy: z.coerce
    .number()
    .int()
    .min(50)
    .max(99)
    .exactOptional()
    .describe(rules.fuzzy.description ?? ''),
  machine: yesNo.default('no').describe(rules.machine.description ?? ''),
  candidates: yesNo.default('yes').describe('Write what was found beside the segments, with where it comes from'),
  memory: z
    .union([id.transform((one) => [one]), z.array(id)])
    .exactOptional()
    .describe('The memories looked up, the parameter once for each; every memory when absent'),
});

/** What a job of this kind works on. */
export const projectPretranslation = z.strictObject({
  ...rules,
  document: bodyId.exactOptional().describe('One document of the project; all when absent'),
});
