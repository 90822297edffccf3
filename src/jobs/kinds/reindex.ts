import { z } from 'zod';
import { kindOf } from '../kind.ts';

/** Builds the index of all memories anew; stopped, the index is as it was, and the next goes on from there. */
export const reindex = kindOf({
  kind: 'reindex',
  input: z.strictObject({}),
  async run(_input, { store }, { report }) {
    const memories = await store.listMemories();
    const total = memories.reduce((sum, { unitCount }) => sum + unitCount, 0);
    let units = 0;
    report(0, total);
    await store.reindex((done) => {
      units = done;
      report(done, Math.max(done, total));
    });
    return { units };
  },
});
