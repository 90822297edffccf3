import type { TestOptions } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Why a test was skipped; printed at the end of the run. */
    skipReason?: string;
  }
}

/**
 * Options of a test or a whole `describe` that runs only where `condition` holds. The run prints the reason:
 *
 *     it('reads the real article', skipUnless(existsSync(path), 'needs the article'), () => { … });
 *
 * Inside a running test, `context.skip(reason)` of Vitest does the same.
 */
export function skipUnless(condition: boolean, reason: string): TestOptions {
  return condition ? {} : { skip: true, meta: { skipReason: reason } };
}
