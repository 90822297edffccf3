import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Tone = 'info' | 'good' | 'warn' | 'danger';

const ICONS: Readonly<Record<Tone, IconName>> = { info: 'info', good: 'check', warn: 'alert', danger: 'alert' };

interface NoticeProps {
  readonly tone?: Tone;
  readonly title: string;
  readonly children?: ComponentChildren;
}

/** Something to be told on a page: that it worked, that care is needed, that it failed. */
export function Notice({ tone = 'info', title, children }: NoticeProps): VNode {
  return (
    <div class={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon name={ICONS[tone]} />
      <p class="notice-title">{title}</p>
      {children !== undefined && <div class="notice-body">{children}</div>}
    </div>
  );
}
