import type { Session } from '../session.ts';
import { type Filter, filterOf, withFilter } from './filter.ts';

/** The filter that the page was opened with. */
export function filterOfAddress(): Filter {
  return filterOf(new URLSearchParams(location.search));
}

/** Keeps the filter in the address of the page, so that a reload and a link bring it back. */
export function keepFilterInAddress(session: Session): void {
  let { filter } = session.state();
  session.subscribe(() => {
    const changed = session.state().filter;
    if (changed === filter) return;
    filter = changed;
    const query = withFilter(new URLSearchParams(location.search), filter).toString();
    history.replaceState(null, '', `${location.pathname}${query === '' ? '' : `?${query}`}${location.hash}`);
  });
}
