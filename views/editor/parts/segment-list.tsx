import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Session } from '../session.ts';
import { BLOCK_SIZE } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';
import { leaveClick } from './click.ts';
import { reveal } from './reveal.ts';
import { SegmentBlock } from './segment-block.tsx';
import { useDrawnBlocks } from './use-drawn-blocks.ts';

/** A block that is not drawn yet holds its place with this height a row, in pixels. */
const ROW_HEIGHT = 76;

/** The segments of the document, source beside target. A click on one makes it the active one. */
export function SegmentList({ state, session }: { readonly state: EditorState; readonly session: Session }): VNode {
  const { rows, active, place } = state;
  const list = useRef<HTMLDivElement>(null);
  const activeBlock = active === undefined ? undefined : Math.floor(active / BLOCK_SIZE);
  const drawn = useDrawnBlocks(list, rows.length, activeBlock);

  useLayoutEffect(() => {
    const row = list.current?.querySelector('.segment-active');
    if (row) reveal(row);
  }, [active]);

  useEffect(() => {
    const element = list.current;
    const open = (event: MouseEvent) => activate(session, event);
    element?.addEventListener('click', open);
    return () => element?.removeEventListener('click', open);
  }, [session]);

  return (
    <div class="segments" ref={list}>
      {rows.map((block, number) => (
        <div
          key={block[0]?.segment.id}
          class={number === activeBlock ? 'segment-place segment-place-active' : 'segment-place'}
          data-block={number}
        >
          {drawn.has(number) ? (
            <SegmentBlock
              rows={block}
              active={number === activeBlock ? active : undefined}
              place={place}
              before={rows[number - 1]?.at(-1)}
            />
          ) : (
            <div style={{ height: `${block.length * ROW_HEIGHT}px` }} />
          )}
        </div>
      ))}
    </div>
  );
}

function activate(session: Session, event: MouseEvent): void {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null;
  const index = Number(row?.dataset['index'] ?? Number.NaN);
  const selecting = window.getSelection()?.isCollapsed === false;
  if (Number.isNaN(index) || selecting || index === session.state().active) return;
  leaveClick(event.clientX, event.clientY);
  session.move(index);
}
