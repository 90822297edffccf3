import type { ButtonHTMLAttributes, ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Look = 'normal' | 'primary' | 'quiet' | 'danger';

interface Shape {
  readonly look?: Look;
  readonly small?: boolean;
  readonly icon?: IconName;
  readonly children: ComponentChildren;
}

type ButtonProps = Shape & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'class' | 'icon' | 'children'>;

/** A button; `type` is `button` unless stated. */
export function Button({ look, small, icon, children, type = 'button', ...rest }: ButtonProps): VNode {
  return (
    <button {...rest} type={type} class={className(look, small)}>
      {icon && <Icon name={icon} size={small ? 15 : 17} />}
      {children}
    </button>
  );
}

interface LinkButtonProps extends Shape {
  readonly href: string;
  /** The link gives a file. */
  readonly download?: boolean;
  /** What it is called where its words alone do not say it; begins with them. */
  readonly label?: string;
}

/** A link that looks like a button: it goes somewhere or gives a file. */
export function LinkButton({ href, look, small, icon, download, label, children }: LinkButtonProps): VNode {
  return (
    <a
      href={href}
      class={className(look, small)}
      {...(download && { download: '' })}
      {...(label && { 'aria-label': label })}
    >
      {icon && <Icon name={icon} size={small ? 15 : 17} />}
      {children}
    </a>
  );
}

function className(look: Look = 'normal', small = false): string {
  return ['button', look !== 'normal' && `button-${look}`, small && 'button-small'].filter(Boolean).join(' ');
}
