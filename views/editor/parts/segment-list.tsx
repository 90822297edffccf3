import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { EmptyState } from '../../components/empty-state.tsx';
import { memo } from '../../components/memo.ts';
import type { Shown } from '../filtering/shown.ts';
import type { Session } from '../session.ts';
import { BLOCK_SIZE } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';
import { leaveClick } from './click.ts';
import { useSurroundings } from './context.ts';
import { reveal } from './reveal.ts';
import { SegmentBlock, type SegmentBlockProps } from './segment-block.tsx';
import { useDrawnBlocks } from './use-drawn-blocks.ts';
import { useShownRows } from './use-shown-rows.ts';

/** A block that is not drawn yet holds its place with this height a row, in pixels. */
const ROW_HEIGHT = 76;

/** The segments of the document, source beside target, or those that the filter shows. A click on one makes it the active one. */
export function SegmentList({ state, session }: { readonly state: EditorState; readonly session: Session }): VNode {
  const { active, place, shown, repetitions, comments, readComments, issues } = state;
  const list = useRef<HTMLDivElement>(null);
  const blocks = useShownRows(state.rows, shown);
  const activeBlock = blockOf(active, shown);
  const { drawn, heights } = useDrawnBlocks(list, blocks.length, activeBlock, shown);

  useLayoutEffect(() => {
    const show = () => {
      const row = list.current?.querySelector('.segment-active');
      if (row) reveal(row);
    };
    // A keyboard on glass leaves little of the window: what is written must stay in view.
    const showField = () => {
      show();
      const field = list.current?.querySelector('.segment-active .target-field');
      const row = field?.closest('.segment');
      if (field && row) reveal(row, field);
    };
    show();
    window.addEventListener('resize', showField);
    return () => window.removeEventListener('resize', showField);
  }, [active, shown]);

  useEffect(() => {
    const element = list.current;
    const open = (event: MouseEvent) => activate(session, event);
    element?.addEventListener('click', open);
    return () => element?.removeEventListener('click', open);
  }, [session]);

  if (blocks.length === 0) return <NothingShown />;
  return (
    <div class={shown === undefined ? 'segments' : 'segments segments-filtered'} ref={list}>
      {blocks.map((block, number) => (
        <BlockPlace
          key={block[0]?.segment.id}
          number={number}
          drawn={drawn.has(number)}
          height={heights.get(number) ?? block.length * ROW_HEIGHT}
          isActive={number === activeBlock}
          rows={block}
          active={number === activeBlock ? active : undefined}
          place={place}
          paragraphBefore={blocks[number - 1]?.at(-1)?.segment.paragraph}
          repetitions={repetitions}
          comments={comments}
          readComments={readComments}
          issues={issues}
          shown={shown}
        />
      ))}
    </div>
  );
}

interface BlockPlaceProps extends SegmentBlockProps {
  /** Its place among the blocks, 0-based. */
  readonly number: number;
  readonly drawn: boolean;
  /** In pixels, while it is not drawn. */
  readonly height: number;
  readonly isActive: boolean;
}

/** Where a block stands, drawn or not. */
const BlockPlace = memo(
  ({ number, drawn, height, isActive, ...block }: BlockPlaceProps): VNode => (
    <div class={isActive ? 'segment-place segment-place-active' : 'segment-place'} data-block={number}>
      {drawn ? <SegmentBlock {...block} /> : <div style={{ height: `${height}px` }} />}
    </div>
  ),
);

/** The block that the active row stands in, where it is shown. */
function blockOf(active: number | undefined, shown: Shown | undefined): number | undefined {
  if (active === undefined) return undefined;
  const position = shown === undefined ? active : shown.indexes.indexOf(active);
  return position < 0 ? undefined : Math.floor(position / BLOCK_SIZE);
}

function NothingShown(): VNode {
  const { filter } = useSurroundings().messages.filtering;
  return (
    <div class="segments">
      <EmptyState title={filter.none}>{filter.noneText}</EmptyState>
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
