/** How much of the window’s top and bottom lies under what stays in view, in pixels: the bar, and on narrow screens the suggestions. */
export function coveredEdges(): { readonly top: number; readonly bottom: number } {
  const top = document.querySelector<HTMLElement>('.bar')?.offsetHeight ?? 0;
  const panel = document.querySelector<HTMLElement>('.suggestions');
  const below = panel !== null && getComputedStyle(panel).bottom === '0px';
  return { top, bottom: below ? panel.offsetHeight : 0 };
}
