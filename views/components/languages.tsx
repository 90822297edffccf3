import type { VNode } from 'preact';
import { useMessages } from '../messages/messages.ts';
import { Icon } from './icon.tsx';

/** The direction of a translation: French → English. */
export function Languages({ source, target }: { readonly source: string; readonly target: string }): VNode {
  const { format, shared } = useMessages();
  return (
    <span class="languages">
      {format.languageName(source)}
      <Icon name="arrow" size={14} />
      <span class="for-readers">{shared.directionTo}</span>
      {format.languageName(target)}
    </span>
  );
}
