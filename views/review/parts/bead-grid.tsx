import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Language } from '../../../memory/model/language.ts';
import { reveal } from '../../editor/parts/reveal.ts';
import type { Session } from '../session.ts';
import { beadKey, markedPlace, type OpenPage, storedBeads } from '../state/state.ts';
import { BeadRow } from './bead-row.tsx';
import { useSurroundings } from './context.ts';
import { BLOCK_SIZE, useBlocksInView } from './use-blocks-in-view.ts';

/** A table whose cells the arrows move the focus through is a grid to screen readers. */
const GRID = { role: 'grid' } as const;

/**
 * The beads, French beside English, as one grid: the arrows go from bead to bead and side to side, and one cell at a
 * time takes part in the order of Tab. Blocks of rows out of view are not drawn, so thousands of beads stay fluid.
 */
export function BeadGrid({ state }: { readonly state: OpenPage }): VNode {
  const { session, messages } = useSurroundings();
  const grid = useRef<HTMLTableElement>(null);
  const { reviewing, active, side, editing, moved, news } = state;
  const { beads } = reviewing.state;
  const blocks = Math.ceil(beads.length / BLOCK_SIZE);
  const activeBlock = Math.floor(active / BLOCK_SIZE);
  const { drawn, heightOf } = useBlocksInView(grid, blocks, activeBlock);
  const marked = markedPlace(state);
  const stored = useMemo(() => storedBeads(news, beads), [news, beads]);

  useFocusKept(grid, state);
  useClicks(grid, session);

  return (
    <table class="beads" {...GRID} aria-label={messages.grid.label} aria-rowcount={beads.length + 1} ref={grid}>
      <thead>
        <tr class="beads-head" aria-rowindex={1}>
          <th scope="col">{messages.grid.column.number}</th>
          <th scope="col">{messages.sides.fr}</th>
          <th scope="col">{messages.sides.en}</th>
          <th scope="col">{messages.grid.column.state}</th>
        </tr>
      </thead>
      {Array.from({ length: blocks }, (_, block) => (
        <tbody key={block} data-block={block}>
          {drawn.has(block) ? (
            beads.slice(block * BLOCK_SIZE, (block + 1) * BLOCK_SIZE).map((bead, position) => {
              const place = block * BLOCK_SIZE + position;
              const isActive = place === active;
              return (
                <BeadRow
                  key={beadKey(bead)}
                  bead={bead}
                  place={place}
                  fr={reviewing.state.fr}
                  en={reviewing.state.en}
                  moved={moved.has(place)}
                  marked={place === marked}
                  pairable={isActive && marked !== undefined && place !== marked}
                  news={stored.get(place)}
                  side={isActive ? side : undefined}
                  editing={isActive && editing}
                  last={place === beads.length - 1}
                />
              );
            })
          ) : (
            <tr style={{ height: `${heightOf(block)}px` }} />
          )}
        </tbody>
      ))}
    </table>
  );
}

/** Keeps the focus on the active cell while it is among the beads, and the active row in view. */
function useFocusKept(grid: { readonly current: HTMLElement | null }, state: OpenPage): void {
  const inside = useRef(true);
  const { active, side, editing, reviewing, dialog } = state;
  useEffect(() => {
    const follow = (event: FocusEvent) => {
      // What is focused last counts; the focus that was lost with a row that is gone does not.
      if (event.target instanceof Node) inside.current = grid.current?.contains(event.target) ?? false;
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, []);
  useLayoutEffect(() => {
    const row = grid.current?.querySelector('.bead-active');
    if (row) reveal(row);
    if (!inside.current || dialog !== undefined) return;
    const field = row?.querySelector<HTMLElement>('textarea[data-sentence]');
    if (editing && field?.contains(document.activeElement) === false) {
      if (!row?.contains(document.activeElement) || document.activeElement?.tagName !== 'TEXTAREA') field.focus();
    } else if (!editing) {
      row?.querySelector<HTMLElement>(`[data-side="${side}"]`)?.focus({ preventScroll: true });
    }
  }, [active, side, editing, reviewing, dialog]);
}

/** A click on a side of a bead makes it the active one; a second click on it opens it for writing. */
function useClicks(grid: { readonly current: HTMLElement | null }, session: Session): void {
  useEffect(() => {
    const element = grid.current;
    const open = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || event.target.closest('button, textarea, summary, a') !== null) return;
      const cell = event.target.closest<HTMLElement>('[data-side]');
      const place = Number(event.target.closest<HTMLElement>('[data-bead]')?.dataset['bead'] ?? Number.NaN);
      if (Number.isNaN(place) || window.getSelection()?.isCollapsed === false) return;
      const side = (cell?.dataset['side'] ?? session.open()?.side ?? 'fr') as Language;
      session.dispatch({ type: 'moved', active: place, side });
    };
    const write = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-side]') !== null) {
        session.dispatch({ type: 'editingChanged', editing: true });
      }
    };
    element?.addEventListener('click', open);
    element?.addEventListener('dblclick', write);
    return () => {
      element?.removeEventListener('click', open);
      element?.removeEventListener('dblclick', write);
    };
  }, [session]);
}
