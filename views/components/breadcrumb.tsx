import type { VNode } from 'preact';
import { useMessages } from '../messages/messages.ts';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The pages above this one, outermost first. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }): VNode {
  const { shared } = useMessages();
  return (
    <nav class="breadcrumb" aria-label={shared.breadcrumb}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
