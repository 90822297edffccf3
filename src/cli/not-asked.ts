import type { Store } from '../../memory/store/store.ts';
import type { Terminal } from './command.ts';
import { writeLine } from './command.ts';

/** Says on the error stream which databases of units what was found lacks. */
export function sayNotSearched(missing: readonly string[] | undefined, { stderr }: Pick<Terminal, 'stderr'>): void {
  if (missing !== undefined) writeLine(stderr, `Not searched: ${missing.join(', ')} cannot be reached.`);
}

/** Says on the error stream which databases of units what was counted lacks. */
export async function sayNotCounted(store: Pick<Store, 'away'>, { stderr }: Pick<Terminal, 'stderr'>): Promise<void> {
  const away = await store.away();
  if (away.length > 0) writeLine(stderr, `Not counted: ${away.join(', ')} cannot be reached.`);
}
