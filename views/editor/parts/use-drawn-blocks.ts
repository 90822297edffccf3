import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** As many blocks are drawn ahead of need, so that the browser’s own search finds all of an ordinary document. */
const DRAWN_AHEAD = 60;

/**
 * Which blocks of rows are drawn: those in view or near it, the one with the active row, and, while the browser is
 * idle, one after the other of the rest. What was drawn stays: what is out of view costs nothing (`content-visibility`).
 */
export function useDrawnBlocks(
  list: RefObject<HTMLElement | null>,
  count: number,
  active: number | undefined,
): ReadonlySet<number> {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set([0]));
  const draw = (numbers: readonly number[]) =>
    setDrawn((before) => (numbers.every((number) => before.has(number)) ? before : new Set([...before, ...numbers])));

  useEffect(() => {
    if (list.current === null || count < 2) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const near = entries.filter(({ isIntersecting }) => isIntersecting);
        draw(near.map(({ target }) => Number((target as HTMLElement).dataset['block'])));
      },
      { rootMargin: '1500px' },
    );
    for (const place of list.current.querySelectorAll('[data-block]')) observer.observe(place);
    return () => observer.disconnect();
  }, [count]);

  useEffect(() => {
    const next = Array.from({ length: Math.min(count, DRAWN_AHEAD) }, (_, number) => number).find((n) => !drawn.has(n));
    if (next === undefined) return;
    const timer = setTimeout(() => draw([next]), 60);
    return () => clearTimeout(timer);
  }, [count, drawn]);

  return active === undefined || drawn.has(active) ? drawn : new Set([...drawn, active]);
}
