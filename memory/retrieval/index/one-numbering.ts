import type { IndexStorage } from './index-port.ts';

type Numbering = Pick<IndexStorage, 'numbering'>;

/** What each storage said last: mostly it holds still, and need not be asked before the work as well as after. */
const last = new WeakMap<Numbering, number>();

/**
 * Does work that asks the index several times, once more where it was meanwhile replaced by one built anew: words have
 * other numbers there, and what was asked before and after does not go together. Numberings only rise, so one that is the
 * same as some time before the work was the same all through it.
 */
export async function inOneNumbering<T>(storage: Numbering, work: () => Promise<T>): Promise<T> {
  for (;;) {
    const before = last.get(storage) ?? (await storage.numbering());
    const result = await work();
    const after = await storage.numbering();
    last.set(storage, after);
    if (after === before) return result;
  }
}
