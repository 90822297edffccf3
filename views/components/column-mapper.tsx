import type { VNode } from 'preact';
import { usePageMessages } from '../messages/use-page-messages.ts';

/**
 * Where the first rows of a table are shown once it is chosen in the form, so that its columns are named by choosing:
 * see `columns/client.ts`, which the page must load.
 */
export function ColumnMapper({ of }: { readonly of: 'units' | 'terms' }): VNode {
  const { tables } = usePageMessages();
  const words = { ...tables.mapper, ...tables[of] };
  return <div id="column-mapper" data-of={of} data-words={JSON.stringify(words)} aria-live="polite" />;
}
