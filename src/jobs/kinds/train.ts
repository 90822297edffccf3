import { z } from 'zod';
import { learnLexicon } from '../../services/lexicon.ts';
import { kindOf } from '../kind.ts';

/** Learns the bilingual lexicon anew; stopped, the one before stays in use. */
export const train = kindOf({
  kind: 'train',
  input: z.strictObject({ memories: z.array(z.number().int()).exactOptional() }),
  run: ({ memories }, { store }, { report }) => learnLexicon(store, memories, report, Date.now),
});
