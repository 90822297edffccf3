import { z } from 'zod';
import { readOffers } from '../../../memory/formats/xliff/offers.ts';
import { kindOf } from '../kind.ts';

/** Reads what a large file offers for its segments. It is waited for and leaves no record. */
export const readOffersKind = kindOf({
  kind: 'read-offers',
  input: z.strictObject({ bytes: z.instanceof(Uint8Array), name: z.string() }),
  run: async ({ bytes, name }) => readOffers(bytes, name),
});
