import type { KindInput, KindName, KindResult } from '../jobs/kinds/kinds.ts';
import { runHere } from '../jobs/run.ts';
import type { Installation, Terminal } from './command.ts';
import { progressBar } from './progress.ts';

/**
 * Does here what the server would do as a job of that kind, and shows how far it is.
 * @param what the units of work, for people
 */
export async function doWork<K extends KindName>(
  kind: K,
  input: KindInput<K>,
  installation: Installation,
  { terminal, what, json }: { readonly terminal: Terminal; readonly what: string; readonly json: boolean },
): Promise<KindResult<K>> {
  const { report, end } = progressBar(terminal, what, json);
  try {
    const { signal } = new AbortController();
    return await runHere(kind, input, installation, { by: 'local', signal, report, keep: () => {} });
  } finally {
    end();
  }
}
