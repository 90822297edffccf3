import type { VNode } from 'preact';
import type { Status } from '../../memory/model/origin.ts';
import { useMessages } from '../messages/messages.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<Status, IconName>> = {
  untranslated: 'hollow',
  draft: 'pencil',
  confirmed: 'check',
  reviewed: 'checks',
  rejected: 'cross',
};

interface StatusBadgeProps {
  readonly status: Status;
  /** Only the icon is seen; readers still hear the word. */
  readonly iconOnly?: boolean;
}

/** Where a target stands, as an icon and in words. */
export function StatusBadge({ status, iconOnly = false }: StatusBadgeProps): VNode {
  const { shared } = useMessages();
  const label = shared.statuses[status];
  return (
    <span class={`status status-${status}`} {...(iconOnly && { title: label })}>
      <Icon name={ICONS[status]} size={16} />
      <span class={iconOnly ? 'for-readers' : undefined}>{label}</span>
    </span>
  );
}
