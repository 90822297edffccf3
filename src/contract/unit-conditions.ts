import { z } from 'zod';
import type { UnitConditions } from '../../memory/model/concordance.ts';
import { timeOf } from '../../memory/text/calendar.ts';
import { partialDate, status } from './values.ts';

const part = z.string().min(1).max(300).exactOptional();

/** What a unit must be besides saying something: the same filters wherever units are searched. */
export const unitConditionFields = {
  status: status.exactOptional(),
  origin: z
    .enum(['human', 'match', 'machine', 'alignment', 'import'])
    .exactOptional()
    .describe('How the target came to be'),
  publication: part.describe('Part of the publication’s name, whatever the case and accents'),
  translator: part.describe('Part of the translator’s name, likewise'),
  publishedFrom: partialDate.exactOptional(),
  publishedTo: partialDate.exactOptional(),
  changedFrom: partialDate.exactOptional().describe('In UTC'),
  changedTo: partialDate.exactOptional().describe('In UTC'),
  originalLanguage: z.enum(['fr', 'en']).exactOptional().describe('The side that was written first'),
  flagged: z.enum(['yes', 'no']).exactOptional(),
};

type UnitConditionFields = z.output<z.ZodObject<typeof unitConditionFields>>;

/** The conditions that fields of a request ask for; other fields are left out. */
export function conditionsOf(fields: UnitConditionFields): UnitConditions {
  const { status: standing, origin, publication, translator, publishedFrom, publishedTo, originalLanguage } = fields;
  const { changedFrom, changedTo, flagged } = fields;
  return {
    ...(standing !== undefined && { status: standing }),
    ...(origin !== undefined && { origin }),
    ...(publication !== undefined && { publication }),
    ...(translator !== undefined && { translator }),
    ...(publishedFrom !== undefined && { publishedFrom }),
    ...(publishedTo !== undefined && { publishedTo }),
    ...(originalLanguage !== undefined && { originalLanguage }),
    ...(changedFrom !== undefined && { changedFrom: timeOf(changedFrom).from.toISOString() }),
    ...(changedTo !== undefined && { changedBefore: timeOf(changedTo).before.toISOString() }),
    ...(flagged !== undefined && { flagged: flagged === 'yes' }),
  };
}
