import { z } from 'zod';

/** What was not searched, where units lie in several databases. */
export const missing = z
  .array(z.string())
  .readonly()
  .exactOptional()
  .describe('Databases of units that did not answer: what they hold is not among what was found');
