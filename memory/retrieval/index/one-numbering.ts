import type { IndexStorage } from './index-port.ts';

/**
 * Does work that asks the index several times, once more where it was meanwhile replaced by one built anew: words have
 * other numbers there, and what was asked before and after does not go together.
 */
export async function inOneNumbering<T>(storage: Pick<IndexStorage, 'numbering'>, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const numbering = await storage.numbering();
    const result = await work();
    if ((await storage.numbering()) === numbering) return result;
  }
}
