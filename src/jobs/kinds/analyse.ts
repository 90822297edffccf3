import { z } from 'zod';
import { analyseProject } from '../../services/analysis.ts';
import { kindOf } from '../kind.ts';

/** Measures a project. Begun again, it begins anew; what was measured before stays until it is done. */
export const analyse = kindOf({
  kind: 'analyse',
  input: z.strictObject({ project: z.number() }),
  async run({ project }, { store, lookup }, { report }) {
    const { bands, issueCount } = await analyseProject(store, lookup, project, new Date().toISOString(), report);
    return { bands, issueCount };
  },
});
