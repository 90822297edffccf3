import type { ComponentChildren, VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface ToolbarProps {
  readonly class: string;
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Buttons that Tab stops at once, at the one used last; the arrows, Home and End go from one to the other. */
export function Toolbar({ class: className, label, children }: ToolbarProps): VNode {
  const bar = useRef<HTMLDivElement>(null);
  const last = useRef(0);
  const buttons = () => [...(bar.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const stopAt = (place: number) => {
    const all = buttons();
    last.current = Math.min(place, all.length - 1);
    for (const [other, button] of all.entries()) button.tabIndex = other === last.current ? 0 : -1;
  };
  useLayoutEffect(() => stopAt(last.current));
  const press = (event: KeyboardEvent) => {
    const { length } = buttons();
    const to = placeBy(event, last.current, length);
    if (to === undefined) return;
    event.preventDefault();
    stopAt(to);
    buttons()[to]?.focus();
  };
  const arrive = ({ target }: FocusEvent) => stopAt(Math.max(0, buttons().indexOf(target as HTMLButtonElement)));
  return (
    <div class={className} role="toolbar" aria-label={label} ref={bar} onKeyDown={press} onFocusIn={arrive}>
      {children}
    </div>
  );
}

/** Where a key leads to among so many. */
function placeBy({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, from: number, count: number): number | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  if (key === 'ArrowRight') return (from + 1) % count;
  if (key === 'ArrowLeft') return (from + count - 1) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
