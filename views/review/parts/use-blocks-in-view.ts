import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Beads drawn or left out together. */
export const BLOCK_SIZE = 25;
/** What a block is taken to be high before it was drawn once, in pixels. */
const USUAL_HEIGHT = BLOCK_SIZE * 72;

interface BlocksInView {
  readonly drawn: ReadonlySet<number>;
  /** How high a block that is not drawn was when it was drawn last, in pixels. */
  heightOf(block: number): number;
}

/** Which blocks are drawn: those in view or near it, and the one with the active row. */
export function useBlocksInView(grid: RefObject<HTMLElement | null>, count: number, active: number): BlocksInView {
  const [near, setNear] = useState<ReadonlySet<number>>(new Set([0]));
  const heights = useRef(new Map<number, number>());

  useEffect(() => {
    if (grid.current === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        setNear((before) => {
          const now = new Set(before);
          for (const { target, isIntersecting, boundingClientRect } of entries) {
            const block = Number((target as HTMLElement).dataset['block']);
            if (isIntersecting) now.add(block);
            else {
              now.delete(block);
              if (before.has(block)) heights.current.set(block, boundingClientRect.height);
            }
          }
          return now;
        });
      },
      { rootMargin: '1200px' },
    );
    for (const place of grid.current.querySelectorAll('[data-block]')) observer.observe(place);
    return () => observer.disconnect();
  }, [count]);

  return {
    drawn: near.has(active) ? near : new Set([...near, active]),
    heightOf: (block) => heights.current.get(block) ?? USUAL_HEIGHT,
  };
}
