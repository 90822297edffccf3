import type { VNode } from 'preact';
import type { Status } from '../../memory/model/origin.ts';
import { Icon, type IconName } from './icon.tsx';

const STATUS_LOOKS: Readonly<Record<Status, { readonly label: string; readonly icon: IconName }>> = {
  untranslated: { label: 'Untranslated', icon: 'hollow' },
  draft: { label: 'Draft', icon: 'pencil' },
  confirmed: { label: 'Confirmed', icon: 'check' },
  reviewed: { label: 'Reviewed', icon: 'checks' },
  rejected: { label: 'Rejected', icon: 'cross' },
};

interface StatusBadgeProps {
  readonly status: Status;
  /** Only the icon is seen; readers still hear the word. */
  readonly iconOnly?: boolean;
}

/** Where a target stands, as an icon and in words. */
export function StatusBadge({ status, iconOnly = false }: StatusBadgeProps): VNode {
  const { label, icon } = STATUS_LOOKS[status];
  return (
    <span class={`status status-${status}`} {...(iconOnly && { title: label })}>
      <Icon name={icon} size={16} />
      <span class={iconOnly ? 'for-readers' : undefined}>{label}</span>
    </span>
  );
}
