import { z } from 'zod';
import { filterOf, replacementFields, unitFilterFields } from '../../contract/management.ts';
import { replaceAll } from '../../services/management/replacement.ts';
import { kindOf } from '../kind.ts';

/** Replaces a text across a memory, as one batch. */
export const replace = kindOf({
  kind: 'replace',
  input: z.strictObject({ memory: z.number(), batch: z.number(), ...replacementFields, ...unitFilterFields }),
  run: ({ memory, batch, find, replacement, side, matchCase, wholeWords, ...filter }, { store }, { by, report }) =>
    replaceAll(
      store,
      batch,
      { ...filterOf(filter), memoryId: memory },
      { find, replacement, side, matchCase: matchCase === 'yes', wholeWords: wholeWords === 'yes' },
      () => ({ by, at: new Date().toISOString() }),
      report,
    ),
});
