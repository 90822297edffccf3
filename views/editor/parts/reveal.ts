/**
 * Scrolls the window so far that an element stands clear of what stays in view above and below it, as its scroll margins
 * say. `scrollIntoView` leaves an element where it is that is covered by the margins alone, which is where the bar and
 * the suggestions lie. Of an element that is too high for the room its top is shown.
 * @param part the part of it that is to stand clear, where that is not the whole
 */
export function reveal(element: Element, part = element): void {
  const { top, bottom } = part.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(element);
  const highest = Number.parseFloat(scrollMarginTop);
  const lowest = window.innerHeight - Number.parseFloat(scrollMarginBottom);
  if (top < highest) window.scrollBy(0, top - highest);
  else if (bottom > lowest) window.scrollBy(0, Math.min(bottom - lowest, top - highest));
}
