import { z } from 'zod';
import { extractTerms } from '../../services/terms/term-extraction.ts';
import { kindOf } from '../kind.ts';

/** Finds pairs of terms in a memory. Begun again, it reads the memory from its start and puts what it finds in one piece. */
export const extractTermsKind = kindOf({
  kind: 'extract-terms',
  input: z.strictObject({ termbase: z.number(), memory: z.number(), fewestUnits: z.number().exactOptional() }),
  run: ({ termbase, memory, ...wish }, { store }, { report }) =>
    extractTerms(store, { termbaseId: termbase, memoryId: memory, ...wish }, report),
});
