import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Memory } from '../../memory/model/unit.ts';
import type { PageContext } from '../assets.ts';

const Context = createContext<PageContext['may'] | undefined>(undefined);

export const MayProvider = Context.Provider;

/** Whether whoever reads may act in a role. The page itself, which is around its layout, asks its `context`. */
export function useMay(): PageContext['may'] {
  const may = useContext(Context);
  if (may === undefined) throw new Error('This part stands outside a page.');
  return may;
}

/** Whether whoever reads cannot change the units of a memory. */
export function useFixed(memory: Memory): boolean {
  const may = useMay();
  return isFixed(memory, may);
}

/** The same, for a page itself. */
export function isFixed({ id, readOnly }: Memory, may: PageContext['may']): boolean {
  return readOnly || !may('reviewer', { memory: id });
}
