import { z } from 'zod';

const rules = {
  monthlyLimit: z
    .number()
    .int()
    .min(0)
    .max(1_000_000_000)
    .exactOptional()
    .describe('Characters that may be sent in a month; as many as are wanted when absent'),
  formality: z.enum(['default', 'more', 'less']).default('default'),
  below: z
    .number()
    .int()
    .min(1)
    .max(101)
    .exactOptional()
    .describe('A segment whose best match is below this rate is translated without being asked for; none when absent'),
  terms: z
    .boolean()
    .default(true)
    .describe('Send the terms of the termbases along, to be followed: as a glossary that the service keeps'),
};

export const machineRules = z.strictObject(rules);

export const machineStanding = z
  .object({
    ...rules,
    formality: z.enum(['default', 'more', 'less']),
    terms: z.boolean(),
    engine: z.string().exactOptional().describe('The service; absent where none is set up'),
    month: z.string(),
    spent: z.number().describe('Characters sent this month'),
  })
  .meta({ id: 'MachineStanding' });
