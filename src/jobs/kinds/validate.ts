import { z } from 'zod';
import { validationHere } from '../../services/validation.ts';
import { kindOf } from '../kind.ts';

/** Says what is wrong with a large file. It is waited for and leaves no record. */
export const validate = kindOf({
  kind: 'validate',
  input: z.strictObject({ bytes: z.instanceof(Uint8Array), name: z.string() }),
  run: ({ bytes, name }) => validationHere.faults(bytes, name),
});
