import type { VNode } from 'preact';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

/** The pages above this one, outermost first. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }): VNode {
  return (
    <nav class="breadcrumb" aria-label="Where you are">
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
