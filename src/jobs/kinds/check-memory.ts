import { z } from 'zod';
import { checkMemory } from '../../services/management/health.ts';
import { kindOf } from '../kind.ts';

/** Looks at every unit of a memory. Begun again, it begins anew; what was found before stays until it is done. */
export const checkMemoryKind = kindOf({
  kind: 'check-memory',
  input: z.strictObject({ memory: z.number() }),
  async run({ memory }, parts, { report }) {
    const { units, found } = await checkMemory(parts, memory, new Date().toISOString(), report);
    return { units, found: Object.fromEntries(Object.entries(found).map(([kind, { count }]) => [kind, count])) };
  },
});
