import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** As many blocks are drawn ahead of need, so that the browser’s own search finds all of an ordinary document. */
const DRAWN_AHEAD = 60;

export interface DrawnBlocks {
  readonly drawn: ReadonlySet<number>;
  /** How high a block was when it was last drawn, in pixels; unknown for one that never was. */
  readonly heights: ReadonlyMap<number, number>;
}

/**
 * Which blocks of rows are drawn: those in view or near it, the one with the active row, and, while the browser is
 * idle, one after the other of the rest. In an ordinary document what was drawn stays: what is out of view costs nothing
 * (`content-visibility`). In a longer one a block that is left behind goes, and its height is kept free.
 * @param subject what the blocks are of; with another one everything starts anew
 */
export function useDrawnBlocks(
  list: RefObject<HTMLElement | null>,
  count: number,
  active: number | undefined,
  subject: unknown,
): DrawnBlocks {
  const [{ of, drawn }, setDrawn] = useState<{ of: unknown; drawn: ReadonlySet<number> }>({
    of: subject,
    drawn: FIRST,
  });
  const heights = useRef(new Map<number, number>());
  const current = of === subject ? drawn : FIRST;
  const change = (gone: readonly number[], near: readonly number[]) =>
    setDrawn((before) => {
      const known = before.of === subject ? before.drawn : FIRST;
      if (gone.every((number) => !known.has(number)) && near.every((number) => known.has(number))) return before;
      const rest = [...known].filter((number) => !gone.includes(number));
      return { of: subject, drawn: new Set([...rest, ...near]) };
    });

  useEffect(() => {
    heights.current = new Map();
    if (list.current === null || count < 2) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near: number[] = [];
        const gone: number[] = [];
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const number = Number((target as HTMLElement).dataset['block']);
          if (isIntersecting) near.push(number);
          else if (count > DRAWN_AHEAD && target.querySelector('.segment') !== null) {
            heights.current.set(number, boundingClientRect.height);
            gone.push(number);
          }
        }
        change(gone, near);
      },
      { rootMargin: '1500px' },
    );
    for (const place of list.current.querySelectorAll('[data-block]')) observer.observe(place);
    return () => observer.disconnect();
  }, [count, subject]);

  useEffect(() => {
    if (count > DRAWN_AHEAD) return;
    const next = Array.from({ length: count }, (_, number) => number).find((number) => !current.has(number));
    if (next === undefined) return;
    const timer = setTimeout(() => change([], [next]), 60);
    return () => clearTimeout(timer);
  }, [count, current]);

  const all = active === undefined || current.has(active) ? current : new Set([...current, active]);
  return { drawn: all, heights: heights.current };
}

const FIRST: ReadonlySet<number> = new Set([0]);
