import type { VNode } from 'preact';
import { languageName } from './format.ts';
import { Icon } from './icon.tsx';

/** The direction of a translation: French → English. */
export function Languages({ source, target }: { readonly source: string; readonly target: string }): VNode {
  return (
    <span class="languages">
      {languageName(source)}
      <Icon name="arrow" size={14} />
      <span class="for-readers">to</span>
      {languageName(target)}
    </span>
  );
}
